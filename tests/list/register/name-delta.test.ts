import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyNames, diffNames } from '../../../src/list/register/name-delta.ts';
import { sortNames } from '../../../src/list/names/name-order.ts';
import { decodeNames, encodeNames } from '../../../src/list/register/name-table.ts';
import { makeNames, seeded } from '../../bench/names.ts';

const names = fc.array(fc.stringMatching(/^[a-c]{1,2}(\.[a-c]{1,2}){0,2}$/), { maxLength: 40 }).map(sortNames);

/** 500 additions and 300 removals, spread over the list. */
function changed(count: number): { before: string[]; after: string[] } {
  const all = makeNames(count + 500);
  const random = seeded(8);
  const before = all.slice(0, count);
  const gone = new Set(Array.from({ length: 300 }, () => before[Math.floor(random() * count)]!));
  return { before: sortNames(before), after: sortNames(all.filter((name) => !gone.has(name))) };
}

describe('a delta of names', () => {
  it('gives the new names, and which names were removed and added', () => {
    fc.assert(
      fc.property(names, names, (before, after) => {
        const table = encodeNames(before);
        const held = table.slice();
        const applied = applyNames(table, diffNames(before, after));
        expect(applied.table).toEqual(encodeNames(after));
        expect(applied.count).toBe(after.length);
        expect(table).toEqual(held);
        expect([...applied.removed].map((position) => before[position])).toEqual(
          before.filter((name) => !after.includes(name)),
        );
        expect([...applied.added].map((position) => after[position])).toEqual(
          after.filter((name) => !before.includes(name)),
        );
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  it('takes at most 8 bytes per change for 500 additions and 300 removals in 100,000 names, gzipped', () => {
    const { before, after } = changed(100_000);
    const delta = diffNames(before, after);
    expect(gzipSync(delta, { level: 9 }).length / 800).toBeLessThanOrEqual(8);
    expect(decodeNames(applyNames(encodeNames(before), delta).table)).toEqual(after);
  }, 30_000);

  it('is refused for another list, even one of the same length', () => {
    const delta = diffNames(['a.example', 'b.example'], ['c.example']);
    expect(() => applyNames(encodeNames(['a.example']), delta)).toThrow('starts from 2 names, the stored list has 1');
    expect(() => applyNames(encodeNames(['a.example', 'x.example']), delta)).toThrow('another list');
  });

  it('with a changed or missing byte gives the right list or fails', () => {
    const { before, after } = changed(2_000);
    const [table, right, delta] = [encodeNames(before), encodeNames(after), diffNames(before, after)];
    fc.assert(
      fc.property(fc.nat(delta.length - 1), fc.nat(255), fc.nat(delta.length), (at, value, length) => {
        const damaged = delta.slice(0, length);
        if (at < length) damaged[at] = value;
        try {
          expect(applyNames(table, damaged).table).toEqual(right);
        } catch (error) {
          expect((error as Error).message).toMatch(/^(Damaged|Not a|The delta)/);
        }
      }),
      { seed: 10, numRuns: 1_000 },
    );
  });
});
