/**
 * A register as it is stored: the index in slices, and for each slice one block with its names and columns, in the order
 * of the index. So an unlisted host costs a slice or two, and confirming a hit reads one block more.
 */
import type { Columns } from './column-delta.ts';
import { covers } from './host.ts';
import { NameIndexBuilder, type BuiltNameIndex } from './name-index.ts';
import { cutSlice, planSlices, type SlicedNameIndex, type SlicePlan } from './name-slices.ts';
import { countNames, textBatches, textLength } from './name-table.ts';
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

/** Batches between two pauses, some 60 thousand names: a look-up that comes meanwhile waits no longer than for these. */
const BATCHES_A_BREATH = 16;

const LINE_FEED = 10;

/** The whole register, ready to be cut into the shape of storage: 31 bytes a name while it is made, columns apart, and no strings. */
export class RegisterPack {
  readonly plan: SlicePlan;
  readonly #index: Uint8Array<ArrayBuffer>;
  /** Number in the table of the name at each position of the index. */
  readonly #order: Uint32Array<ArrayBuffer>;
  /** All names, a line feed after each, and where each begins. */
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
    const count = countNames(table);
    const builder = new NameIndexBuilder(count);
    const text = new Uint8Array(textLength(table));
    const starts = new Uint32Array(count + 1);
    let filled = 0;
    let n = 0;
    let batches = 0;
    for (const batch of textBatches(table)) {
      text.set(batch, filled);
      for (const end = filled + batch.length; filled < end;) {
        const start = filled;
        while (text[filled] !== LINE_FEED) filled++;
        builder.addBytes(text, start, filled++);
        starts[++n] = filled;
      }
      if (++batches % BATCHES_A_BREATH === 0) await breathe();
    }
    return new RegisterPack(builder.finish(), text, starts, columns);
  }

  get slices(): number {
    return this.plan.starts.length - 1;
  }

  /** Slices from `first` to before `last`. */
  pack(first: number, last: number): PackedSlice[] {
    return Array.from({ length: last - first }, (_, i) => {
      const slice = first + i;
      const block = this.#block(this.plan.starts[slice]!, this.plan.starts[slice + 1]!);
      return { slice, index: cutSlice(this.#index, this.plan, slice), block };
    });
  }

  #block(from: number, to: number): NameBlock {
    const order = this.#order.subarray(from, to);
    const starts = this.#starts;
    const text = this.#text;
    let length = 0;
    for (const n of order) length += starts[n + 1]! - starts[n]!;
    const names = new Uint8Array(length);
    let filled = 0;
    for (const n of order) {
      const end = starts[n + 1]!;
      for (let at = starts[n]!; at < end; at++) names[filled++] = text[at]!;
    }
    return { names, columns: this.#columns.map((column) => Int32Array.from(order, (n) => column[n]!)) };
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
