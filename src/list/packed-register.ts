/**
 * A register as it is stored: the index in slices, and for each slice one block with its names and columns, in the order
 * of the index. So an unlisted host costs a slice or two, and confirming a hit reads one block more.
 */
import type { Columns } from './column-delta.ts';
import { covers } from './host.ts';
import { NameIndexBuilder } from './name-index.ts';
import { cutSlice, planSlices, type SlicedNameIndex, type SlicePlan } from './name-slices.ts';
import { countNames, nameBatches } from './name-table.ts';
import type { Bytes } from './trust.ts';

export interface NameBlock {
  /** As bytes, a line each: strings are slower to store in Firefox. */
  names: Bytes;
  columns: Columns;
}

export interface PackedSlice {
  slice: number;
  index: ArrayBuffer;
  block: NameBlock;
}

/** Batches between two pauses, some 60 thousand names: a look-up that comes meanwhile waits no longer than for these. */
const BATCHES_A_BREATH = 16;

/** The whole register in the shape of storage. Names are held as strings only while their slices are made, so memory does not grow with them. */
export class RegisterPack {
  readonly #table: Bytes;
  readonly #columns: Columns;
  readonly #index: Uint8Array<ArrayBuffer>;
  /** Position in the index of each name of the table. */
  readonly #rank: Uint32Array<ArrayBuffer>;
  readonly plan: SlicePlan;

  private constructor(table: Bytes, columns: Columns, builder: NameIndexBuilder) {
    const { bytes, order } = builder.finish();
    this.#table = table;
    this.#columns = columns;
    this.#index = bytes;
    this.#rank = new Uint32Array(order.length);
    for (let position = 0; position < order.length; position++) this.#rank[order[position]!] = position;
    this.plan = planSlices(bytes);
  }

  /**
   * @param breathe lets others have the worker for a moment
   * @throws on a damaged table
   */
  static async of(table: Bytes, columns: Columns, breathe: () => Promise<void>): Promise<RegisterPack> {
    const builder = new NameIndexBuilder(countNames(table));
    let batches = 0;
    for (const batch of nameBatches(table)) {
      for (const name of batch) builder.add(name);
      if (++batches % BATCHES_A_BREATH === 0) await breathe();
    }
    return new RegisterPack(table, columns, builder);
  }

  get slices(): number {
    return this.plan.starts.length - 1;
  }

  /** Slices from `first` to before `last`; reads the table once. */
  pack(first: number, last: number): PackedSlice[] {
    const { starts } = this.plan;
    const from = starts[first]!;
    const to = starts[last]!;
    const names = new Array<string>(to - from);
    const columns = this.#columns.map(() => new Int32Array(to - from));
    let n = 0;
    for (const batch of nameBatches(this.#table)) {
      for (const name of batch) {
        const at = this.#rank[n]! - from;
        if (at >= 0 && at < names.length) {
          names[at] = name;
          for (const [c, column] of this.#columns.entries()) columns[c]![at] = column[n]!;
        }
        n++;
      }
    }
    const encoder = new TextEncoder();
    return Array.from({ length: last - first }, (_, i) => {
      const slice = first + i;
      const [start, end] = [starts[slice]! - from, starts[slice + 1]! - from];
      const block = { names: encoder.encode(names.slice(start, end).join('\n')), columns: columns.map((column) => column.slice(start, end)) };
      return { slice, index: cutSlice(this.#index, this.plan, slice), block };
    });
  }
}

/** A name of a register that covers a host, with what the register says of it. */
export interface RegisterHit {
  name: string;
  values: number[];
}

/** Gives what is stored; undefined means that the store is damaged. */
export interface ReadRegisterParts {
  slices(numbers: readonly number[]): Promise<(ArrayBuffer | undefined)[]>;
  block(number: number): Promise<NameBlock | undefined>;
}

/** The names that cover a host, most specific first. A candidate counts only once its exact name is read: a collision can never flag a site. */
export async function findInRegister(index: SlicedNameIndex, read: ReadRegisterParts, host: string): Promise<RegisterHit[]> {
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
    const name = block && new TextDecoder().decode(block.names).split('\n')[at];
    if (name === undefined) throw new Error(`the stored register has no name ${position}`);
    if (covers(name, host)) hits.push({ name, values: block!.columns.map((column) => column[at]!) });
  }
  return hits;
}
