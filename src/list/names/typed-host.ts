/**
 * The only parser of hosts that a person or a file supplies (popup, options, command line, registers). A browser
 * repairs bad input silently; here each repair is either reported in `leftOut` or refused with a reason, because the
 * answer must be about the name that was meant.
 */

export interface LeftOut {
  kind: 'punctuation' | 'wildcard' | 'cut' | 'user' | 'port' | 'query' | 'fragment';
  text: string;
}

export interface TypedHost {
  /** As in the index: lower case, punycode, no trailing dot; an IPv6 address keeps its brackets. */
  host: string;
  /** As `URL.pathname`, beginning with a slash. Records may list a URL prefix. */
  path: string;
  leftOut: LeftOut[];
}

/** A sentence for the user. */
export interface NoHost {
  reason: string;
}

/** Longest excerpt of the input in a message. */
const EXCERPT = 80;
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

/** Invisible characters. If they were dropped, the letters around them would be joined. */
const INVISIBLE = /[\p{Cf}\p{DI}]/gu;
const BEFORE = /^[\s\p{Cf}\p{DI}\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`<>–—•·]/u;
const AFTER = /[\s\p{Cf}\p{DI}\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`<>–—,;:!?]$/u;
/** A dot that ends a sentence after a path or a bracket. After a host it is legal, and `readHost` removes it. */
const FULL_STOP = /(?<=[^:/]\/.*|[^\p{L}\p{N}.])\.$/u;
/** Two or more dots, or "…", say that the name was shortened. A single dot in front is a wildcard; a single dot behind changes nothing. */
const CUT_BEFORE = /^(\.{2,}|…)+/;
const CUT_AFTER = /(\.{2,}|…)+$/;
const WILDCARD = /^\*?\.(?=[^.])/;
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' };
const IPV6_LITERAL = /^\[[0-9a-f:.]+\]/i;

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
/** Shows invisible and direction-changing characters by their code points. */
const visible = (text: string): string => text.replace(INVISIBLE, codeOf).replace(/[\p{Cc}\u2028\u2029]/gu, '␣');
const quote = (text: string): string => `“${visible(text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text)}”`;

/**
 * Reads a host or a web address in any alphabet and case, with or without a scheme. IP addresses are accepted, although
 * no list names them.
 */
