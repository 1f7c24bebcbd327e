/** Rules for editions: the stated number of markets, and what the record holds. */
import { recordFile } from '../../list/record-file.ts';
import type { Source } from '../../list/records.ts';
import type { Dataset } from '../dataset.ts';
import { eachSource, type Rule } from './rule.ts';

/** The number of distinct markets that the record has from each edition. */
export function foundInEditions(data: Pick<Dataset, 'markets'>): Map<string, number> {
  const found = new Map<string, Set<string>>();
  for (const market of data.markets)
    for (const event of market.events)
      if (event.kind === 'listed' || event.kind === 'named')
        found.set(event.source, (found.get(event.source) ?? new Set()).add(market.id));
  return new Map([...found].map(([source, markets]) => [source, markets.size]));
}

/** Complete editions prove absence, so the number must match exactly. */
export const editionsAddUp: Rule = (data) => {
  const found = foundInEditions(data);
  return eachSource(data, (source, say) => {
    const count = found.get(source.id) ?? 0;
    if (typeof source.stated === 'number' && count > source.stated)
      say(
        'stated',
        `the record finds ${count} markets in an edition that states ${source.stated}: one market stands twice under two names, or one was not named; join or remove it`,
      );
    else if (!source.complete) return;
    else if (!source.edition)
      say('complete', 'only an edition of a list can be complete: add "edition", or take "complete" out');
    else if (typeof source.stated !== 'number')
      say(
        'complete',
        'cannot be complete without a stated number: enter the number that the act gives, or take "complete" out',
      );
    else if (count !== source.stated)
      say(
        'complete',
        `the record finds ${count} of the ${source.stated} stated: find the rest, or say that it is not complete`,
      );
  });
};

export const editionsAreUnique: Rule = (data) => {
  const seen = new Map<string, Source>();
  return eachSource(data, (source, say) => {
    if (!source.edition) return;
    const key = `${source.series} ${source.edition}`;
    const other = seen.get(key);
    if (other)
      say(
        'edition',
        `${recordFile('sources', other)} is edition "${source.edition}" of ${source.series} too: join the two, or correct the label`,
      );
    seen.set(key, source);
  });
};
