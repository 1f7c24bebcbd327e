/**
 * Reads the host from an address that the browser has normalized (`tabs.Tab.url`, `sender.url`). Input from people and
 * files is read by typed-host.ts.
 */

/** Position of a host in a longer text: `text.slice(start, end)`. */
export interface HostSpan {
  start: number;
  end: number;
}

const SLASH = 47;

/** 1 for the characters of hosts in normal form. All others need a closer look. */
const ORDINARY = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyz0123456789.-_') ORDINARY[c.charCodeAt(0)] = 1;

/** Index of the first character after `http://` or `https://`, 0 for every other address. */
function afterScheme(url: string): number {
  if (
    (url.charCodeAt(0) | 32) !== 104 ||
    (url.charCodeAt(1) | 32) !== 116 ||
    (url.charCodeAt(2) | 32) !== 116 ||
    (url.charCodeAt(3) | 32) !== 112
  )
    return 0;
  const colon = (url.charCodeAt(4) | 32) === 115 ? 5 : 4;
  if (url.charCodeAt(colon) !== 58 || url.charCodeAt(colon + 1) !== SLASH || url.charCodeAt(colon + 2) !== SLASH)
    return 0;
  return colon + 3;
}

/**
 * Finds the host in a normalized address without `new URL()`, which takes several times as long as the whole look-up.
 * Skips the user name, the port and one trailing dot. An IPv6 literal keeps its brackets, as in `URL.hostname`.
 * @returns null if the address cannot be looked up: not http or https, no host, or a host that no browser produces
 * (with a percent sign, a space or a non-ASCII character). Null means "unknown", never "not listed"
 */
export function hostSpan(url: string): HostSpan | null {
  let start = afterScheme(url);
  if (start === 0) return null;
  let i = start;
  let colon = -1;
  let odd = false;
  for (; i < url.length; i++) {
    const c = url.charCodeAt(i);
    if (ORDINARY[c] === 1) continue;
    // A backslash ends the host too: URL parsers read it as a slash in http addresses.
    if (c === SLASH || c === 63 || c === 35 || c === 92) break;
    if (c === 64) {
      // The characters before the "@" were a user name and password.
      start = i + 1;
      colon = -1;
      odd = false;
    } else if (c === 58) {
      if (colon < 0) colon = i;
    } else if (c <= 32 || c === 37 || c > 126) {
      odd = true;
    }
  }
  let end = colon < 0 ? i : colon;
  if (url.charCodeAt(start) === 91) {
    end = url.indexOf(']', start) + 1;
    if (end > i) return null;
  } else if (url.charCodeAt(end - 1) === 46) {
    end--;
  }
  return odd || end <= start ? null : { start, end };
}

/** The host of a normalized address in lower case; null as in `hostSpan`. */
export function hostOfUrl(url: string): string | null {
  const span = hostSpan(url);
  return span === null ? null : url.slice(span.start, span.end).toLowerCase();
}

/**
 * True if `name` is the host or one of its parents: `covers('example.org', 'www.example.org')`. Confirms a hit of the
 * index. Both must be in lower case and without a trailing dot.
 */
export function covers(name: string, host: string): boolean {
  const rest = host.length - name.length;
  return name !== '' && host.endsWith(name) && (rest === 0 || host.charCodeAt(rest - 1) === 46);
}
