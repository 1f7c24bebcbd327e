/**
 * The changes of a register's columns, to go with a delta of its names: the rows of added names and of names whose
 * values changed. For an added name a row of zeros is not written.
 *
 *     "LMNE", version, number of rows, for each the distance from the position before
 *     a table of columns with these rows
 */
import { ByteReader, ByteWriter } from './byte-stream.ts';
import { decodeColumns, encodeColumns } from './name-columns.ts';
import type { AppliedDelta } from './name-delta.ts';

const FORMAT = 'LMNE';
const VERSION = 1;
const WHAT = 'delta of columns';

export type Columns = Int32Array<ArrayBuffer>[];

/** Moves the values of names that stayed to their new positions. Added names get zeros. */
function moveRows(before: Columns, { count, removed, added }: Omit<AppliedDelta, 'table'>): Columns {
  const after = before.map(() => new Int32Array(count));
  let from = 0;
  let removals = 0;
  let additions = 0;
  for (let to = 0; to < count; to++) {
    if (added[additions] === to) {
      additions++;
      continue;
    }
    while (removed[removals] === from) {
      removals++;
      from++;
    }
    for (const [c, column] of before.entries()) after[c]![to] = column[from]!;
    from++;
  }
  return after;
}

/**
 * @param applied the result of `applyNames` for the names
 * @throws Error if the number of columns has changed
 */
export function diffColumns(
  before: Columns,
  after: Columns,
  applied: Omit<AppliedDelta, 'table'>,
): Uint8Array<ArrayBuffer> {
  if (before.length !== after.length)
    throw new Error(`${before.length} columns before and ${after.length} after: there is no delta between them.`);
  const moved = moveRows(before, applied);
  const positions: number[] = [];
  for (let n = 0; n < applied.count; n++) if (after.some((column, c) => column[n] !== moved[c]![n])) positions.push(n);
  const writer = new ByteWriter();
  writer.format(FORMAT, VERSION);
  writer.number(positions.length);
  positions.forEach((position, n) => writer.number(position - (positions[n - 1] ?? -1) - 1));
  writer.bytes(encodeColumns(after.map((column) => positions.map((position) => column[position]!))));
  return writer.finish();
}

/**
 * Applies a delta. The caller must verify the hash of the result: nothing here proves that the delta was made for these
 * columns.
 * @throws Error on damaged bytes
 */
export function applyColumns(
  before: Columns,
  applied: Omit<AppliedDelta, 'table'>,
  delta: Uint8Array<ArrayBuffer>,
): Columns {
  const reader = new ByteReader(delta, WHAT);
  reader.format(FORMAT, VERSION);
  const positions = new Uint32Array(reader.count(1));
  let next = 0;
  for (let n = 0; n < positions.length; n++) {
    const position = next + reader.number();
    if (position >= applied.count) reader.refuse(`row for name ${position} of ${applied.count}`);
    positions[n] = position;
    next = position + 1;
  }
  const rows = decodeColumns(reader.bytes(reader.left), positions.length);
  if (rows.length !== before.length)
    throw new Error(`The delta has ${rows.length} columns, the register has ${before.length}.`);
  const after = moveRows(before, applied);
  for (const [c, column] of after.entries())
    for (let n = 0; n < positions.length; n++) column[positions[n]!] = rows[c]![n]!;
  return after;
}
