/** Turns the tables of a register into index slices and name blocks for the store. */
import type { Columns } from './column-delta.ts';
import { decodeColumns, pick } from './name-columns.ts';
import { NameIndexBuilder } from '../names/name-index.ts';
import type { SlicePlan } from '../names/name-index-layout.ts';
import { countNames, NameReader } from './name-table.ts';
import type { NameBlock } from './packed-register.ts';
import { Refusal } from '../release/refusal.ts';
import { MAX_CHARACTERS } from './register-release.ts';
import type { Bytes } from '../release/trust.ts';

/** The unzipped tables of a release. */
export interface Tables {
  names: Bytes;
  columns: Bytes | null;
}

/**
 * Checks the tables and builds the index.
 * @param yieldIfDue yields to the event loop if the last yield is long ago
 * @throws Refusal `malformed` if the tables do not match the manifest, `too-large` if the names are longer than a
 * client stores
 */
export async function packTables(
  { names, columns }: Tables,
  { count, labels }: { count: number; labels: readonly unknown[] },
  yieldIfDue: () => Promise<void> = () => Promise.resolve(),
): Promise<RegisterPack> {
  try {
    if (countNames(names) !== count) throw new Error(`the manifest says ${count} names`);
    // A name that shares nearly everything with the previous one takes three bytes in the table, but all its characters
    // in the store.
    const characters = new NameReader(names).characters();
    if (characters > MAX_CHARACTERS)
      throw new Refusal(
        'too-large',
        `the names of the register have ${characters} characters, more than the ${MAX_CHARACTERS} allowed`,
      );
    const decoded = columns ? decodeColumns(columns, count) : [];
    if (decoded.length !== labels.length) throw new Error(`${decoded.length} columns, ${labels.length} labels`);
    return await RegisterPack.of(names, decoded, yieldIfDue);
  } catch (error) {
    throw error instanceof Refusal
      ? error
      : new Refusal('malformed', 'the tables of the register cannot be read', { cause: error });
  }
}

export interface PackedSlice {
  slice: number;
  index: ArrayBuffer;
  block: NameBlock;
}

/** Names after which the worker may yield: about one millisecond of work. */
const NAMES_PER_YIELD = 4_096;

/**
 * A whole register, ready to be written in slices. Needs about 36 bytes per name, without columns, and holds no
 * strings.
 */
export class RegisterPack {
  readonly plan: SlicePlan;
  readonly #builder: NameIndexBuilder;
  readonly #columns: Columns;

  private constructor(builder: NameIndexBuilder, columns: Columns) {
    this.plan = builder.plan();
    this.#builder = builder;
    this.#columns = columns;
  }

  /**
   * @param yieldIfDue yields to the event loop if the last yield is long ago
   * @throws Error on a damaged table
   */
  static async of(table: Bytes, columns: Columns, yieldIfDue: () => Promise<void>): Promise<RegisterPack> {
    const reader = new NameReader(table);
    const builder = new NameIndexBuilder(reader.count, reader.characters());
    for (let n = 0; n < reader.count;) {
      for (const pause = Math.min(n + NAMES_PER_YIELD, reader.count); n < pause; n++) {
        reader.next();
        builder.addKey(reader.key);
      }
      await yieldIfDue();
    }
    reader.end();
    return new RegisterPack(builder, columns);
  }

  get slices(): number {
    return this.#builder.slices;
  }

  /**
   * The slices `first` (inclusive) to `last` (exclusive). A generator, so that the browser can write one slice while
   * the next is made.
   */
  *pack(first: number, last: number): Generator<PackedSlice, void> {
    for (let slice = first; slice < last; slice++) {
      const { index, numbers, keys } = this.#builder.slice(slice, this.plan);
      const columns = this.#columns.map((column) => pick(column, numbers));
      yield { slice, index, block: { names: keys, columns } };
    }
  }
}
