import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyColumns, diffColumns, type Columns } from '../../../src/list/register/column-delta.ts';
import { applyNames, diffNames } from '../../../src/list/register/name-delta.ts';
import { sortNames } from '../../../src/list/names/name-order.ts';
import { encodeNames } from '../../../src/list/register/name-table.ts';

const row = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 5 }));
const register = fc.dictionary(fc.stringMatching(/^[a-d]{1,3}$/), row, { maxKeys: 40 });

function tables(rows: Record<string, [number, number]>): { names: string[]; columns: Columns } {
  const names = sortNames(Object.keys(rows));
  return { names, columns: [0, 1].map((c) => Int32Array.from(names, (name) => rows[name]![c]!)) };
}

describe('A delta of columns', () => {
  it('between any two registers gives the columns of the second', () => {
    fc.assert(
      fc.property(register, register, (one, other) => {
        const [before, after] = [tables(one), tables(other)];
        const applied = applyNames(encodeNames(before.names), diffNames(before.names, after.names));
        const delta = diffColumns(before.columns, after.columns, applied);
        expect(applyColumns(before.columns, applied, delta)).toEqual(after.columns);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is small for a small change', () => {
    const names = Array.from({ length: 1_000 }, (_, n) => `n${String(n).padStart(4, '0')}.example`);
    const before = [Int32Array.from(names, (_, n) => n)];
    const after = [before[0]!.with(500, -7)];
    const delta = diffColumns(before, after, applyNames(encodeNames(names), diffNames(names, names)));
    expect(delta.length).toBeLessThan(20);
  });

  it('throws on damaged bytes and on other columns', () => {
    const applied = applyNames(encodeNames([]), diffNames([], ['a.example']));
    const delta = diffColumns([new Int32Array(0)], [Int32Array.of(5)], applied);
    expect(() => applyColumns([new Int32Array(0)], applied, delta.slice(0, -1))).toThrow('Damaged');
    expect(() => applyColumns([], applied, delta)).toThrow('The delta has 1 columns, the register has 0');
    expect(() => diffColumns([], [Int32Array.of(5)], applied)).toThrow('there is no delta');
  });
});
