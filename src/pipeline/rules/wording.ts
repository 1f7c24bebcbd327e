/** Rule for wording: our own sentences attribute and do not judge. */
import type { Dataset } from '../dataset.ts';
import { judgingWords } from '../wording.ts';
import { eachCountry, eachMarket, eachSeries, eachSource, type Rule, type Say } from './rule.ts';

/** Fields printed by others or without words. All other texts, including those of future fields, are ours. */
const NOT_OURS: ReadonlySet<string> = new Set(
  'id $schema name otherNames printedName title caseNumber url archived readAt path market source order series domains tracedBy'.split(
    ' ',
  ),
);

export const wordsDoNotJudge: Rule = (data) => {
  const names = namesOfMarkets(data);
  const check = (record: object, say: Say) => {
    for (const [path, text] of ourWords(record))
      for (const { word, instead } of judgingWords(text, names)) say(path, `"${word}" judges: ${instead}`);
  };
  return [
    ...eachMarket(data, check),
    ...eachSource(data, check),
    ...eachSeries(data, check),
    ...eachCountry(data, check),
  ];
};

/** Longest first, so that "The Pirate Bay" is matched before "Pirate Bay". */
function namesOfMarkets(data: Dataset): string[] {
  const names = data.markets.flatMap((market) => [
    market.name,
    ...(market.otherNames ?? []),
    ...market.events.flatMap((event) => event.printedName ?? []),
  ]);
  return [...new Set(names)].filter((name) => name.length > 3).sort((a, b) => b.length - a.length);
}

function* ourWords(value: object, at = ''): Generator<[path: string, text: string]> {
  for (const [key, inner] of Object.entries(value)) {
    const path = at ? `${at}.${key}` : key;
    if (typeof inner === 'string' && !NOT_OURS.has(key))
      yield [path, key === 'locator' ? withoutHeadings(inner) : inner];
    else if (typeof inner === 'object' && inner !== null && (key !== 'domains' || at === '') && key !== 'otherNames')
      yield* ourWords(inner as object, path);
  }
}

/** A locator may quote a heading of the act. */
const withoutHeadings = (locator: string) => locator.replace(/(^|[\s(])(['"‘“„«])[^'"’”“»]+['"’”“»]/g, '$1…');
