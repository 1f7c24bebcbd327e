/**
 * A keystroke in the explorer's search at 5 thousand markets: finding, filtering, counting behind every filter, sorting.
 * Beside it the naive way, a scan of all texts for the typed letters. Drawing is not in it.
 * Run with "npx tsx tests/bench/search.bench.ts [markets]".
 */
import { engineOf } from '../../src/explorer/search/engine.ts';
import { entriesOf } from '../../src/explorer/search/entries.ts';
import { choiceOf, countsOf, filtered, FILTERS, sorted } from '../../src/explorer/search/filters.ts';
import { statusesIn } from '../../src/explorer/search/statuses.ts';
import { wholeOf } from '../explorer/whole.ts';
import { manyMarkets } from '../many-markets.ts';

/** Milliseconds of one frame at 60 a second. */
const FRAME = 1000 / 60;
const TYPED = [
  'm',
  'ma',
  'mar',
  'mark',
  'marke',
  'market',
  'market p',
  'court order',
  'cuort',
  'm42',
  'm4999-',
  'exampel',
];
const DAY = '2026-11-28';

const count = Number(process.argv[2] ?? 5_000);
const whole = wholeOf(manyMarkets(count, 1));
const since = (start: number) => performance.now() - start;
const built = performance.now();
const entries = entriesOf(whole, DAY);
const engine = engineOf(entries);
console.log(`${count} markets, ${entries.length} entries; the index is built in ${since(built).toFixed(0)} ms`);
const statuses = statusesIn(whole, DAY);
// Computed once for a day, when the page opens.
const first = performance.now();
for (const entry of entries) statuses(entry);
console.log(`statuses of all domains: ${since(first).toFixed(0)} ms, once for a day`);

function keystroke(query: string): number {
  const choice = choiceOf({ kind: 'market' });
  const found = engine.find(query);
  for (const filter of [...FILTERS, 'year' as const]) countsOf(found, choice, filter, statuses);
  return sorted(filtered(found, choice, statuses), choice.sort, true).length;
}

const texts = entries.map((entry) => [entry.title, entry.names, entry.domains].join(' ').toLowerCase());
const scan = (query: string): number => texts.filter((text) => text.includes(query)).length;

const times = (work: (query: string) => number) =>
  Array.from({ length: 5 }, () =>
    TYPED.map((query) => {
      const start = performance.now();
      work(query);
      return since(start);
    }),
  )
    .flat()
    .sort((a, b) => a - b);
const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)]!.toFixed(1);
for (const [name, work] of [
  ['search', keystroke],
  ['scan of all texts', scan],
] as const) {
  const taken = times(work);
  console.log(`${name}: median ${at(taken, 0.5)} ms, 95 % below ${at(taken, 0.95)} ms`);
}
const median = Number(at(times(keystroke), 0.5));
console.log(median <= FRAME ? 'within one frame at the median' : `longer than one frame (${FRAME.toFixed(1)} ms)`);
if (median > FRAME) process.exitCode = 1;
