/** Runs the attack table against one client. The Node test and the end-to-end test differ only in the client. */
import { expect, it } from 'vitest';
import { ATTACKS } from './table.ts';
import type { Matrix, Runtime } from './matrix.ts';
import type { World } from './world.ts';

/** Runs everything. Without it, browsers leave out what is too slow for a test run. */
export const IN_FULL = process.env.LISTMARK_IN_FULL === '1';

export function playAttacks(runtime: Runtime, world: () => World, matrix: Matrix): void {
  it.each(ATTACKS.filter(({ long }) => !long || IN_FULL || runtime === 'node'))(
    '$name: $ends',
    { timeout: 120_000 },
    async ({ name, stage, ends, says, after }) => {
      matrix.set(name, 'FAILED');
      const w = world();
      await w.begin();
      await stage(w);
      const { outcome, code, reason, line } = await w.client.sync();
      await w.client.shiftClock(0);
      const held = await w.client.held();
      await after?.(w);
      expect({ ends: code ?? outcome, reason }).toMatchObject({ ends });
      if (code !== undefined || line !== null) expect(line ?? reason).toMatch(says);
      // Hashed from the store: the complete last good list, or the one that the row expects.
      expect(held).toEqual({ sequence: w.expected.sequence, records: w.expected.records });
      if (line !== null) expect(line).toContain(`Release ${w.expected.sequence},`);
      matrix.set(name, `${code ?? outcome}, keeps ${w.expected === w.good ? 'the last good list' : w.expectedName}`);
    },
  );
}
