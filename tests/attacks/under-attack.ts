/** Plays the attack table against one client. The Node test and the end-to-end test differ only in the client. */
import { expect, it } from 'vitest';
import { ATTACKS } from './table.ts';
import { Matrix, type Runtime } from './matrix.ts';
import type { World } from './world.ts';

/** Everything, however long it takes; without it, the browsers play what fits into the test run. */
export const IN_FULL = process.env.LISTMARK_IN_FULL === '1';

export function playAttacks(runtime: Runtime, world: () => World): void {
  const matrix = new Matrix('attacks', runtime);
  it.each(ATTACKS.filter(({ long }) => !long || IN_FULL || runtime === 'node'))('$name: $ends', async ({ name, stage, ends, says, after }) => {
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
    // Recomputed from what is stored: the good list, whole, or the one that the row lets the client take.
    expect(held).toEqual({ sequence: w.expected.sequence, records: w.expected.records });
    if (line !== null) expect(line).toContain(`Release ${w.expected.sequence},`);
    matrix.set(name, `${code ?? outcome}, holds ${w.expected === w.good ? 'last good' : 'expected'}`);
  });
}
