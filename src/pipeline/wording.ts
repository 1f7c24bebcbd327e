/**
 * Words that judge. The records say who named a site, when and where, and never judge themselves; data/README.md
 * explains the rule. Names of markets, titles and addresses are facts and are not checked.
 */

/** The words, and what to write instead. */
const JUDGING: readonly [pattern: RegExp, instead: string][] = [
  [/\bil(?:legal|legally|licit|licitly|legitimate)\b/i, 'name the act and who said it'],
  [/\bunlawful(?:ly)?\b/i, 'name the act and who said it'],
  [/\b(?:legit|legitimate)\b/i, 'say what the source says, without a verdict'],
  [
    /\binfring(?:es|ing|ers?)\b/i,
    'write what the act found or alleges, for example "the court found infringement of copyright"',
  ],
  [/\bpirat(?:e|es|ed|ing|ical)\b/i, 'write "site", "service" or "market", and who named it'],
  [
    /\bpiracy (?:web ?)?(?:sites?|services?|platforms?|apps?|portals?|rings?|groups?|operations?|gangs?|hubs?|havens?)\b/i,
    'write "site", "service" or "market", and who named it',
  ],
  [/\brogue\b/i, 'leave it out'],
  // "Safe harbour" and "criminal case" are legal terms.
  [/\b(?:un)?safe(?:ly|ty)?\b(?! harbou?r)/i, 'leave it out: a list says nothing about safety'],
  [
    /\bcriminal(?:s|ly)?\b(?!(?: and [a-z]+)? (?:cases?|proceedings?|courts?|codes?|law|procedure|prosecutions?|investigations?|complaints?|trials?|chamber|section|division|police|judge|matter|charges?|appeal))/i,
    'name the proceedings: "in a criminal case"',
  ],
  [
    /\b(?:stolen|steal(?:s|ing)?|theft|thie(?:f|ves)|bootleg(?:s|ged)?|counterfeiters?)\b/i,
    'name the act and who said it',
  ],
  [
    /\b(?:scam|fraud|fraudulent|shady|dodgy|dangerous|malicious|guilty|culprits?|offenders?|trustworthy|reputable|blacklist(?:s|ed)?)\b/i,
    'leave it out, or attribute it to an act',
  ],
  [/\b(?:listed|named|blocked|banned) since\b/i, 'enumerate the editions, or give the date of the order'],
];

export interface Judgment {
  word: string;
  instead: string;
}

/**
 * The judging words in `text`.
 * @param names names of markets, which are facts even with "Pirate" in them
 */
export function judgingWords(text: string, names: readonly string[] = []): Judgment[] {
  // Fast path: names are removed only from the few texts that contain such a word.
  if (!JUDGING.some(([pattern]) => pattern.test(text))) return [];
  let read = text;
  for (const name of names) read = read.replaceAll(name, '…');
  // Host names and addresses are facts, too.
  read = read.replace(/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\S*/gu, '…');
  return JUDGING.flatMap(([pattern, instead]) => {
    const word = pattern.exec(read)?.[0];
    return word ? [{ word, instead }] : [];
  });
}
