/**
 * Ingest of a register in both browsers: from the last byte of the download to the first answer. The floor writes the
 * same number of bytes as one value. Both alternate in one run.
 *
 *     npx tsx tests/bench/ingest.bench.ts [--sizes=1000,10000,100000,1000000] [--rounds=7]
 *     [--browsers=chromium,firefox] [--json]
 *
 * Memory is read twenty times a second. Chromium reports heap and buffers of the worker; both browsers report the memory
 * of the process of the extensions. Firefox reports neither heap nor buffers of one extension, so it has only the
 * process. In Chromium's own count a peak between two readings or while the worker is busy may be missing, but not in
 * that of the process.
 */
import { pause, type Driver, type WorkerMemory } from '../../tools/drivers/driver.ts';
import { ListServer } from '../../tools/servers/list-server.ts';
import { serveSites } from '../../tools/servers/sites.ts';
import type { Bench, Ingested } from './bench-worker.ts';
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
import { programArguments, usage } from '../../src/pipeline/arguments.ts';

const USAGE = usage(
  'tsx tests/bench/ingest.bench.ts [--sizes=…] [--rounds=…] [--browsers=…] [--json]',
  'Ingest of a register in both browsers, beside a floor: see the head of the file.',
);
const { values } = programArguments(USAGE, {
  sizes: { type: 'string', default: '1000,10000,100000,1000000' },
  rounds: { type: 'string', default: '7' },
  browsers: { type: 'string', default: BROWSERS.join() },
  json: { type: 'boolean', default: false },
});

declare const bench: Bench;

const MEGABYTE = 1e6;
const from = await prepare();
const registers: BenchRegister[] = [];
for (const size of values.sizes.split(',').map(Number)) {
  registers.push(await makeRegister(size, from, false));
  if (size === 100_000) registers.push(await makeRegister(size, from, true));
}

type Peak = Record<keyof WorkerMemory, number>;

/** The maximum of each kind of memory while a task runs; for the process, the increase since before the first task. */
async function peakOf<T>(
  browser: Driver,
  before: WorkerMemory | null,
  task: () => Promise<T>,
): Promise<{ value: T; peak: Peak | null }> {
  let peak = before;
  let going = true;
  const watching = (async () => {
    while (going) {
      const now = await browser.workerMemory().catch(() => null);
      if (now && peak)
        peak = {
          resident: Math.max(now.resident, peak.resident),
          heap: Math.max(now.heap ?? 0, peak.heap ?? 0),
          buffers: Math.max(now.buffers ?? 0, peak.buffers ?? 0),
        };
      await pause(50);
    }
  })();
  const value = await task();
  going = false;
  await watching;
  if (!before || !peak) return { value, peak: null };
  return {
    value,
    peak: { resident: peak.resident - before.resident, heap: peak.heap ?? 0, buffers: peak.buffers ?? 0 },
  };
}

export interface IngestRow {
  browser: string;
  names: number;
  columns: boolean;
  milliseconds: number;
  floor: number;
  timesFloor: number;
  worstRatio: number;
  storedPerName: number;
  longestBlock: number;
  heap: number | null;
  buffers: number | null;
  resident: number | null;
}

async function measure(browser: Driver, { list, names, files }: BenchRegister): Promise<Omit<IngestRow, 'browser'>> {
  const server = await ListServer.start({ files });
  const runs: { ingest: Ingested; floor: number; peak: Peak | null }[] = [];
  const rounds = names.length > 300_000 ? 3 : Number(values.rounds);
  try {
    const ingest = () =>
      browser.inWorker((...of) => bench.ingest(...of), list, server.url, `www.${names[names.length >> 1]!}`);
    const before = await browser.workerMemory();
    // The first round measures how much is stored, and is a warm-up.
    const { stored } = await ingest();
    for (let round = 0; round < rounds; round++) {
      const floor = await browser.inWorker((bytes) => bench.writeOne(bytes), stored);
      // Only in the last round, because reading the memory takes time.
      const looked =
        round === rounds - 1 ? await peakOf(browser, before, ingest) : { value: await ingest(), peak: null };
      runs.push({ ingest: looked.value, floor, peak: looked.peak });
    }
    await browser.inWorker((of) => bench.remove(of), list);
    const timed = runs.length > 1 ? runs.slice(0, -1) : runs;
    const peak = runs.at(-1)!.peak;
    const isChromium = browser.name === 'chromium';
    return {
      names: names.length,
      columns: list.endsWith('-columns'),
      milliseconds: median(timed.map(({ ingest }) => ingest.milliseconds)),
      floor: median(timed.map(({ floor }) => floor)),
      timesFloor: median(timed.map(({ ingest, floor }) => ingest.milliseconds / floor)),
      worstRatio: Math.max(...timed.map(({ ingest, floor }) => ingest.milliseconds / floor)),
      storedPerName: stored / names.length,
      longestBlock: median(timed.map(({ ingest }) => ingest.longestBlock)),
      heap: isChromium && peak ? peak.heap : null,
      buffers: isChromium && peak ? peak.buffers : null,
      resident: peak && peak.resident,
    };
  } finally {
    await server.close();
  }
}

const rows: IngestRow[] = [];
for (const name of values.browsers.split(',') as BrowserName[]) {
  const sites = await serveSites(['idle.example']);
  const browser = await launch(name, from, sites.hosts);
  try {
    for (const register of registers)
      rows.push({ browser: `${name} ${browser.version.replace(/^\D+/, '')}`, ...(await measure(browser, register)) });
  } finally {
    await browser.close();
    await sites.close();
  }
}

const megabytes = (bytes: number | null) => bytes && Number((bytes / MEGABYTE).toFixed(1));
if (values.json) console.log(JSON.stringify(rows, null, 2));
else
  console.table(
    rows.map((row) => ({
      browser: row.browser,
      names: count(row.names),
      columns: row.columns ? 2 : 0,
      ms: Math.round(row.milliseconds),
      'floor ms': Math.round(row.floor),
      'x floor': Number(row.timesFloor.toFixed(2)),
      worst: Number(row.worstRatio.toFixed(2)),
      'stored B/name': Number(row.storedPerName.toFixed(1)),
      'longest block ms': Math.round(row.longestBlock),
      'heap MB': megabytes(row.heap),
      'buffers MB': megabytes(row.buffers),
      'process + MB': megabytes(row.resident),
    })),
  );
process.exit(0);
