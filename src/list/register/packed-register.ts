/**
 * A stored register: the index in slices, and for each slice one block with its names and columns in the order of the
 * index. An unlisted host needs one to three slices; confirming a hit reads one more block.
 */
import type { Columns } from './column-delta.ts';
import { covers } from '../names/host.ts';
import { reverseLabels } from '../names/name-order.ts';
import type { SlicedNameIndex } from '../names/name-slices.ts';
import type { Bytes } from '../release/trust.ts';

const LINE_FEED = 10;

export interface NameBlock {
  /** Names with reversed labels, as bytes, each followed by a line feed. Firefox stores strings more slowly. */
  names: Bytes;
  columns: Columns;
}

/** A name of a register that covers a host, with its column values. */
export interface RegisterHit {
  name: string;
  values: number[];
}

/** Reads from the store; undefined means that the store is damaged. */
export interface ReadRegisterParts {
  slices(numbers: readonly number[]): Promise<(ArrayBuffer | undefined)[]>;
  block(number: number): Promise<NameBlock | undefined>;
}

/**
 * The names that cover a host, most specific first. Each candidate is compared with the exact name, so a hash collision
 * never gives a hit.
 * @throws Error if a part is missing in the store
 */
export async function findInRegister(
  index: SlicedNameIndex,
  read: ReadRegisterParts,
  host: string,
): Promise<RegisterHit[]> {
  const missing = index.missing(host);
  if (missing.length > 0) {
    for (const [n, bytes] of (await read.slices(missing)).entries()) {
      if (!bytes) throw new Error(`the stored register has no slice ${missing[n]}`);
      index.put(missing[n]!, bytes);
    }
  }
  const hits: RegisterHit[] = [];
  for (const position of index.find(host)) {
    const { slice, at } = index.locate(position);
    const block = await read.block(slice);
    const key = block && lineOf(block.names, at);
    if (!key) throw new Error(`the stored register has no name ${position}`);
    const name = reverseLabels(key);
    if (covers(name, host)) hits.push({ name, values: block.columns.map((column) => column[at]!) });
  }
  return hits;
}

/** Reads one line. Decoding all lines would take longer than reading them from the database. */
function lineOf(text: Bytes, line: number): string | undefined {
  let begin = 0;
  for (let before = 0; before < line && begin > -1; before++) begin = text.indexOf(LINE_FEED, begin) + 1 || -1;
  const end = begin < 0 ? -1 : text.indexOf(LINE_FEED, begin);
  return end < 0 ? undefined : new TextDecoder().decode(text.subarray(begin, end));
}
