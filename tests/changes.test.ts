/**
 * The network cost of a change, with 1,000 markets and all deltas. The browsers are measured in
 * tests/e2e/changes.test.ts.
 */
import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFrom } from '../src/background/list/fetch-file.ts';
import * as store from '../src/background/list/store.ts';
import { sync } from '../src/background/list/sync.ts';
import { compile } from '../src/pipeline/compile.ts';
import { signingKey } from '../src/pipeline/keys.ts';
import { DELTAS, keepHistory, readHistory } from '../src/pipeline/earlier-releases.ts';
import { writeRelease } from '../src/pipeline/folder.ts';
import { buildRelease, signHead } from '../src/pipeline/publish.ts';
import { serveFolder } from '../src/pipeline/serve.ts';
import { jwk, keys } from './fixtures.ts';
import { manyMarkets } from './many-markets.ts';
import { relayTo, type Wire } from './wire.ts';

const dir = mkdtempSync(join(tmpdir(), 'listmark-changes-'));
const FIRST = 1;
let wire: Wire;
let server: Awaited<ReturnType<typeof serveFolder>>;

/** Publishes as the command line does. Each release changes one more market. */
async function publish(sequence: number): Promise<void> {
  const data = manyMarkets(
    1000,
    sequence,
    Array.from({ length: sequence - FIRST }, (_, n) => 37 * (n + 1)),
  );
  const lines = compile(data);
  const built = await buildRelease(lines, data.release, readHistory(`${dir}/history`, sequence));
  writeRelease(
    `${dir}/release`,
    built.files,
    await signHead(
      built,
      await signingKey(jwk),
      new Date(Date.now() - 1000).toISOString(),
      new Date(Date.now() + 1e9).toISOString(),
    ),
  );
  keepHistory(`${dir}/history`, sequence, lines);
}

const check = () =>
  sync({
    get: fetchFrom(`http://127.0.0.1:${wire.port}/`, { timeout: 30_000, pace: 16_384 }),
    store,
    keys,
    list: 'curated',
    origin: 'network',
    now: new Date().toISOString(),
  });

beforeAll(async () => {
  for (let sequence = FIRST; sequence < FIRST + DELTAS; sequence++) await publish(sequence);
  server = await serveFolder(`${dir}/release`, 0);
  wire = await relayTo((server.address() as { port: number }).port);
}, 120_000);
afterAll(async () => {
  await wire.close();
  server.close();
  rmSync(dir, { recursive: true });
});

describe('At 1,000 markets', () => {
  it(
    'a sync costs at most 4 kB for one changed market, all requests and deltas of ten releases included',
    { timeout: 60_000 },
    async () => {
      expect(await check()).toMatchObject({ outcome: 'updated' });
      const whole = wire.received;
      await publish(FIRST + DELTAS);
      wire.reset();
      expect(await check()).toMatchObject({ outcome: 'updated' });
      console.log(`the list whole: ${whole} bytes; one changed market: ${wire.received} received, ${wire.sent} sent`);
      expect(wire.received + wire.sent).toBeLessThan(4096);
      expect((await store.readStored())?.stored.sequence).toBe(FIRST + DELTAS);
    },
  );

  it('a sync costs less than 2 kB if nothing changed', async () => {
    wire.reset();
    expect(await check()).toMatchObject({ outcome: 'current' });
    console.log(`nothing changed: ${wire.received} received, ${wire.sent} sent`);
    expect(wire.received + wire.sent).toBeLessThan(2048);
  });
});