export function readTypedHost(typed: string): TypedHost | NoHost {
  const { text, leftOut } = withoutSurroundings(typed);
  if (text === '') return { reason: 'Expected a host name such as site.example, found nothing.' };
  const control = /[\p{Cc}\u2028\u2029]/u.exec(text)?.[0];
  if (control !== undefined)
    return { reason: `${quote(text)} holds ${controlWords(control)}: give one name at a time.` };
  if (text.includes('\\')) return { reason: `${quote(text)} holds a backslash, which no web address does.` };
  const scheme = readScheme(text);
  if ('reason' in scheme) return scheme;
  const [, authority = '', rest = ''] = /^([^/?#]*)(.*)$/.exec(scheme.rest)!;
  const at = authority.lastIndexOf('@');
  // Without this, "someone@site.example" would be read as user name and host.
  if (at > -1 && !scheme.given) return { reason: `${quote(text)} looks like an e-mail address, not a host name.` };
  if (at > -1) leftOut.push({ kind: 'user', text: authority.slice(0, at) });
  const port = /:\d*$/.exec(authority.slice(at + 1))?.[0] ?? '';
  const read = readHost(authority.slice(at + 1, authority.length - port.length), text);
  if ('reason' in read) return read;
  let url: URL;
  try {
    url = new URL(`http://${read.host}${port}${rest}`);
  } catch {
    return { reason: `${quote(text)} is not a host name or web address.` };
  }
  if (port.length > 1) leftOut.push({ kind: 'port', text: port });
  if (url.search) leftOut.push({ kind: 'query', text: url.search });
  if (url.hash) leftOut.push({ kind: 'fragment', text: url.hash });
  return { host: read.host, path: url.pathname, leftOut };
}

/**
 * Reads a name that stands for a whole site, as registers and settings need. Refuses the address of a single page,
 * which would then stand for the whole site, and a name that was cut short, which is another name.
 */
export function readTypedName(typed: string): TypedHost | NoHost {
  const read = readTypedHost(typed);
  if ('reason' in read) return read;
  const { host, path, leftOut } = read;
  const has = (...kinds: LeftOut['kind'][]) => leftOut.some(({ kind }) => kinds.includes(kind));
  if (has('cut')) return { reason: `${quote(typed.trim())} seems to be cut short: give the whole name.` };
  if (path !== '/' || has('query', 'fragment'))
    return {
      reason: `${quote(typed.trim())} is the address of a page. Here a name stands for all of ${host}: give ${host} alone if that is meant.`,
    };
  if (has('port', 'user'))
    return {
      reason: `${quote(typed.trim())} holds a port or a user name. Here a name stands for all of ${host}: give ${host} alone if that is meant.`,
    };
  if (isAddress(host)) return { reason: `${host} is an IP address, not a name.` };
  return read;
}

export const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);

const LEFT_OUT_WORDS: Record<LeftOut['kind'], (text: string) => string> = {
  punctuation: quote,
  wildcard: quote,
  cut: quote,
  // Never repeat a password.
  user: () => 'the user name',
  port: (text) => `the port ${text.slice(1)}`,
  query: (text) => `the query ${quote(text)}`,
  fragment: (text) => `the part ${quote(text)}`,
};

/** Words for the user about what was left out; null if nothing was. */
export function leftOutWords(leftOut: readonly LeftOut[]): string | null {
  return leftOut.length ? `Left out: ${leftOut.map(({ kind, text }) => LEFT_OUT_WORDS[kind](text)).join(', ')}.` : null;
}

/** Removes what surrounds a name in a text: spaces, quotes, brackets, punctuation. */
function withoutSurroundings(typed: string): { text: string; leftOut: LeftOut[] } {
  let text = typed.trim();
  let [before, after, cut] = ['', '', ''];
  for (let first: string | undefined; (first = BEFORE.exec(text)?.[0]) && !IPV6_LITERAL.test(text);) {
    before += first;
    text = text.slice(first.length);
  }
  const cutBefore = CUT_BEFORE.exec(text)?.[0] ?? '';
  text = text.slice(cutBefore.length);
  for (;;) {
    const dots = CUT_AFTER.exec(text)?.[0];
    const last = dots ?? (AFTER.exec(text) ?? FULL_STOP.exec(text))?.[0];
    if (last === undefined || isPaired(last, text)) break;
    if (dots) cut = dots + cut;
    else after = last + after;
    text = text.slice(0, -last.length);
  }
  const wildcard = WILDCARD.exec(text)?.[0] ?? '';
  text = text.slice(wildcard.length);
  const all: LeftOut[] = [
    { kind: 'punctuation', text: before.replace(/\s/g, '') },
    { kind: 'cut', text: cutBefore },
    { kind: 'wildcard', text: wildcard },
    { kind: 'cut', text: cut },
    { kind: 'punctuation', text: after.replace(/\s/g, '') },
  ];
  return { text, leftOut: all.filter((each) => each.text !== '') };
}

/** True for a closing bracket whose opening bracket is in the text: /Film_(2011). */
function isPaired(last: string, text: string): boolean {
  const opening = PAIRS[last];
  return opening !== undefined && text.split(opening).length >= text.split(last).length;
}

function controlWords(control: string): string {
  if (control === '\t') return 'a tab';
  return /[\r\n\u2028\u2029]/.test(control) ? 'a line break' : `the control character ${codeOf(control)}`;
}

/** Splits off the scheme. The scheme must be complete: a browser would also accept "https:host" and "http:///host". */
function readScheme(text: string): { rest: string; given: boolean } | NoHost {
  const [whole, name = ''] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  const scheme = name.toLowerCase();
  if (whole && scheme !== 'http' && scheme !== 'https')
    return { reason: `Only http and https addresses can be checked, not “${scheme}”.` };
  if (whole && text[whole.length] !== '/') return { rest: text.slice(whole.length), given: true };
  const broken = /^(https?[:/;]+|:?\/{3,})/i.exec(text)?.[0];
  if (broken) return { reason: `${quote(text)} begins with “${broken}”: a web address begins with “https://”.` };
  if (text.startsWith('//') && text.length > 2) return { rest: text.slice(2), given: false };
  if (text.startsWith('/')) return { reason: `${quote(text)} is a path, not a host name or web address.` };
  // "mailto:" is a scheme, "host:8080" is not.
  const [, other] = /^([a-z][a-z0-9+-]*):(?!\s|\d*(?:[/?#]|$))/i.exec(text) ?? [];
  if (other && !text.slice(other.length).includes('@'))
    return { reason: `Only http and https addresses can be checked, not “${other.toLowerCase()}”.` };
  return { rest: text, given: false };
}

/** @param text the whole input, for messages */
function readHost(typed: string, text: string): { host: string } | NoHost {
  let name: string;
  try {
    name = decodeURIComponent(typed);
  } catch {
    return { reason: `${quote(text)} is not a host name or web address: “%” does not belong there.` };
  }
  const unseen = [...name].find(isDropped);
  if (unseen !== undefined)
    return { reason: `${quote(text)} holds the invisible character ${codeOf(unseen)}: two words may have become one.` };
  if (/\s/.test(name))
    return { reason: `${quote(text)} is not a host name or web address: it holds a blank. Give one name at a time.` };
  // Check before `new URL`: browsers accept different characters, and after a colon they would read a port.
  const wrong = /[^a-z0-9._\u0080-\u{10FFFF}-]/iu.exec(name.replace(IPV6_LITERAL, ''))?.[0];
  if (wrong) return { reason: `A host name cannot contain “${visible(wrong)}”: ${quote(text)}.` };
  let host: string;
  try {
    host = new URL(`http://${typed}`).hostname.replace(/\.$/, '');
  } catch {
    return { reason: `${quote(text)} is not a host name or web address.` };
  }
  if (host === '') return { reason: `${quote(text)} names no host.` };
  if (host.startsWith('[')) return { host };
  // Browsers also read "2011" and "1.2" as IP addresses.
  if (isAddress(host))
    return host === name.replace(/\.$/, '')
      ? { host }
      : { reason: `${quote(text)} is a number, not a name: a browser would go to ${host}.` };
  const odd = /[^a-z0-9._-]/.exec(host)?.[0];
  if (odd !== undefined) return { reason: `A host name cannot contain “${odd}”: ${quote(text)}.` };
  if (host.length > LONGEST_NAME)
    return { reason: `A host name has at most ${LONGEST_NAME} characters, this one has ${host.length}.` };
  const labels = host.split('.');
  const long = labels.find((label) => label.length > LONGEST_LABEL);
  if (long)
    return {
      reason: `A part of a host name has at most ${LONGEST_LABEL} characters, “${long.slice(0, 20)}…” has ${long.length}.`,
    };
  if (labels.includes('')) return { reason: `${quote(text)} has two dots in a row.` };
  if (labels.length === 1) {
    const what = text === host ? 'it' : `“${host}”`;
    return {
      reason: `${quote(text)} is not a host name or web address: ${what} is one word, and a site has two or more, as in site.example.`,
    };
  }
  return { host };
}

/**
 * True for characters that the IDNA rules delete silently, such as a soft hyphen. Asks the platform's own URL parser.
 */
function isDropped(character: string): boolean {
  if (character <= '\u007F') return false;
  try {
    return new URL(`http://a${character}a.example`).hostname === 'aa.example';
  } catch {
    return false;
  }
}
