/**
 * `npm run bench`: runs the benches for look-ups, bytes, ingest and wake in sequence, and writes the tables and the
 * picture of docs/performance.md.
 *
 *     npm run -s bench -- [--only=wake,lookup,requests,bytes,ingest] [--lists=DIR] [--name=NAME] [--json]
 *
 * The figures of each run are kept in docs/performance/<name>.json; the default name is the day. `--only` leaves the
 * other figures of that run unchanged. The page compares the last two runs. `--json` prints the figures.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { performancePage, type Results } from './page.ts';
import { picture } from './picture.ts';
import { orUsage, programArguments, usage, UsageError } from '../../src/pipeline/arguments.ts';

const RUNS = 'docs/performance';
const PAGE = 'docs/performance.md';
const PICTURE = 'docs/pictures/performance.svg';

const BENCHES = ['wake', 'lookup', 'requests', 'bytes', 'ingest'] as const;
type Bench = (typeof BENCHES)[number];

const USAGE = usage(
  'npm run -s bench -- [--only=…] [--lists=…] [--name=…] [--json]',
  'Look-ups, bytes, ingest and wake, into the tables and the picture of docs/performance.md: see the head of tests/bench/all.bench.ts.',
);
const { values } = programArguments(USAGE, {
  only: { type: 'string', default: BENCHES.join() },
  /** A folder of real lists, one host per line. */
  lists: { type: 'string', default: '' },
  name: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  json: { type: 'boolean', default: false },
});
const asked = values.only.split(',');
const unknown = asked.filter((name) => !(BENCHES as readonly string[]).includes(name));
orUsage(USAGE, () => {
  if (unknown.length > 0)
    throw new UsageError(`there is no bench "${unknown.join('", "')}"; there are ${BENCHES.join(', ')}`);
});

const TASKS: Record<Bench, string[]> = {
  wake: ['wake', '--sizes=5000,100000,1000000'],
  lookup: ['lookup', '--sizes=1000,10000,100000,1000000'],
  requests: ['lookup', '--sizes=100000,1000000', '--cdn=0.2', '--speed-only'],
  bytes: ['bytes', '--sizes=1000,10000,100000,1000000', `--lists=${values.lists}`],
  ingest: ['ingest', '--sizes=1000,10000,100000,1000000'],
};

const fileOf = (name: string): string => join(RUNS, `${name}.json`);
const read = (name: string): Results => JSON.parse(readFileSync(fileOf(name), 'utf8')) as Results;

mkdirSync(RUNS, { recursive: true });
const results: Results = existsSync(fileOf(values.name)) ? read(values.name) : {};
for (const bench of BENCHES) {
  if (!asked.includes(bench)) continue;
  const started = {
    at: `${new Date().toISOString().slice(0, 16)}Z`,
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    load: loadavg()[0]!,
  };
  console.error(`${bench}, load ${started.load.toFixed(1)} …`);
  const [file, ...args] = TASKS[bench];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6000', '--import', 'tsx', `tests/bench/${file}.bench.ts`, ...args, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`the ${bench} bench failed:\n${stderr}`);
  Object.assign(results, { [bench]: { ...started, rows: JSON.parse(stdout) } });
  writeFileSync(fileOf(values.name), `${JSON.stringify(results, null, 2)}\n`);
}

const runs = readdirSync(RUNS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5))
  .sort()
  .map((name) => ({ name, results: read(name) }));
writeFileSync(
  PAGE,
  await format(performancePage(readFileSync(PAGE, 'utf8'), runs), { ...(await resolveConfig(PAGE)), filepath: PAGE }),
);
writeFileSync(PICTURE, picture(runs.at(-1)!.results));
if (values.json) console.log(JSON.stringify(results, null, 2));
else console.log(`wrote ${PAGE} and ${PICTURE}`);
