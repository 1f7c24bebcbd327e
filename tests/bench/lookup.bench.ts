/**
 * How long a look-up takes, compared with its peers and the floor.
 *
 *     npx tsx tests/bench/lookup.bench.ts [--sizes=10000,100000,1000000] [--rounds=51] [--cdn=0.08] [--peers=DIR]
 *     [--speed-only] [--json]
 *
 * Look-ups: one process per size has all engines. In each round every engine, in shuffled order, looks up the same hosts
 * as new strings (without a cached hash). Ratios are computed inside a round, and the result is the median over rounds:
 * on a busy machine single times vary by half, ratios do not. Build, cold start and memory: a new process for each
 * engine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeVisits } from './hosts.ts';
import { makeEngines, type Engine, type Lookup } from './lookup-engines.ts';
import { makeNames, seeded } from './names.ts';
import { programArguments, usage } from '../../src/pipeline/arguments.ts';

const HOSTS = 100_000;
/** Short passes: a pass of 2 ms usually ends before the system gives the processor to another process. */
const HOSTS_A_PASS = 10_000;
const HOSTS_A_SLOW_PASS = 1_000;
const WARM_UP_ROUNDS = 10;
const COLD_STARTS = 7;

interface Speed {
  name: string;
  /** Nanoseconds per look-up, one figure per round. */
  rounds: number[];
  /** Number of wrong answers, in both directions. */
  wrong: number;
}
interface Cost {
  buildMs: number;
  storedBytes: number;
  coldMs: number;
  residentBytes: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => [random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);

/** New strings without a cached hash, with one byte per character, like those that the URL parser makes. */
class FreshStrings {
  readonly #bytes: Buffer;
  readonly #ends: number[] = [];

  constructor(texts: readonly string[]) {
    this.#bytes = Buffer.from(texts.join(''), 'latin1');
    let end = 0;
    for (const text of texts) this.#ends.push((end += text.length));
  }

  take(from: number, count: number): string[] {
    return this.#ends
      .slice(from, from + count)
      .map((end, n) => this.#bytes.toString('latin1', this.#ends[from + n - 1] ?? 0, end));
  }
}

/** A separate loop for each engine; with one call site for all, V8 would not inline any of them. */
const makeLoop = (): ((lookup: Lookup, texts: readonly string[]) => number) =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function(
    'lookup',
    'texts',
    'let found = 0; for (let i = 0; i < texts.length; i++) if (lookup(texts[i])) found++; return found;',
  ) as ReturnType<typeof makeLoop>;

async function measureSpeed(engines: readonly Engine[], size: number, rounds: number): Promise<Speed[]> {
  const names = makeNames(size);
  const { hosts, listed } = makeVisits(names, HOSTS, Number(values.cdn));
  const random = seeded(3);
  const path = (): string =>
    `/${Array.from({ length: 1 + Math.floor(random() * 4) }, () => random().toString(36).slice(2)).join('/')}`;
  const texts = {
    host: new FreshStrings(hosts),
    address: new FreshStrings(hosts.map((host) => `https://${host}${path()}`)),
  };
  const runs = [];
  for (const engine of engines) {
    const built = await engine.build(names);
    const lookup = await engine.load(built.stored, built.names);
    const count = engine.slow ? HOSTS_A_SLOW_PASS : HOSTS_A_PASS;
    const checked = engine.kind === 'floor' ? 0 : engine.slow ? HOSTS / 10 : HOSTS;
    const wrong = texts[engine.takes].take(0, checked).filter((text, n) => lookup(text) !== listed[n]).length;
    runs.push({ engine, lookup, count, wrong, loop: makeLoop(), rounds: [] as number[] });
  }
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const run of shuffled(runs, random)) {
      const fresh = texts[run.engine.takes].take(((round + WARM_UP_ROUNDS) * HOSTS_A_PASS) % HOSTS, run.count);
      const start = process.hrtime.bigint();
      run.loop(run.lookup, fresh);
      const nanoseconds = Number(process.hrtime.bigint() - start) / run.count;
      if (round >= 0) run.rounds.push(nanoseconds);
    }
  }
  return runs.map(({ engine, wrong, rounds }) => ({ name: engine.name, wrong, rounds }));
}

async function measureBuild(
  engine: Engine,
  size: number,
  file: string,
): Promise<{ buildMs: number; storedBytes: number }> {
  const names = makeNames(size);
  await engine.build(['warm.example']);
  const start = performance.now();
  const { stored } = await engine.build(names);
  const buildMs = performance.now() - start;
  writeFileSync(file, stored);
  return { buildMs, storedBytes: stored.length };
}

