/** The filters of the table: what became of an entry, and of a checked one its status. Pure. */
import type { BulkRow } from '../../bulk/rows.ts';
import type { Status } from '../../list/standing.ts';

/** All, all that the record holds something of, a status, or why an entry was not looked up. */
export type RowFilter = 'all' | 'found' | Status | 'duplicate' | 'invalid' | 'public-suffix';

const NOTHING: ReadonlySet<Status> = new Set(['not-listed', 'unknown']);

const filterOf = (row: BulkRow): RowFilter => (row.outcome === 'checked' ? row.status : row.outcome);
const isFound = (row: BulkRow): boolean => row.outcome === 'checked' && !NOTHING.has(row.status);

/** Each filter with the number of rows that it leaves, in the order in which they are offered. */
export function countRows(rows: readonly BulkRow[]): [RowFilter, number][] {
  const counts = new Map<RowFilter, number>();
  for (const row of rows) counts.set(filterOf(row), (counts.get(filterOf(row)) ?? 0) + 1);
  return [
    ['all', rows.length],
    ['found', rows.filter(isFound).length],
    ...ORDER.flatMap((filter): [RowFilter, number][] => (counts.has(filter) ? [[filter, counts.get(filter)!]] : [])),
  ];
}

/** Of every kind of row one, in the order in which they are offered. */
const ORDER = Object.keys({
  listed: true,
  blocked: true,
  seized: true,
  'block-ordered': true,
  'formerly-listed': true,
  'formerly-blocked': true,
  named: true,
  'on-record': true,
  'not-listed': true,
  unknown: true,
  duplicate: true,
  invalid: true,
  'public-suffix': true,
} satisfies Record<Exclude<RowFilter, 'all' | 'found'>, true>) as readonly RowFilter[];

export const rowsLeft = (rows: readonly BulkRow[], filter: RowFilter): readonly BulkRow[] =>
  filter === 'all' ? rows : filter === 'found' ? rows.filter(isFound) : rows.filter((row) => filterOf(row) === filter);
