/**
 * Reads the host out of an address that a browser hands over, already normalised (`tabs.Tab.url`, `sender.url`). What
 * people and files supply is read by typed-host.ts.
 */

/** Where a host stands in a longer text: `text.slice(start, end)`. */
export interface HostSpan {
  start: number;
  end: number;
}

const SLASH = 47;

/** 1 for the characters of ordinary hosts in normal form, which need no second look. */
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
 * Finds the host in an address that a browser has normalised, without `new URL()` (which costs several times the whole
 * look-up). User name, port and one trailing dot are left out; an IPv6 literal keeps its brackets, as in
 * `URL.hostname`.
 *
 * @returns null where the address cannot be checked: not http or https, no host, or a host that no browser would hand
 * over (a percent sign, a blank, a character outside ASCII). Null means "unknown", never "not listed".
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
      // What came before was a user name and password, not host and port.
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

/** The host of a normalised address, in lower case: see `hostSpan` for what is left out and when the answer is null. */
export function hostOfUrl(url: string): string | null {
  const span = hostSpan(url);
  return span === null ? null : url.slice(span.start, span.end).toLowerCase();
}

/**
 * True if `name` is the host or one of its parents: `covers('example.org', 'www.example.org')`. The test that confirms
 * a hit of the index. Both in lower case, without a trailing dot.
 */
export function covers(name: string, host: string): boolean {
  const rest = host.length - name.length;
  return name !== '' && host.endsWith(name) && (rest === 0 || host.charCodeAt(rest - 1) === 46);
}