const inUse = (): number => {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** From stored bytes to the first answer, in a process that has loaded the code but not answered yet. */
async function measureCold(engine: Engine, file: string): Promise<{ coldMs: number; residentBytes: number }> {
  await engine.load((await engine.build(['warm.example'])).stored, []);
  let stored: Buffer<ArrayBuffer> | null = readFileSync(file);
  const before = inUse() - stored.buffer.byteLength;
  const start = performance.now();
  // The copy simulates the structured clone of a read from IndexedDB.
  const lookup = await engine.load(new Uint8Array(stored), []);
  const text = engine.takes === 'host' ? 'www.not-listed-anywhere.example' : 'https://www.not-listed-anywhere.example/';
  if (lookup(text)) throw new Error('A first answer is wrong.');
  const coldMs = performance.now() - start;
  stored = null;
  const residentBytes = inUse() - before;
  lookup(text);
  return { coldMs, residentBytes };
}

const USAGE = usage(
  'tsx tests/bench/lookup.bench.ts [--sizes=…] [--rounds=…] [--cdn=…] [--peers=…] [--speed-only] [--json] [--only=…]',
  'Look-ups beside peers: see the head of the file.',
);
const { values } = programArguments(USAGE, {
  sizes: { type: 'string', default: '10000,100000,1000000' },
  rounds: { type: 'string', default: '51' },
  /** Share of long CDN hosts among the looked-up hosts. */
  cdn: { type: 'string', default: '0.08' },
  peers: { type: 'string', default: process.cwd() },
  /** Leaves out build, cold start and memory, which take most of the time. */
  'speed-only': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  /** Internal: this program starts itself with it in a new process. */
  only: { type: 'string' },
});

function inFreshProcess<T>(...task: (string | number)[]): T {
  const args = [
    '--expose-gc',
    '--max-old-space-size=6000',
    '--import',
    'tsx',
    import.meta.filename,
    `--peers=${values.peers}`,
    `--rounds=${values.rounds}`,
    `--cdn=${values.cdn}`,
    `--only=${JSON.stringify(task)}`,
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${task.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

async function only([task, size, name, file]: [string, number, string, string]): Promise<unknown> {
  const engines = makeEngines(values.peers);
  if (task === 'speed') return measureSpeed(engines, size, Number(values.rounds));
  const engine = engines.find((each) => each.name === name)!;
  return task === 'build' ? measureBuild(engine, size, file) : measureCold(engine, file);
}

/** One cold start of each engine per round, in shuffled order, so that a busy minute affects all of them equally. */
function measureCosts(engines: readonly Engine[], size: number): Map<string, Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'listmark-bench-'));
  const random = seeded(4);
  try {
    const runs = engines.map((engine, n) => {
      const file = join(folder, String(n));
      return {
        name: engine.name,
        file,
        built: inFreshProcess<{ buildMs: number; storedBytes: number }>('build', size, engine.name, file),
        starts: [] as Omit<Cost, 'buildMs' | 'storedBytes'>[],
      };
    });
    for (let round = 0; round < COLD_STARTS; round++) {
      for (const run of shuffled(runs, random)) run.starts.push(inFreshProcess('cold', size, run.name, run.file));
    }
    return new Map(
      runs.map(({ name, built, starts }) => [
        name,
        {
          ...built,
          coldMs: median(starts.map((each) => each.coldMs)),
          residentBytes: median(starts.map((each) => each.residentBytes)),
        },
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (values.only !== undefined) {
  process.stdout.write(JSON.stringify(await only(JSON.parse(values.only) as [string, number, string, string])));
} else {
  const engines = makeEngines(values.peers);
  const report = values.sizes.split(',').map((text) => {
    const size = Number(text);
    const speeds = inFreshProcess<Speed[]>('speed', size);
    const peers = speeds
      .filter((_, n) => engines[n]!.kind === 'peer')
      .sort((a, b) => median(a.rounds) - median(b.rounds));
    const floor = speeds.find(({ name }) => name.startsWith('floor: hash'))!;
    // Ours is one engine with three kinds of input, so it is built and started once.
    const once = engines.filter(({ kind }, n) => kind === 'peer' || n === 0);
    const costs: ReadonlyMap<string, Cost> = values['speed-only'] ? new Map<string, Cost>() : measureCosts(once, size);
    const ratio = (to: Speed, of: Speed): number =>
      median(of.rounds.map((_, round) => to.rounds[round]! / of.rounds[round]!));
    const rows = speeds.map((speed) => ({
      name: speed.name,
      wrong: speed.wrong,
      nanoseconds: median(speed.rounds),
      fasterThanBestPeer: ratio(peers[0]!, speed),
      timesFloor: 1 / ratio(floor, speed),
      cost: costs.get(speed.name) ?? null,
    }));
    return { size, bestPeer: peers[0]!.name, rows };
  });
  if (values.json)
    console.log(
      JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, rounds: Number(values.rounds), report }, null, 2),
    );
  else {
    for (const { size, bestPeer, rows } of report) {
      console.log(`\n${size.toLocaleString('en')} names; best exact peer: ${bestPeer}`);
      console.table(
        Object.fromEntries(
          rows.map(({ name, cost, ...row }) => [
            name,
            {
              'ns a look-up': Math.round(row.nanoseconds),
              'x best peer': Number(row.fasterThanBestPeer.toFixed(2)),
              'x floor': Number(row.timesFloor.toFixed(2)),
              wrong: row.wrong,
              'build ms': cost && Math.round(cost.buildMs),
              'stored B/name': cost && Number((cost.storedBytes / size).toFixed(2)),
              'resident B/name': cost && Number((cost.residentBytes / size).toFixed(2)),
              'cold ms': cost && Number(cost.coldMs.toFixed(2)),
            },
          ]),
        ),
      );
    }
  }
}
