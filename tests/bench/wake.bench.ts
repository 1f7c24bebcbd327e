/**
 * Wake to verdict: from the start of a worker to the verdict on a navigation, in both browsers. The floor is the same
 * worker, which only opens IndexedDB and reads one small value.
 *
 *     npx tsx tests/bench/wake.bench.ts [--sizes=5000,100000,1000000] [--rounds=20] [--browsers=chromium,firefox]
 *     [--json]
 *
 * In each round the worker is killed three times: before the floor, before a host that is not listed, and before one
 * that is (its block of names is read too). The worker measures the times itself, from its start. `database` is the time
 * from the navigation's event to the verdict, without the start, so its ratio is harder to meet. The debugger of
 * Chromium makes all three starts longer.
 */
import { pause, until, type Driver } from '../../tools/drivers/driver.ts';
import { ListServer } from '../../tools/servers/list-server.ts';
import { serveSites } from '../../tools/servers/sites.ts';
import type { Bench, Wake } from './bench-worker.ts';
import {
  BROWSERS,
  count,
  launch,
  makeRegister,
  median,
  prepare,
  type BenchRegister,
  type BrowserName,
} from './browser-world.ts';
import { VISITED } from './visited.ts';
import { programArguments, usage } from '../../src/pipeline/arguments.ts';

const USAGE = usage(
  'tsx tests/bench/wake.bench.ts [--sizes=…] [--rounds=…] [--browsers=…] [--json]',
  'From the start of a killed worker to its look-up, beside a floor: see the head of the file.',
);
const { values } = programArguments(USAGE, {
  sizes: { type: 'string', default: '5000,100000,1000000' },
  rounds: { type: 'string', default: '20' },
  browsers: { type: 'string', default: BROWSERS.join() },
  json: { type: 'boolean', default: false },
});
const rounds = Number(values.rounds);
const KINDS = ['floor', 'unlisted', 'listed'] as const;
type Kind = (typeof KINDS)[number];
const IDLE = 'http://idle.example/';

declare const bench: Bench;

const from = await prepare();
const registers: BenchRegister[] = [];
for (const size of values.sizes.split(',')) registers.push(await makeRegister(Number(size), from, false));

const listedHost = ({ names }: BenchRegister, round: number): string =>
  `www.${names[Math.floor(((round + 0.5) / rounds) * names.length)]!}`;
const unlistedHost = (round: number): string => `www.not-listed-${round}.example`;
const hosts = [
  'idle.example',
  ...registers.flatMap((register) =>
    Array.from({ length: rounds }, (_, round) => [listedHost(register, round), unlistedHost(round)]).flat(),
  ),
];

async function wakes(browser: Driver, register: BenchRegister): Promise<Record<Kind, Wake[]>> {
  const server = await ListServer.start({ files: register.files });
  const found: Record<Kind, Wake[]> = { floor: [], unlisted: [], listed: [] };
  try {
    await browser.inWorker(
      (list, address, host) => bench.ingest(list, address, host),
      register.list,
      server.url,
      register.names[0]!,
    );
    const page = await browser.open(IDLE);
    await pause(1_000);
    for (let round = 0; round < rounds; round++) {
      for (const kind of KINDS.map((each) => [Math.random(), each] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, each]) => each)) {
        const url = `http://${kind === 'listed' ? listedHost(register, round) : unlistedHost(round)}${VISITED}/${kind === 'floor' ? 'floor' : 'look'}`;
        await page.goto(IDLE);
        await browser.killWorker();
        await pause(100);
        await page.goto(url);
        const wake = (await until(
          () => browser.inWorker(() => bench.wake()),
          (seen) => !!seen?.verdict,
        ))!;
        if (wake.url !== url || wake.found !== (kind === 'listed' ? 1 : 0))
          throw new Error(`${kind}: asked ${url}, answered ${JSON.stringify(wake)}`);
        found[kind].push(wake);
      }
    }
    await page.close();
    await browser.inWorker((list) => bench.remove(list), register.list);
  } finally {
    await server.close();
  }
  return found;
}

export interface WakeRow {
  browser: string;
  names: number;
  kind: Kind;
  median: number;
  worst: number;
  timesFloor: number;
  /** Since the event of the navigation. */
  database: number;
  databaseTimesFloor: number;
  databaseWorst: number;
}

const rows: WakeRow[] = [];
for (const name of values.browsers.split(',') as BrowserName[]) {
  const sites = await serveSites(hosts);
  const browser = await launch(name, from, sites.hosts);
  try {
    for (const register of registers) {
      const found = await wakes(browser, register);
      const total = (kind: Kind) => found[kind].map(({ verdict }) => verdict);
      const database = (kind: Kind) => found[kind].map(({ verdict, event }) => verdict - event);
      for (const kind of KINDS)
        rows.push({
          browser: `${name} ${browser.version.replace(/^\D+/, '')}`,
          names: register.names.length,
          kind,
          median: median(total(kind)),
          worst: Math.max(...total(kind)),
          timesFloor: median(total(kind)) / median(total('floor')),
          database: median(database(kind)),
          databaseTimesFloor: median(database(kind)) / median(database('floor')),
          databaseWorst: Math.max(...database(kind)),
        });
    }
  } finally {
    await browser.close();
    await sites.close();
  }
}

if (values.json) console.log(JSON.stringify(rows, null, 2));
else
  console.table(
    rows.map((row) => ({
      browser: row.browser,
      names: count(row.names),
      host: row.kind,
      'ms from start': Number(row.median.toFixed(1)),
      worst: Number(row.worst.toFixed(1)),
      'x floor': Number(row.timesFloor.toFixed(2)),
      'ms from event': Number(row.database.toFixed(1)),
      'x floor, from event': Number(row.databaseTimesFloor.toFixed(2)),
      'worst from event': Number(row.databaseWorst.toFixed(1)),
    })),
  );
process.exit(0);
