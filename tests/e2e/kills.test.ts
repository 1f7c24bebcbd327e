/**
 * Kills the worker at many points of a sync: while the server delays each response in turn, and at seeded random
 * moments after the last byte. Afterwards the store has the complete old list or the complete new one.
 */
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Matrix } from '../attacks/matrix.ts';
import { IN_FULL } from '../attacks/under-attack.ts';
import { releaseOf, type Release } from '../attacks/world.ts';
import { manyMarkets } from '../many-markets.ts';
import { BROWSERS, launch, slot } from './browsers.ts';
import { pause, until, type Driver } from '../../tools/drivers/driver.ts';
import { ListClient } from './list-client.ts';
import { ListServer } from '../../tools/servers/list-server.ts';

/** `npm run kills` continues the random sequence of `npm test`. */
const MOMENTS = IN_FULL ? 50 : 15;

describe.each(BROWSERS)('Killed during a sync, %s has the complete old list or the complete new one', (name) => {
  const files = new Map<string, Uint8Array>();
  const matrix = new Matrix('kills', name);
  let browser: Driver;
  let client: ListClient;
  let server: ListServer;
  let old: Release;
  let key: JWK;

  const next = (step: 'delta' | 'whole') => {
    const sequence = old.sequence + 1;
    return releaseOf(manyMarkets(1000, sequence, [sequence % 1000]), { key, before: step === 'delta' ? [old] : [] });
  };
  const serve = (release: Release) => {
    files.clear();
    for (const [path, bytes] of release.files) files.set(path, bytes);
  };
  const content = ({ sequence, records }: Release) => ({ sequence, records });

  beforeAll(async () => {
    key = JSON.parse(readFileSync(inject('workshop').key, 'utf8')) as JWK;
    server = await ListServer.start({ files, port: slot().listPort });
    old = await releaseOf(manyMarkets(1000, 100), { key });
    serve(old);
    const extensionDir = slot().builds[name].granted;
    browser = await launch(name, { extensionDir, hosts: new Map() });
    client = new ListClient(browser, extensionDir);
    await client.sync();
    expect(await client.held()).toEqual(content(old));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Starts a sync and does not wait for its end. */
  const begin = async () => {
    await browser.inWorker('0'); // Attaches the driver, so that a kill takes effect at once.
    await client.startSync();
  };
  const finish = async (to: Release, row: string) => {
    const { outcome, reason } = await client.sync();
    expect({ outcome, reason }).toMatchObject({ outcome: expect.stringMatching(/updated|current/) as string });
    expect(await client.held()).toEqual(content(to));
    old = to;
    matrix.set(row, `${matrix.get(row)}, next sync finishes`);
  };

  for (const step of ['delta', 'whole'] as const)
    it.each(['head', 'manifest', 'content'] as const)(`while the server delays the %s (${step})`, async (which) => {
      const row = `host holds the ${which} (${step})`;
      matrix.set(row, 'FAILED');
      const to = await next(step);
      const { manifestFile, manifest } = to.built;
      const held =
        which === 'head'
          ? 'head.jws'
          : which === 'manifest'
            ? manifestFile.hash
            : (manifest.deltas[0] ?? manifest.records).hash;
      let release = () => {};
      const hold = new Promise<void>((resolve) => (release = resolve));
      serve(to);
      server.behave = ({ path }) => (path.includes(held) ? { hold } : undefined);
      const before = server.log.length;
      await begin();
      await until(() => server.log.slice(before).some(({ path }) => path.includes(held)));
      await browser.killWorker();
      release();
      server.behave = () => undefined;
      expect(await client.held()).toEqual(content(old));
      matrix.set(row, 'old');
      await finish(to, row);
    });

  it(`at ${MOMENTS} seeded random moments after the last byte`, { timeout: 240_000 }, async () => {
    let seed = 3_112_026;
    const random = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const row = `${MOMENTS} moments after the last byte`;
    matrix.set(row, 'FAILED');
    const found = { old: 0, new: 0 };
    let span = 0;
    for (let moment = -1; moment < MOMENTS; moment++) {
      const to = await next(moment % 2 ? 'delta' : 'whole');
      const last = (to.built.manifest.deltas[0] ?? to.built.manifest.records).hash;
      serve(to);
      const before = server.log.length;
      await begin();
      await until(
        () =>
          server.open === 0 &&
          server.log.slice(before).some(({ path, status }) => path.includes(last) && status === 200),
        Boolean,
        20_000,
        1,
      );
      if (moment < 0) {
        // The first round has no kill. It measures the time from the last byte to the stored list; the kills then come
        // within 1.5 times that.
        const from = Date.now();
        await until(async () => (await client.held()).sequence === to.sequence, Boolean, 20_000, 1);
        span = Math.max(20, Date.now() - from) * 1.5;
      } else {
        await pause(random() * span);
        await browser.killWorker();
        const held = await client.held();
        expect([content(old), content(to)]).toContainEqual(held);
        found[held.sequence === to.sequence ? 'new' : 'old']++;
      }
      matrix.set(row, `${moment + 1} kills within ${Math.round(span)} ms: ${found.old} old, ${found.new} new, 0 torn`);
      const { outcome, reason } = await client.sync();
      expect({ outcome, reason }).toMatchObject({ outcome: expect.stringMatching(/updated|current/) as string });
      expect(await client.held()).toEqual(content(to));
      old = to;
    }
    matrix.set(row, `${matrix.get(row)}, next sync finishes`);
  });
});
