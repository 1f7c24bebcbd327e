/**
 * What changed between two tables of names. Removed names are told by their positions in the old one, added ones travel
 * as a table of their own: about 5 bytes a change, gzipped.
 *
 *     "LMND", version, number of names before, check of the names before, check of the names after
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

/** Part of the published format: FNV-1a's way with another seed and prime, from the right end of the name. */
function checkOfKey({ bytes, ends, labels }: NameKey): number {
  let check = 0x3c6ef372;
  for (let label = 0, begin = 0; label < labels; label++) {
    if (label > 0) check = Math.imul(check ^ DOT, 0x5bd1e995);
    const end = ends[label]!;
    for (let i = end - 1; i >= begin; i--) check = Math.imul(check ^ (bytes[i]! | 32), 0x5bd1e995);
    begin = end + 1;
  }
  return check;
}

/**
 * A sum that shows a delta meant for another list by mistake. It proves nothing about who made it: signatures do that.
 */
function checkOf(names: readonly string[]): number {
  const key = new NameKey();
  let sum = 0;
  for (const name of names) {
    key.set(name);
    sum = (sum + checkOfKey(key)) | 0;
  }
  return sum >>> 0;
}

/**
 * @param before and `after` in the order of `sortNames`.
 * @throws if the added names are not fit for a table; see `encodeNames`.
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
  for (const value of [before.length, checkOf(before), checkOf(after), removed.length]) writer.number(value);
  removed.forEach((position, n) => writer.number(position - (removed[n - 1] ?? -1) - 1));
  writer.bytes(encodeNames(added));
  return writer.finish();
}

/** A table after a delta, and what is needed to bring columns along. */
export interface AppliedDelta {
  /** The table of the names after it. */
  table: Bytes;
  /** Names in it. */
  count: number;
  /** Positions before it of the names that went, ascending. */
  removed: Uint32Array<ArrayBuffer>;
  /** Positions after it of the names that came, ascending. */
  added: Uint32Array<ArrayBuffer>;
}

/**
 * Merges two tables as bytes: as strings, a million names would take a third of a gigabyte.
 *
 * @param before the table that the delta was made for. It stays as it is.
 * @throws if it was made for another, or if one of them is damaged: then nothing came of it, and the old list stands.
 */
export function applyNames(before: Bytes, delta: Bytes): AppliedDelta {
  const reader = new ByteReader(delta, WHAT);
  reader.format(FORMAT, VERSION);
  const [count, checkBefore, checkAfter] = [reader.number(), reader.number(), reader.number()];
  const old = new NameReader(before);
  if (count !== old.count || checkBefore !== checkOfTable(before))
    throw new Error(`A delta for another list: it starts from ${count} names, these are ${old.count}.`);
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
    sum = (sum + checkOfKey(key)) | 0;
    writer.add(key);
  };
  let [position, removals, taken] = [0, 0, 0];
  /** Goes to the next name that stays, or that comes; false where there is none. */
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
    if (order === 0) reader.refuse('adds a name that is there');
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
  if (sum >>> 0 !== checkAfter) reader.refuse('the names after it are not those that it promises');
  return { table: writer.finish(), count: writer.count, removed, added };
}

function checkOfTable(table: Bytes): number {
  const reader = new NameReader(table);
  let sum = 0;
  for (let n = 0; n < reader.count; n++) {
    reader.next();
    sum = (sum + checkOfKey(reader.key)) | 0;
  }
  return sum >>> 0;
}

function compareKeys(a: NameKey, b: NameKey): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a.bytes[i] !== b.bytes[i]) return a.bytes[i]! - b.bytes[i]!;
  return a.length - b.length;
}
