/**
 * Reads the host out of an address. Two readers, because they meet different text: browsers hand over addresses that are
 * already normalised (`tabs.Tab.url`, `sender.url`), people type anything.
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
  if ((url.charCodeAt(0) | 32) !== 104 || (url.charCodeAt(1) | 32) !== 116 || (url.charCodeAt(2) | 32) !== 116 || (url.charCodeAt(3) | 32) !== 112) return 0;
  const colon = (url.charCodeAt(4) | 32) === 115 ? 5 : 4;
  if (url.charCodeAt(colon) !== 58 || url.charCodeAt(colon + 1) !== SLASH || url.charCodeAt(colon + 2) !== SLASH) return 0;
  return colon + 3;
}

/**
 * Finds the host in an address that a browser has normalised, without `new URL()` (which costs several times the whole
 * look-up). User name, port and one trailing dot are left out; an IPv6 literal keeps its brackets, as in `URL.hostname`.
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
 * True if `name` is the host or one of its parents: `covers('example.org', 'www.example.org')`. The test that confirms a
 * hit of the index. Both in lower case, without a trailing dot.
 */
export function covers(name: string, host: string): boolean {
  const rest = host.length - name.length;
  return name !== '' && host.endsWith(name) && (rest === 0 || host.charCodeAt(rest - 1) === 46);
}

/**
 * Reads a host from what a person typed or pasted: a host or an address, in any alphabet and case. The host comes back
 * as the index knows it: lower case, punycode, no trailing dot. IP addresses and single labels are hosts; they match nothing.
 *
 * @returns `{ error }` with a sentence for the person where the text cannot be a host.
 */
export function parseHost(input: string): { host: string } | { error: string } {
  const text = input.trim();
  if (text === '') return { error: 'Expected a host name such as example.org, found nothing.' };
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return { error: `Only http and https addresses can be checked, not "${scheme}".` };
  }
  // Without a scheme "someone@example.org" would be read as the user name of example.org.
  if (scheme === undefined && /^[^/?#]*@/.test(text)) return { error: `"${shown}" looks like an e-mail address, not a host name.` };
  const bare = text.replace(/^\/\//, '');
  // URL skips any number of slashes before the host: "/path" would be the host "path".
  if (/^[/\\]/.test(bare)) return { error: `"${shown}" is a path, not a host name or web address.` };
  let host: string;
  try {
    host = new URL(scheme === undefined ? `http://${bare}` : text).hostname.replace(/\.$/, '');
  } catch {
    return { error: `"${shown}" is not a host name or web address.` };
  }
  if (host.startsWith('[')) return { host };
  if (host === '') return { error: `"${shown}" names no host.` };
  if (host.length > 253) return { error: `A host name has at most 253 characters, this one has ${host.length}.` };
  const wrong = /[^a-z0-9._-]/.exec(host)?.[0];
  if (wrong !== undefined) return { error: `A host name cannot contain "${wrong}": "${shown}".` };
  for (const label of host.split('.')) {
    if (label === '') return { error: `"${shown}" has two dots in a row or begins with a dot.` };
    if (label.length > 63) return { error: `A part of a host name has at most 63 characters, "${label.slice(0, 20)}…" has ${label.length}.` };
  }
  return { host };
}
