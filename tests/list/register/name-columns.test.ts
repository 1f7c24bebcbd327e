import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumns, encodeColumns } from '../../../src/list/register/name-columns.ts';
import { sortNames } from '../../../src/list/names/name-order.ts';
import { encodeNames } from '../../../src/list/register/name-table.ts';
import { makeNames, seeded } from '../../bench/names.ts';

const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('columns of a register', () => {
  it('decode to the numbers that were encoded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.tuple(fc.nat(3), whole, fc.nat(20_000), fc.constantFrom(-1, 0)), { maxLength: 400 }),
        (count, rows) => {
          const columns = Array.from({ length: count }, (_, c) => rows.map((row) => row[c]!));
          expect(decodeColumns(encodeColumns(columns), rows.length).map((column) => [...column])).toEqual(columns);
        },
      ),
      { seed: 5 },
    );
  });

  it('decode to the same rows for more different rows than two bytes can number', () => {
    const days = Int32Array.from({ length: 70_000 }, (_, n) => (n * 7919) % 70_001);
    expect(decodeColumns(encodeColumns([days]), days.length)).toEqual([days]);
  });

  it('take almost no bytes per name if all names have the same row', () => {
    expect(encodeColumns([Array<number>(10_000).fill(19_000), Array<number>(10_000).fill(7)]).length).toBeLessThan(20);
  });

  it('take, with the names, at most 12 bytes per name for 100,000 names with a day and an order number, gzipped', () => {
    const names = sortNames(makeNames(100_000));
    // A difficult case: one order for every third name, days over ten years, and no relation between neighbouring names.
    const random = seeded(6);
    const orders = Array.from(names, () => Math.floor(random() * 33_000));
    const days = orders.map((order) => 16_000 + Math.floor(order / 9));
    const numbers = orders.map((order) => order * 3 + (order % 5));
    const bytes =
      gzipSync(encodeNames(names), { level: 9 }).length + gzipSync(encodeColumns([days, numbers]), { level: 9 }).length;
    expect(bytes / names.length).toBeLessThanOrEqual(12);
  }, 30_000);

  it.each([
    [[[1, 2], [1]], 'Column 1 has 1 numbers, the first has 2'],
    [[[1.5]], 'not a whole number of 32 bits'],
    [[[2 ** 31]], 'not a whole number of 32 bits'],
    [[[Number.NaN]], 'not a whole number of 32 bits'],
    [Array.from({ length: 17 }, () => [1]), 'at most 16 are allowed'],
  ])('cannot be made of %j', (columns, reason) => {
    expect(() => encodeColumns(columns)).toThrow(reason);
  });

  it('are refused with another number of names', () => {
    expect(() => decodeColumns(encodeColumns([[1, 2, 3]]), 4)).toThrow('columns for 3 names, there are 4');
  });

  it('never hang with a changed or missing byte', () => {
    const bytes = encodeColumns([
      Array.from({ length: 300 }, (_, n) => n * 3),
      Array.from({ length: 300 }, (_, n) => n % 7),
    ]);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, length) => {
        const changed = bytes.slice(0, length);
        if (at < length) changed[at] = value;
        try {
          for (const column of decodeColumns(changed, 300)) expect(column.length).toBe(300);
        } catch (error) {
          expect((error as Error).message).toMatch(
            /^(Damaged table of columns at byte|Not a table of columns|The table of columns has version)/,
          );
        }
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });
});
