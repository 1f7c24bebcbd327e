/**
 * `npm run bench`: look-ups, bytes, ingest and wake, one after the other, into the table and the picture of docs/performance.md.
 *
 *     npm run -s bench -- [--only=lookup,bytes,ingest,wake] [--lists=DIR] [--from=RESULTS.json] [--json]
 *
 * `--from` takes earlier results for whatever is not in `--only`; `--json` prints the results. They are kept in .listmark/bench.json.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { performancePage, type Results } from './page.ts';
import { picture } from './picture.ts';

const BENCHES = ['lookup', 'bytes', 'ingest', 'wake'] as const;
const KEPT = '.listmark/bench.json';
const PAGE = 'docs/performance.md';
const PICTURE = 'docs/pictures/performance.svg';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: BENCHES.join() },
    lists: { type: 'string', default: '../shared/lists/full' },
    from: { type: 'string', default: KEPT },
    json: { type: 'boolean', default: false },
  },
});

const SIZES: Record<(typeof BENCHES)[number], string[]> = {
  lookup: ['--sizes=1000,10000,100000,1000000', '--rounds=7'],
  bytes: ['--sizes=1000,10000,100000,1000000', `--lists=${values.lists}`],
  ingest: ['--sizes=1000,10000,100000,1000000'],
  wake: ['--sizes=5000,100000,1000000'],
};

const results = (existsSync(values.from) ? JSON.parse(readFileSync(values.from, 'utf8')) : {}) as Results;
for (const bench of BENCHES) {
  if (!values.only.split(',').includes(bench)) continue;
  console.error(`${bench} …`);
  const started = { day: new Date().toISOString().slice(0, 10), cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, load: loadavg()[0]! };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6000', '--import', 'tsx', `tests/bench/${bench}.bench.ts`, ...SIZES[bench], '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`the ${bench} bench failed:\n${stderr}`);
  Object.assign(results, { [bench]: { ...started, rows: JSON.parse(stdout) } });
}

mkdirSync('.listmark', { recursive: true });
writeFileSync(KEPT, JSON.stringify(results, null, 2));
writeFileSync(PAGE, performancePage(readFileSync(PAGE, 'utf8'), results));
writeFileSync(PICTURE, picture(results));
if (values.json) console.log(JSON.stringify(results, null, 2));
else console.log(`wrote ${PAGE} and ${PICTURE}`);
