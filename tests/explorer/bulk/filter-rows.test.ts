/** The filters of the bulk check's table: every row is in one of them, and each leaves as many rows as it says. */
import { expect, it } from 'vitest';
import type { BulkRow } from '../../../src/bulk/rows.ts';
import { countRows, rowsLeft } from '../../../src/explorer/bulk/filter-rows.ts';

const checked = (line: number, status: 'listed' | 'not-listed' | 'unknown' | 'on-record') =>
  ({ outcome: 'checked', line, status }) as BulkRow;
const other = (line: number, outcome: 'duplicate' | 'invalid' | 'public-suffix') => ({ outcome, line }) as BulkRow;
const ROWS: BulkRow[] = [
  checked(1, 'listed'),
  checked(2, 'not-listed'),
  checked(3, 'listed'),
  checked(4, 'on-record'),
  checked(5, 'unknown'),
  other(6, 'invalid'),
  other(7, 'duplicate'),
  other(8, 'public-suffix'),
];

it('count every row once, beside all and what was found', () => {
  const [all, found, ...rest] = countRows(ROWS);
  expect([all, found]).toEqual([
    ['all', 8],
    ['found', 3],
  ]);
  expect(rest.reduce((sum, [, count]) => sum + count, 0)).toBe(8);
});
it('leave as many rows as they say, and those of their kind', () => {
  for (const [filter, count] of countRows(ROWS))
    expect([filter, rowsLeft(ROWS, filter).length]).toEqual([filter, count]);
  expect(rowsLeft(ROWS, 'found').map(({ line }) => line)).toEqual([1, 3, 4]);
  expect(rowsLeft(ROWS, 'listed').map(({ line }) => line)).toEqual([1, 3]);
});
it('that leave nothing are not offered', () =>
  expect(countRows([]).map(([filter]) => filter)).toEqual(['all', 'found']));
