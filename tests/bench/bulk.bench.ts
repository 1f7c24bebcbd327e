/**
 * The bulk check of 100 thousand lines against the naive way: split the lines, `new URL`, ask a `Set`.
 *
 *     npx tsx tests/bench/bulk.bench.ts [--lines=100000] [--rounds=11] [--listed=0.002] [--json]
 *
 * Both run in turn in one process, in every round, on texts made anew; the ratio is the median over the rounds. Limit: 4.
 */
import { checkEntries } from '../../src/bulk/bulk-check.ts';
import { readInput } from '../../src/bulk/read-input.ts';
import { endingOf } from '../../src/list/names/ending.ts';
import { listInMemory } from '../../src/list/release/list-in-memory.ts';
import { programArguments, usage } from '../../src/pipeline/arguments.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { readDataset } from '../../src/pipeline/dataset.ts';
import { today } from '../../src/today.ts';

const { values } = programArguments(usage('bulk.bench.ts [options]', 'See the head of the file.'), {
  lines: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '11' },
  listed: { type: 'string', default: '0.002' },
  json: { type: 'boolean', default: false },
});
const count = Number(values.lines);
const every = Math.round(1 / Number(values.listed));

const { dataset } = readDataset('data');
const list = await listInMemory(compile(dataset));
const names = [...new Set(dataset.markets.flatMap(({ domains }) => domains.map(({ name }) => name)))];
const set = new Set(names);

/** Other lines in every round, so that nothing is remembered. */
const textOf = (round: number): string =>
  Array.from({ length: count }, (_, n) => {
    if (n % every === 0) return `https://${names[(n * 7 + round) % names.length]!}/page-${n}`;
    return n % 2 ? `https://www.site-${round}-${n}.com/path/${n}?id=${n}` : `host-${n}-${round}.example.org`;
  }).join('\n');

function naive(text: string): number {
  let found = 0;
  for (const line of text.split('\n'))
    if (set.has(new URL(line.includes('://') ? line : `http://${line}`).hostname)) found++;
  return found;
}

async function ours(text: string): Promise<number> {
  const options = { asOf: today(), readOn: today(), expired: false, endingOf };
  const rows = await checkEntries(readInput(text).entries, list, options);
  return rows.filter((row) => row.outcome === 'checked' && row.markets.length > 0).length;
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;
const rounds: { naive: number; ours: number; ratio: number }[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const text = textOf(round);
  const [start, foundNaive] = [performance.now(), naive(text)];
  const [between, foundOurs] = [performance.now(), await ours(text)];
  const end = performance.now();
  if (foundOurs !== foundNaive) throw new Error(`found ${foundOurs} listed lines, the naive way ${foundNaive}`);
  rounds.push({ naive: between - start, ours: end - between, ratio: (end - between) / (between - start) });
}
const result = {
  lines: count,
  naiveMs: median(rounds.map((round) => round.naive)),
  bulkMs: median(rounds.map((round) => round.ours)),
  ratio: median(rounds.map(({ ratio }) => ratio)),
};
console.log(
  values.json
    ? JSON.stringify(result)
    : `${count} lines: naive ${result.naiveMs.toFixed(0)} ms, bulk check ${result.bulkMs.toFixed(0)} ms, ${result.ratio.toFixed(1)} times (limit 4)`,
);
