/**
 * `npm run -s fleet`: simulates a million clients over three days with an outage in the middle, and counts the requests
 * at the host per second. Compares our schedule with two schedules without jitter. The sizes of requests are those that
 * tests/e2e/changes.test.ts measures at the socket.
 */
import { minutesToNext } from '../../src/background/schedule.ts';
import { orUsage, programArguments, usage, wholeNumber } from '../../src/pipeline/arguments.ts';

const USAGE = usage(
  'npm run -s fleet -- [clients]',
  'What a list’s host gets from so many clients in three days, a million where no number is given.',
);
const [asked = '1000000'] = programArguments(USAGE, {}, 1).positionals;
const CLIENTS = orUsage(USAGE, () => wholeNumber('clients', asked, 1, 100_000_000));
const HOUR = 60;
const DAYS = 3;
const END = DAYS * 24 * HOUR;
const OUTAGE = { from: 30 * HOUR, until: 38 * HOUR };
/** Minutes after midnight at which a release appears each day. */
const RELEASE = 12 * HOUR;
/** Measured bytes in both directions: a sync that finds nothing new, and a sync with one changed market. */
const CURRENT = 1100;
const CHANGED = 3700;
const FAILED = 450;

interface Client {
  name: string;
  /** Minutes from now to the next sync. */
  next(last: { at: string; failures?: number } | null, now: number, random: () => number): number;
  /** Minute of the first sync, for the minute at which the browser starts. */
  first(start: number, random: () => number): number;
}

const toClock = (minute: number, every: number) => every - (minute % every) || every;
const CLIENTS_OF: Client[] = [
  {
    name: 'Listmark',
    next: (last, now, random) => minutesToNext(last, now * 60_000, random),
    first: (start, random) => start + minutesToNext(null, 0, random),
  },
  {
    name: 'back-off, no jitter, by the clock',
    next: (last, now) => (last?.failures ? Math.min(6 * HOUR, 15 * 2 ** (last.failures - 1)) : toClock(now, 6 * HOUR)),
    first: (start) => start + toClock(start, 6 * HOUR),
  },
  {
    name: 'retry each 15 minutes, by the clock',
    next: (last, now) => (last?.failures ? 15 : toClock(now, 6 * HOUR)),
    first: (start) => start + toClock(start, 6 * HOUR),
  },
];

/** A fast deterministic random number generator. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function simulate(client: Client) {
  const perSecond = new Uint32Array(END * 60);
  const random = numbers(20_261_122);
  let bytes = 0;
  let checks = 0;
  for (let n = 0; n < CLIENTS; n++) {
    // Browsers are started over the first day, half of them between eight and ten.
    const start = random() < 0.5 ? 8 * HOUR + random() * 2 * HOUR : random() * 24 * HOUR;
    // Clients that sync at a fixed time differ by a few seconds, because their clocks differ.
    const drift = random() / 12;
    let last: { at: string; failures?: number } | null = null;
    let failures = 0;
    let held = 0;
    for (let at = client.first(start, random) + drift; at < END;) {
      perSecond[Math.floor(at * 60)]!++;
      checks++;
      const down = at >= OUTAGE.from && at < OUTAGE.until;
      const released = Math.floor((at - RELEASE) / (24 * HOUR)) + 1;
      failures = down ? failures + 1 : 0;
      bytes += down ? FAILED : released > held ? CHANGED : CURRENT;
      if (!down) held = released;
      last = { at: new Date(at * 60_000).toISOString(), failures };
      // The difference stays the same, because the clock of a client is not corrected.
      at += Math.max(1 / 60, client.next(last, at - drift, random));
    }
  }
  return { perSecond, bytes, checks };
}

const peak = (perSecond: Uint32Array, from: number, until: number) => {
  let most = 0;
  for (let second = Math.floor(from * 60); second < Math.floor(until * 60); second++)
    most = Math.max(most, perSecond[second]!);
  return most;
};

const rows = CLIENTS_OF.map((client) => {
  const { perSecond, bytes, checks } = simulate(client);
  const mean = checks / (END * 60);
  return [
    client.name,
    mean.toFixed(0),
    peak(perSecond, 24 * HOUR, OUTAGE.from).toLocaleString('en'),
    peak(perSecond, OUTAGE.from, OUTAGE.until).toLocaleString('en'),
    peak(perSecond, OUTAGE.until, OUTAGE.until + HOUR).toLocaleString('en'),
    peak(perSecond, OUTAGE.until + HOUR, END).toLocaleString('en'),
    (checks / CLIENTS / DAYS).toFixed(1),
    (bytes / CLIENTS / DAYS).toFixed(0),
  ];
});
const table = [
  [
    'client',
    'mean/s',
    'peak/s before',
    'peak/s outage',
    'peak/s hour after',
    'peak/s later',
    'checks/day',
    'bytes/day',
  ],
  ...rows,
];
const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
console.log(
  `${CLIENTS.toLocaleString('en')} clients, ${DAYS} days, the host away from hour ${OUTAGE.from / HOUR} to ${OUTAGE.until / HOUR}, a release each day`,
);
for (const row of table)
  console.log(
    row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[0]!))).join('  '),
  );
