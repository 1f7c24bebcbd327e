/**
 * The changes between two tables of names: the positions of removed names in the old table, and a table of the added
 * names. About 5 bytes per change, gzipped.
 *
 *     "LMND", version, number of names before, checksum of the names before, checksum of the names after
 *     number of removals; for each the distance from the removal before
 *     a name table with the additions
 */
import { ByteReader, ByteWriter } from './byte-stream.ts';
import { NameKey } from '../names/name-key.ts';
import { reverseLabels } from '../names/name-order.ts';
import { encodeNames, NameReader, NameWriter } from './name-table.ts';
import type { Bytes } from '../release/trust.ts';

const FORMAT = 'LMND';
const VERSION = 1;
const WHAT = 'delta of names';
const DOT = 46;

/**
 * The checksum of one name. Part of the published format: FNV-1a with another seed and prime, from the right end of the
 * name.
 */
function checksumOfKey({ bytes, ends, labels }: NameKey): number {
  let checksum = 0x3c6ef372;
  for (let label = 0, begin = 0; label < labels; label++) {
    if (label > 0) checksum = Math.imul(checksum ^ DOT, 0x5bd1e995);
    const end = ends[label]!;
    for (let i = end - 1; i >= begin; i--) checksum = Math.imul(checksum ^ (bytes[i]! | 32), 0x5bd1e995);
    begin = end + 1;
  }
  return checksum;
}

/**
 * The checksum of a list. Detects a delta that was made for another list by mistake. It is no protection against
 * forgery: signatures are.
 */
function checksumOf(names: readonly string[]): number {
  const key = new NameKey();
  let sum = 0;
  for (const name of names) {
    key.set(name);
    sum = (sum + checksumOfKey(key)) | 0;
  }
  return sum >>> 0;
}

/**
 * Makes a delta.
 * @param before and `after` in the order of `sortNames`
 * @throws Error if `encodeNames` refuses an added name
 */
export function diffNames(before: readonly string[], after: readonly string[]): Uint8Array<ArrayBuffer> {
  const removed: number[] = [];
  const added: string[] = [];
  const keysBefore = before.map(reverseLabels);
  const keysAfter = after.map(reverseLabels);
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (keysBefore[i] === keysAfter[j]) {
      i++;
      j++;
    } else if (j === after.length || (i < before.length && keysBefore[i]! < keysAfter[j]!)) removed.push(i++);
    else added.push(after[j++]!);
  }
  const writer = new ByteWriter();
  writer.format(FORMAT, VERSION);
  for (const value of [before.length, checksumOf(before), checksumOf(after), removed.length]) writer.number(value);
  removed.forEach((position, n) => writer.number(position - (removed[n - 1] ?? -1) - 1));
  writer.bytes(encodeNames(added));
  return writer.finish();
}

/** A table after a delta, and the positions needed to move columns. */
export interface AppliedDelta {
  /** The new table. */
  table: Bytes;
  /** Number of names in it. */
  count: number;
  /** Old positions of the removed names, ascending. */
  removed: Uint32Array<ArrayBuffer>;
  /** New positions of the added names, ascending. */
  added: Uint32Array<ArrayBuffer>;
}

/**
 * Applies a delta. Works on bytes: a million names as strings would take a third of a gigabyte.
 * @param before the table that the delta was made for; it is not changed
 * @throws Error if the delta was made for another table, or if one of them is damaged
 */
export function applyNames(before: Bytes, delta: Bytes): AppliedDelta {
  const reader = new ByteReader(delta, WHAT);
  reader.format(FORMAT, VERSION);
  const [count, checksumBefore, checksumAfter] = [reader.number(), reader.number(), reader.number()];
  const old = new NameReader(before);
  if (count !== old.count || checksumBefore !== checksumOfTable(before))
    throw new Error(`The delta is for another list: it starts from ${count} names, the stored list has ${old.count}.`);
  const removed = new Uint32Array(reader.count(1));
  let next = 0;
  for (let n = 0; n < removed.length; n++) {
    const position = next + reader.number();
    if (position >= count) reader.refuse(`removes name ${position} of ${count}`);
    removed[n] = position;
    next = position + 1;
  }
  const additions = new NameReader(reader.bytes(reader.left));
  const added = new Uint32Array(additions.count);
  const writer = new NameWriter(count - removed.length + added.length);
  let sum = 0;
  const put = (key: NameKey): void => {
    sum = (sum + checksumOfKey(key)) | 0;
    writer.add(key);
  };
  let [position, removals, taken] = [0, 0, 0];
  /** Advances to the next name that stays, or to the next added one; false at the end. */
  const nextOld = (): boolean => {
    for (; position < count; removals++) {
      old.next();
      if (removed[removals] !== position++) return true;
    }
    return false;
  };
  const nextAdded = (): boolean => taken < added.length && (additions.next(), true);
  for (let [stays, comes] = [nextOld(), nextAdded()]; stays || comes;) {
    const order = !comes ? -1 : !stays ? 1 : compareKeys(old.key, additions.key);
    if (order === 0) reader.refuse('adds a name that is already there');
    if (order < 0) {
      put(old.key);
      stays = nextOld();
    } else {
      added[taken++] = writer.count;
      put(additions.key);
      comes = nextAdded();
    }
  }
  old.end();
  additions.end();
  if (sum >>> 0 !== checksumAfter) reader.refuse('the checksum of the resulting names is wrong');
  return { table: writer.finish(), count: writer.count, removed, added };
}

function checksumOfTable(table: Bytes): number {
  const reader = new NameReader(table);
  let sum = 0;
  for (let n = 0; n < reader.count; n++) {
    reader.next();
    sum = (sum + checksumOfKey(reader.key)) | 0;
  }
  return sum >>> 0;
}

function compareKeys(a: NameKey, b: NameKey): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a.bytes[i] !== b.bytes[i]) return a.bytes[i]! - b.bytes[i]!;
  return a.length - b.length;
}
