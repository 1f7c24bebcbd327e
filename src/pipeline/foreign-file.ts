/** Files and lines that are taken for lists of names and are something else: what they look like, in words. */

/** How a whole file begins. Order matters: bookmarks are HTML too. */
const FILES: [RegExp, string][] = [
  [/^<!doctype netscape-bookmark/i, 'a browser’s bookmarks (HTML)'],
  [/^<(!doctype html|html)/i, 'a web page (HTML)'],
  [/^<[?!a-z]/i, 'XML or HTML'],
  [/^\[\s*adblock/i, 'the filters of an ad blocker'],
  [/^(\{|\[\s*[[{"\d])/, 'JSON'],
  [/^\$(TTL|ORIGIN)\b/i, 'a DNS zone'],
];

/** Rules of programs that block names. What a rule does, its exceptions too, is not ours to guess. */
const RULES: [RegExp, string][] = [
  [/^(server|local|address)=\//i, 'dnsmasq'],
  [/^local-(zone|data):/i, 'Unbound'],
  [/\s(IN\s+)?CNAME\s/i, 'a DNS zone (RPZ)'],
  [/^\+\.|^(-\s*)?DOMAIN(-[A-Z]+)?,/i, 'Clash or Surge'],
  [/^(!|@@|\|)|\^$|\^\$|##/, 'an ad blocker'],
];

/** @returns what a file looks like that is no list of names, null for all others */
export function foreignFile(text: string): string | null {
  const start = text.trimStart().slice(0, 200);
  return FILES.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

/** @returns whose rule a line is, null where it is none */
export const foreignRule = (line: string): string | null => RULES.find(([pattern]) => pattern.test(line))?.[1] ?? null;
