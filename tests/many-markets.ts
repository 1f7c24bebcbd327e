/** Lists of any size for measurements, with markets about as large as the real ones. */
import type { Market } from '../src/list/records.ts';
import type { Dataset } from '../src/pipeline/dataset.ts';
import { exampleData, exampleMarket } from './fixtures.ts';

const WORDS =
  'court order of the list named site office page table schedule domain street block notice edition review market'.split(
    ' ',
  );

/**
 * A market with pseudo-random words, so that markets compress no better than real ones. The same number and version
 * give the same market.
 */
export function market(number: number, version = 0): Market {
  let seed = (number + 1) * 7919 + version * 104_729;
  const random = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  const name = `m${number}-${Math.floor(random() * 1e9).toString(36)}`;
  const base = exampleMarket(`market-${number}`, `${name}.example`);
  const more = ['net', 'org', 'to', 'cc']
    .slice(0, Math.floor(random() * 4) + 1)
    .map((tld) => ({ ...base.domains[0]!, name: `${name}.${tld}`, locator: `p. ${Math.floor(random() * 90)}` }));
  return {
    ...base,
    name: words(2),
    otherNames: [words(2)],
    domains: [...base.domains, ...more],
    events: [
      ...base.events,
      {
        kind: 'listed',
        source: 'xx-list-2020',
        domains: more.map((domain) => domain.name),
        verification: 'act',
        locator: words(4),
        note: words(12),
      },
    ],
    note: `${words(25)} ${version}`,
  };
}

export function manyMarkets(count: number, sequence: number, changed: readonly number[] = []): Dataset {
  const versions = new Map(changed.map((number, n) => [number, n + 1]));
  return exampleData(
    Array.from({ length: count }, (_, number) => market(number, versions.get(number) ?? 0)),
    sequence,
  );
}
