/**
 * The one reader of hosts that a person or a file supplies: popup, options, command line, registers. Whatever a browser
 * would mend in silence is either left out and told, or refused with the reason: the answer must be about the name that
 * was meant.
 */

export interface LeftOut {
  kind: 'punctuation' | 'wildcard' | 'cut' | 'user' | 'port' | 'query' | 'fragment';
  text: string;
}

export interface TypedHost {
  /** As the index knows it: lower case, punycode, no trailing dot; an IPv6 address keeps its brackets. */
  host: string;
  /** As in `URL.pathname`: begins with a slash. Records may name a site by the beginning of its addresses. */
  path: string;
  leftOut: LeftOut[];
}

/** A sentence for the person who supplied it. */
export interface NoHost {
  reason: string;
}

/** Longest excerpt of what was typed inside a sentence. */
const EXCERPT = 80;
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

/** What nobody sees; letters and digits are joined across it where it is dropped. */
const UNSEEN = /[\p{Cf}\p{DI}]/gu;
const BEFORE = /^[\s\p{Cf}\p{DI}\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`<>–—•·]/u;
const AFTER = /[\s\p{Cf}\p{DI}\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`<>–—,;:!?]$/u;
/** The dot that ends a sentence, behind a path or a bracket. Behind a name it changes nothing, and stays. */
const FULL_STOP = /(?<=[^:/]\/.*|[^\p{L}\p{N}.])\.$/u;
/**
 * Dots that stand for what was cut off. One dot before a name says "and all below it", one after it changes nothing.
 */
const CUT_BEFORE = /^(\.{2,}|…)+/;
const CUT_AFTER = /(\.{2,}|…)+$/;
const WILDCARD = /^\*?\.(?=[^.])/;
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' };
const LITERAL = /^\[[0-9a-f:.]+\]/i;

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
/** Characters that cannot be seen, or that turn the text around, are named by their number. */
const visible = (text: string): string => text.replace(UNSEEN, codeOf).replace(/[\p{Cc}\u2028\u2029]/gu, '␣');
const quote = (text: string): string => `“${visible(text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text)}”`;

/**
 * Reads a host or a web address in any alphabet and case, with or without its scheme. IP addresses are read; no name of
 * ours covers them.
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
  // Without a scheme "someone@site.example" would be read as the user name of site.example.
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
 * For what is kept and speaks of a whole site, as registers and settings do: an address of one page would make it speak
 * of every page there, and a name that was cut is somebody else's.
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
  // A password is not shown again.
  user: () => 'the user name',
  port: (text) => `the port ${text.slice(1)}`,
  query: (text) => `the query ${quote(text)}`,
  fragment: (text) => `the part ${quote(text)}`,
};

/** What was left out, for the person who supplied it; null where nothing was. */
export function leftOutWords(leftOut: readonly LeftOut[]): string | null {
  return leftOut.length ? `Left out: ${leftOut.map(({ kind, text }) => LEFT_OUT_WORDS[kind](text)).join(', ')}.` : null;
}

/** Takes off what a text has around a name: blanks, quotes, brackets, the punctuation of a sentence. */
function withoutSurroundings(typed: string): { text: string; leftOut: LeftOut[] } {
  let text = typed.trim();
  let [before, after, cut] = ['', '', ''];
  for (let first: string | undefined; (first = BEFORE.exec(text)?.[0]) && !LITERAL.test(text);) {
    before += first;
    text = text.slice(first.length);
  }
  const cutBefore = CUT_BEFORE.exec(text)?.[0] ?? '';
  text = text.slice(cutBefore.length);
  for (;;) {
    const dots = CUT_AFTER.exec(text)?.[0];
    const last = dots ?? (AFTER.exec(text) ?? FULL_STOP.exec(text))?.[0];
    if (last === undefined || isClosing(last, text)) break;
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

/** True of a bracket whose partner stands in the text: /Film_(2011). */
function isClosing(last: string, text: string): boolean {
  const opening = PAIRS[last];
  return opening !== undefined && text.split(opening).length >= text.split(last).length;
}

function controlWords(control: string): string {
  if (control === '\t') return 'a tab';
  return /[\r\n\u2028\u2029]/.test(control) ? 'a line break' : `the control character ${codeOf(control)}`;
}

/** What follows the scheme, which must be whole: a browser would also take "https:host" and "http:///host". */
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
  const [, other] = /^([a-z][a-z0-9+-]*):(?!\s|\d*(?:[/?#]|$))/i.exec(text) ?? [];
  if (other && !text.slice(other.length).includes('@'))
    return { reason: `Only http and https addresses can be checked, not “${other.toLowerCase()}”.` };
  return { rest: text, given: false };
}

/** @param text what it stands in, for the reason */
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
  // Before any browser sees it: they differ in what they take, and a colon would make a port of what follows it.
  const wrong = /[^a-z0-9._\u0080-\u{10FFFF}-]/iu.exec(name.replace(LITERAL, ''))?.[0];
  if (wrong) return { reason: `A host name cannot contain “${visible(wrong)}”: ${quote(text)}.` };
  let host: string;
  try {
    host = new URL(`http://${typed}`).hostname.replace(/\.$/, '');
  } catch {
    return { reason: `${quote(text)} is not a host name or web address.` };
  }
  if (host === '') return { reason: `${quote(text)} names no host.` };
  if (host.startsWith('[')) return { host };
  // A browser reads "2011" and "1.2" as addresses too.
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
 * True of what the rules for names in other alphabets delete in silence, such as a soft hyphen; the browser's own rules
 * are asked.
 */
function isDropped(character: string): boolean {
  if (character <= '\u007F') return false;
  try {
    return new URL(`http://a${character}a.example`).hostname === 'aa.example';
  } catch {
    return false;
  }
}
