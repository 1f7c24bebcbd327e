/** Recognizes files and lines that are not lists of names, to say what they are. */

/** How such files begin. The order matters: browser bookmarks are HTML, too. */
const FILES: [RegExp, string][] = [
  [/^<!doctype netscape-bookmark/i, 'a browser’s bookmarks (HTML)'],
  [/^<(!doctype html|html)/i, 'a web page (HTML)'],
  [/^<[?!a-z]/i, 'XML or HTML'],
  [/^\[\s*adblock/i, 'the filters of an ad blocker'],
  [/^(\{|\[\s*[[{"\d])/, 'JSON'],
  [/^\$(TTL|ORIGIN)\b/i, 'a DNS zone'],
];

/** Rules of blocking programs. What a rule does, with its exceptions, is not guessed here. */
const RULES: [RegExp, string][] = [
  [/^(server|local|address)=\//i, 'dnsmasq'],
  [/^local-(zone|data):/i, 'Unbound'],
  [/\s(IN\s+)?CNAME\s/i, 'a DNS zone (RPZ)'],
  [/^\+\.|^(-\s*)?DOMAIN(-[A-Z]+)?,/i, 'Clash or Surge'],
  [/^(!|@@|\|)|\^$|\^\$|##/, 'an ad blocker'],
];

/** @returns what kind of file it is, if it is not a list of names; else null */
export function foreignFile(text: string): string | null {
  const start = text.trimStart().slice(0, 200);
  return FILES.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

/** @returns the program whose rule the line is; null if it is none */
export const foreignRule = (line: string): string | null => RULES.find(([pattern]) => pattern.test(line))?.[1] ?? null;
