/**
 * What changed between two tables of names. Removed names are told by their positions in the old one, added ones travel as
 * a table of their own: about 5 bytes a change, gzipped.
 *
 *     "LMND", version, number of names before, check of the names before, check of the names after
 *     number of removals; for each the distance from the removal before
 *     a name table with the additions
 */
import { ByteReader, ByteWriter } from './byte-stream.ts';
import { compareNames, reverseLabels } from './name-order.ts';
import { decodeNames, encodeNames } from './name-table.ts';

const FORMAT = 'LMND';
const VERSION = 1;
const WHAT = 'delta of names';

/** Part of the published format: FNV-1a's way with another seed and prime, from the right end. */
function checkOfName(name: string): number {
  let check = 0x3c6ef372;
  for (let i = name.length - 1; i >= 0; i--) check = Math.imul(check ^ (name.charCodeAt(i) | 32), 0x5bd1e995);
  return check;
}

/** A sum that shows a delta meant for another list by mistake. It proves nothing about who made it: signatures do that. */
const checkOf = (names: readonly string[]): number => names.reduce((sum, name) => (sum + checkOfName(name)) | 0, 0) >>> 0;

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

/** A list after a delta, and what is needed to bring columns along. */
export interface AppliedDelta {
  /** The names after it, in the order of `sortNames`. */
  names: string[];
  /** Positions before it of the names that went, ascending. */
  removed: Uint32Array<ArrayBuffer>;
  /** Positions after it of the names that came, ascending. */
  added: Uint32Array<ArrayBuffer>;
}

/**
 * @param before the names that the delta was made for, in the order of `sortNames`. They stay as they are.
 * @throws if it was made for other names, or if it is damaged: then nothing came of it, and the old list stands.
 */
export function applyNames(before: readonly string[], delta: Uint8Array<ArrayBuffer>): AppliedDelta {
  const reader = new ByteReader(delta, WHAT);
  reader.format(FORMAT, VERSION);
  const [count, checkBefore, checkAfter] = [reader.number(), reader.number(), reader.number()];
  if (count !== before.length || checkBefore !== checkOf(before))
    throw new Error(`A delta for another list: it starts from ${count} names, these are ${before.length}.`);
  const removed = new Uint32Array(reader.count(1));
  let next = 0;
  for (let n = 0; n < removed.length; n++) {
    const position = next + reader.number();
    if (position >= before.length) reader.refuse(`removes name ${position} of ${before.length}`);
    removed[n] = position;
    next = position + 1;
  }
  const additions = decodeNames(reader.bytes(reader.left));
  const added = new Uint32Array(additions.length);
  const names: string[] = [];
  let taken = 0;
  let removals = 0;
  const takeUpTo = (end: number): void => {
    for (; taken < end; taken++) {
      if (removed[removals] === taken) removals++;
      else names.push(before[taken]!);
    }
  };
  for (const [n, name] of additions.entries()) {
    takeUpTo(firstNotBefore(before, name, taken));
    added[n] = names.length;
    names.push(name);
  }
  takeUpTo(before.length);
  if (checkOf(names) !== checkAfter) reader.refuse('the names after it are not those that it promises');
  return { names, removed, added };
}

/** The first position from `from` on where `names` holds `name` or one that sorts after it. */
function firstNotBefore(names: readonly string[], name: string, from: number): number {
  let low = from;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareNames(names[middle]!, name) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
