/**
 * The integers that a register gives for each name: the day of the decision, the number of the order. Names share
 * decisions, so each distinct row is written once, sorted, as differences. Each name only has the number of its row.
 * The high bytes of all row numbers come before the low ones, which gzip compresses better.
 *
 *     "LMNC", version, number of columns, names, different rows
 *     for each column, for each row: difference to the row before, zigzag
 *     for each byte that a row number needs, highest first: that byte for each name
 */
import { ByteReader, ByteWriter } from './byte-stream.ts';

const FORMAT = 'LMNC';
const VERSION = 1;
const WHAT = 'table of columns';
const MAX_COLUMNS = 16;

/** Means "no value": the lowest 32-bit integer, which no register may use as a value. */
export const NO_VALUE = -(2 ** 31);
export const LOWEST = NO_VALUE + 1;
export const HIGHEST = 2 ** 31 - 1;

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
const bytesFor = (rows: number): number =>
  rows <= 1 ? 0 : rows <= 1 << 8 ? 1 : rows <= 1 << 16 ? 2 : rows <= 1 << 24 ? 3 : 4;

/**
 * @param columns of equal length, with one number for each name in table order. Put the column first that best predicts
 * the others (the day before the number of the order)
 * @throws Error on values outside of signed 32 bits, on columns of different lengths, and on more than 16 columns
 */
export function encodeColumns(columns: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const names = columns[0]?.length ?? 0;
  if (columns.length > MAX_COLUMNS)
    throw new Error(`Too many columns: ${columns.length}, at most ${MAX_COLUMNS} are allowed.`);
  for (const [c, column] of columns.entries()) {
    if (column.length !== names) throw new Error(`Column ${c} has ${column.length} numbers, the first has ${names}.`);
    for (let n = 0; n < names; n++)
      if (column[n] !== (column[n]! | 0))
        throw new Error(`Column ${c}, name ${n}: ${column[n]} is not a whole number of 32 bits.`);
  }
  const compare = (a: number, b: number): number => {
    for (const column of columns) if (column[a] !== column[b]) return column[a]! - column[b]!;
    return 0;
  };
  const rowOfName = new Uint32Array(names);
  const firstOfRow: number[] = [];
  for (const n of Uint32Array.from({ length: names }, (_, n) => n).sort(compare)) {
    if (firstOfRow.length === 0 || compare(firstOfRow.at(-1)!, n) !== 0) firstOfRow.push(n);
    rowOfName[n] = firstOfRow.length - 1;
  }
  const writer = new ByteWriter();
  writer.format(FORMAT, VERSION);
  for (const value of [columns.length, names, firstOfRow.length]) writer.number(value);
  for (const column of columns) {
    let before = 0;
    for (const n of firstOfRow) {
      writer.number(zigzag(column[n]! - before));
      before = column[n]!;
    }
  }
  for (let shift = 8 * (bytesFor(firstOfRow.length) - 1); shift >= 0; shift -= 8)
    writer.bytes(Uint8Array.from(rowOfName, (row) => row >>> shift));
  return writer.finish();
}

/**
 * @param names number of names, from the name table
 * @throws Error on damaged bytes, with the position
 */
export function decodeColumns(bytes: Uint8Array<ArrayBuffer>, names: number): Int32Array<ArrayBuffer>[] {
  const reader = new ByteReader(bytes, WHAT);
  reader.format(FORMAT, VERSION);
  const columns = reader.number();
  if (columns > MAX_COLUMNS) reader.refuse(`${columns} columns`);
  const given = reader.number();
  if (given !== (columns === 0 ? 0 : names)) reader.refuse(`columns for ${given} names, there are ${names}`);
  const rows = reader.count(columns);
  if (rows > given || (rows === 0 && given > 0)) reader.refuse(`${rows} rows for ${given} names`);
  const values = Array.from({ length: columns }, () => {
    const column = new Int32Array(rows);
    let value = 0;
    for (let row = 0; row < rows; row++) {
      value += unzigzag(reader.number());
      if (value !== (value | 0)) reader.refuse('a number is beyond 32 bits');
      column[row] = value;
    }
    return column;
  });
  const rowOfName = new Uint32Array(given);
  for (let byte = bytesFor(rows); byte > 0; byte--) {
    const plane = reader.bytes(given);
    for (let n = 0; n < given; n++) rowOfName[n] = (rowOfName[n]! << 8) | plane[n]!;
  }
  reader.end();
  for (let n = 0; n < given; n++) if (rowOfName[n]! >= rows) reader.refuse(`row ${rowOfName[n]} of ${rows}`);
  return values.map((column) => pick(column, rowOfName));
}

/** The values of a column at these positions. `Int32Array.from` would take many times as long. */
export function pick(column: ArrayLike<number>, places: Uint32Array): Int32Array<ArrayBuffer> {
  const picked = new Int32Array(places.length);
  for (let i = 0; i < picked.length; i++) picked[i] = column[places[i]!]!;
  return picked;
}
