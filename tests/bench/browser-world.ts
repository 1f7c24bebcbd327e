/**
 * Shared by the browser benches: the bench build of the extension, signed registers of made-up names, and a browser
 * with both.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKey, signingKey } from '../../src/pipeline/keys.ts';
import { signHead } from '../../src/pipeline/publish.ts';
import { buildRegisterRelease } from '../../src/pipeline/publish-register.ts';
import { sortNames } from '../../src/list/names/name-order.ts';
import { HEAD_NAME } from '../../src/list/release/release.ts';
import type { Bytes } from '../../src/list/release/trust.ts';
import { buildExtension, makeRelease, type Workshop } from '../../tools/build.ts';
import { launch as launchChromium } from '../../tools/drivers/chromium.ts';
import type { Driver, Hosts } from '../../tools/drivers/driver.ts';
import { launch as launchFirefox } from '../../tools/drivers/firefox.ts';
import { makeNames, seeded } from './names.ts';

/** Only for this run, because two benches may run in parallel. */
const DIR = mkdtempSync(join(tmpdir(), 'listmark-bench-'));
process.on('exit', () => rmSync(DIR, { recursive: true, force: true }));

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** A million names are stored in one call. */
const TEN_MINUTES = 600_000;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
export const count = (n: number): string => n.toLocaleString('en');

export const prepare = (): Promise<Workshop> => makeRelease(DIR);

/** Starts a browser with the extension and the bench's worker; the curated list is the bundled one. */
export async function launch(name: BrowserName, from: Workshop, hosts: Hosts): Promise<Driver> {
  const target = name === 'chromium' ? 'chrome' : 'firefox';
  const extensionDir = await buildExtension({
    target,
    out: join(DIR, target),
    from,
    hosts: true,
    worker: 'tests/bench/bench-worker.ts',
    address: 'http://127.0.0.1:9/',
  });
  // By default Firefox rounds its clock to a millisecond.
  return name === 'chromium'
    ? launchChromium({ extensionDir, hosts, callLimit: TEN_MINUTES })
    : launchFirefox({ extensionDir, hosts, callLimit: TEN_MINUTES, prefs: { 'privacy.reduceTimerPrecision': false } });
}

export interface BenchRegister {
  list: string;
  names: string[];
  files: Map<string, Bytes>;
}

/** Days over ten years, and order numbers, one for three names. */
export function madeUpColumns(names: number): Int32Array<ArrayBuffer>[] {
  const random = seeded(6);
  const orders = Int32Array.from({ length: names }, () => Math.floor(random() * Math.ceil(names / 3)));
  return [
    orders.map((order) => 16_000 + Math.floor((order * 3_650 * 3) / names)),
    orders.map((order) => order * 3 + (order % 5)),
  ];
}

/** A register with this many made-up names, signed with the key of the test build. */
export async function makeRegister(size: number, from: Workshop, withColumns: boolean): Promise<BenchRegister> {
  const list = `bench-${size}${withColumns ? '-columns' : ''}`;
  const names = sortNames(makeNames(size));
  const labels = [
    { name: 'Entered', kind: 'day' },
    { name: 'Order', kind: 'number' },
  ] as const;
  const built = await buildRegisterRelease(
    {
      names,
      columns: withColumns ? madeUpColumns(size) : [],
      labels: withColumns ? [...labels] : [],
      about: { title: 'Bench', publisher: 'Bench', licence: 'None', source: 'https://bench.example/' },
    },
    { list, sequence: 1, published: '2026-11-20' },
  );
  const head = await signHead(
    built,
    await signingKey(readKey(from.key)),
    new Date().toISOString(),
    new Date(Date.now() + 864e5).toISOString(),
  );
  return { list, names, files: new Map(built.files).set(HEAD_NAME, head) };
}
