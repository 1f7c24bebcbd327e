/**
 * What changed in the columns of a register, beside a delta of its names: the rows of those names that came, or whose
 * numbers are others now. A row of zeros for a new name is not written.
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

/** The columns brought along with the names that stayed; zeros where names came. */
function carry(before: Columns, { count, removed, added }: Omit<AppliedDelta, 'table'>): Columns {
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

/** @param applied what `applyNames` gave for the names. @throws if the number of columns is another now */
export function diffColumns(
  before: Columns,
  after: Columns,
  applied: Omit<AppliedDelta, 'table'>,
): Uint8Array<ArrayBuffer> {
  if (before.length !== after.length)
    throw new Error(`${before.length} columns before and ${after.length} after: there is no delta between them.`);
  const carried = carry(before, applied);
  const positions: number[] = [];
  for (let n = 0; n < applied.count; n++)
    if (after.some((column, c) => column[n] !== carried[c]![n])) positions.push(n);
  const writer = new ByteWriter();
  writer.format(FORMAT, VERSION);
  writer.number(positions.length);
  positions.forEach((position, n) => writer.number(position - (positions[n - 1] ?? -1) - 1));
  writer.bytes(encodeColumns(after.map((column) => positions.map((position) => column[position]!))));
  return writer.finish();
}

/** @throws on damaged bytes; that the delta was made for these columns is proved by the hash of what comes out */
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
  if (rows.length !== before.length) throw new Error(`A delta of ${rows.length} columns for ${before.length}.`);
  const after = carry(before, applied);
  for (const [c, column] of after.entries())
    for (let n = 0; n < positions.length; n++) column[positions[n]!] = rows[c]![n]!;
  return after;
}
