/**
 * A register as it is stored: the index in slices, and for each slice one block with its names and columns, in the order
 * of the index. So an unlisted host costs a slice or two, and confirming a hit reads one block more.
 */
import type { Columns } from './column-delta.ts';
import { covers } from './host.ts';
import { NameIndexBuilder, type BuiltNameIndex } from './name-index.ts';
import { cutSlice, planSlices, type SlicedNameIndex, type SlicePlan } from './name-slices.ts';
import { NameReader } from './name-table.ts';
import type { Bytes } from './trust.ts';

export interface NameBlock {
  /** As bytes, with a line feed after each: strings are slower to store in Firefox. */
  names: Bytes;
  columns: Columns;
}

export interface PackedSlice {
  slice: number;
  index: ArrayBuffer;
  block: NameBlock;
}

/** Names between two pauses, some 30 ms: a look-up that comes meanwhile waits no longer than for these. */
const NAMES_A_BREATH = 65_536;

const LINE_FEED = 10;

/** The whole register, ready to be cut into the shape of storage: 31 bytes a name while it is made, columns apart, and no strings. */
export class RegisterPack {
  readonly plan: SlicePlan;
  readonly #index: Uint8Array<ArrayBuffer>;
  /** Number in the table of the name at each position of the index. */
  readonly #order: Uint32Array<ArrayBuffer>;
  /** All names, and where each begins. */
  readonly #text: Uint8Array<ArrayBuffer>;
  readonly #starts: Uint32Array<ArrayBuffer>;
  readonly #columns: Columns;

  private constructor(built: BuiltNameIndex, text: Uint8Array<ArrayBuffer>, starts: Uint32Array<ArrayBuffer>, columns: Columns) {
    this.plan = planSlices(built.bytes);
    this.#index = built.bytes;
    this.#order = built.order;
    this.#text = text;
    this.#starts = starts;
    this.#columns = columns;
  }

  /**
   * @param breathe lets others have the worker for a moment
   * @throws on a damaged table
   */
  static async of(table: Bytes, columns: Columns, breathe: () => Promise<void>): Promise<RegisterPack> {
    const reader = new NameReader(table);
    const builder = new NameIndexBuilder(reader.count);
    const text = new Uint8Array(reader.length);
    const starts = new Uint32Array(reader.count + 1);
    for (let n = 0; n < reader.count;) {
      for (const pause = Math.min(n + NAMES_A_BREATH, reader.count); n < pause; n++) {
        const start = starts[n]!;
        const end = reader.next(text, start);
        builder.addBytes(text, start, end);
        starts[n + 1] = end;
      }
      await breathe();
    }
    reader.end();
    return new RegisterPack(builder.finish(), text, starts, columns);
  }

  get slices(): number {
    return this.plan.starts.length - 1;
  }

  /** Slices from `first` to before `last`, each made as it is asked for: the browser writes one while the next is made. */
  *pack(first: number, last: number): Generator<PackedSlice, void> {
    for (let slice = first; slice < last; slice++) {
      const block = this.#block(this.plan.starts[slice]!, this.plan.starts[slice + 1]!);
      yield { slice, index: cutSlice(this.#index, this.plan, slice), block };
    }
  }

  #block(from: number, to: number): NameBlock {
    const order = this.#order.subarray(from, to);
    const starts = this.#starts;
    const text = this.#text;
    let length = order.length;
    for (const n of order) length += starts[n + 1]! - starts[n]!;
    const names = new Uint8Array(length);
    let filled = 0;
    for (const n of order) {
      const end = starts[n + 1]!;
      for (let at = starts[n]!; at < end; at++) names[filled++] = text[at]!;
      names[filled++] = LINE_FEED;
    }
    const columns = this.#columns.map((column) => {
      const values = new Int32Array(order.length);
      for (let i = 0; i < values.length; i++) values[i] = column[order[i]!]!;
      return values;
    });
    return { names, columns };
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
