/**
 * Flips one bit of every byte of a small release, one per sync, chosen with a fixed seed. Every sync must be refused.
 */
import { expect, it } from 'vitest';
import { HEAD_NAME } from '../../src/list/release/release.ts';
import type { Matrix, Runtime } from './matrix.ts';
import { IN_FULL } from './under-attack.ts';
import type { World } from './world.ts';

interface Flip {
  path: string;
  at: number;
  bit: number;
}

/** Browsers need 50 ms per flip, so a test run flips every sixth byte; `npm run attacks` flips all. */
const BROWSER_STRIDE = 6;

/** @param syncMany runs this many syncs in sequence and returns the code of each */
export function playFlips(
  runtime: Runtime,
  world: () => World,
  syncMany: (count: number) => Promise<string[]>,
  matrix: Matrix,
): void {
  it('one flipped bit in any byte of a small release: refused', { timeout: 300_000 }, async () => {
    const row = 'one flipped bit in each byte';
    matrix.set(row, 'FAILED');
    const w = world();
    await w.begin();
    let seed = 20261122;
    const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const every = [...w.next.files].flatMap(([path, bytes]) =>
      [...bytes.keys()].map((at): Flip => ({ path, at, bit: Math.floor(random() * 8) })),
    );
    const flips = runtime === 'node' || IN_FULL ? every : every.filter((_, n) => n % BROWSER_STRIDE === 0);
    let asked = -1;
    w.serve(w.next, ({ path }) => {
      if (path === HEAD_NAME) asked++;
      const flip = flips[asked];
      return flip?.path === path
        ? { corrupt: (body) => Buffer.from(body.map((byte, at) => (at === flip.at ? byte ^ (1 << flip.bit) : byte))) }
        : undefined;
    });
    const outcomes = await syncMany(flips.length);
    expect(
      flips
        .filter(
          (_, n) => !['bad-signature', 'malformed', 'unknown-key', 'web-page', 'wrong-hash'].includes(outcomes[n]!),
        )
        .map((flip, n) => [flip, outcomes[n]]),
    ).toEqual([]);
    expect(await w.client.held()).toEqual({ sequence: w.good.sequence, records: w.good.records });
    matrix.set(row, `${flips.length} of ${every.length} flipped, all refused, keeps the last good list`);
  });
}
