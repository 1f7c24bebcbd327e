import {
  bucketOf,
  BUCKET,
  BUCKETS_PER_SLICE,
  DOT,
  filterBits,
  filterWord,
  HEADER,
  MAGIC,
  NAMES_PER_BUCKET,
  sizesFor,
  VERSION,
  type SlicePlan,
} from './name-index-layout.ts';
import { mix, PRIME, SEED } from './name-hash.ts';
import { MAX_NAME_LENGTH, NameKey } from './name-key.ts';
import { NamesBySlice, type BuiltSlice } from './names-by-slice.ts';

export interface BuiltNameIndex {
  /** The bytes to store. Open them with `wrapNameIndex`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** For each position in the index, the number of the name there, counted from 0 in the order of the `add` calls. */
  order: Uint32Array<ArrayBuffer>;
}

/**
 * Builds the index from names (lower case, punycode, no trailing dot) added one by one, so that a million names need
 * not be held as strings. The bytes depend only on the set of names, not on their order.
 * A name goes at once to the slice of its bucket, and each slice is sorted on its own. Sorting a million names at once
 * waits for memory at nearly every step; the two thousand names of a slice stay in the processor's cache.
 */
export class NameIndexBuilder {
  readonly #count: number;
  readonly #header = new Uint32Array(HEADER);
  readonly #scale: number;
  readonly #buckets: Uint32Array<ArrayBuffer>;
  readonly #names: NamesBySlice;
  readonly #key = new NameKey();
  /**
   * The hash state before each label of the last name. A name that shares its first labels with the last one starts
   * from there.
   */
  readonly #states = new Int32Array(MAX_NAME_LENGTH + 2).fill(SEED);
  #added = 0;

  /**
   * @param count the exact number of names that will be added
   * @param characters about how many characters these names have together
   */
  constructor(count: number, characters = count * 16) {
    const buckets = Math.max(1, Math.ceil(count / NAMES_PER_BUCKET));
    this.#count = count;
    this.#scale = buckets / 2 ** 32;
    this.#header.set([MAGIC, VERSION, count, buckets]);
    this.#buckets = new Uint32Array(buckets * BUCKET);
    this.#names = new NamesBySlice(Math.ceil(buckets / BUCKETS_PER_SLICE), count, characters);
  }

  get slices(): number {
    return this.#names.counts.length;
  }

  /** Adds a name. @throws as `addKey` does */
  add(name: string): void {
    this.#key.set(name);
    this.addKey(this.#key);
  }

  /**
   * Adds a name by its key.
   * @throws Error on an empty name, which would cover every host, and if more than `count` names are added
   */
  addKey(key: NameKey): void {
    if (key.length === 0) throw new Error('An empty name cannot be indexed: it would cover every host.');
    if (this.#added === this.#count) throw new Error(`Too many names for the index: it was made for ${this.#added}.`);
    const { bytes, ends } = key;
    const states = this.#states;
    // Copied to local variables: V8 would load the imported constants for every character.
    const [prime, dot] = [PRIME, DOT];
    const last = key.labels - 1;
    let hash = 0;
    for (let label = key.shared; label <= last; label++) {
      const begin = label === 0 ? 0 : ends[label - 1]! + 1;
      let state = states[label]!;
      for (let i = ends[label]! - 1; i >= begin; i--) state = Math.imul(state ^ (bytes[i]! | 32), prime);
      if (label > 0 || last === 0) hash = this.#setFilterBits(mix(state));
      states[label + 1] = Math.imul(state ^ dot, prime);
    }
    if (last === 0) this.#header[4] = 1;
    const bucket = bucketOf(hash, this.#scale);
    this.#names.add(Math.floor(bucket / BUCKETS_PER_SLICE), bucket % BUCKETS_PER_SLICE, hash, this.#added++, key);
  }

  /** Sets the filter bits of a name or of one of its parents. @returns the same hash */
  #setFilterBits(hash: number): number {
    this.#buckets[bucketOf(hash, this.#scale) * BUCKET + filterWord(hash)]! |= filterBits(hash);
    return hash;
  }

  /** The plan of the finished index. @throws Error if fewer than `count` names were added */
  plan(): SlicePlan {
    if (this.#added !== this.#count)
      throw new Error(`Too few names for the index: ${this.#added} were added, it was made for ${this.#count}.`);
    const starts = new Uint32Array(this.slices + 1);
    for (const [slice, count] of this.#names.counts.entries()) starts[slice + 1] = starts[slice]! + count;
    return { header: this.#header, starts };
  }

  slice(slice: number, { starts }: SlicePlan): BuiltSlice {
    const words = BUCKETS_PER_SLICE * BUCKET;
    return this.#names.build(slice, this.#buckets.subarray(slice * words, (slice + 1) * words), starts[slice]!);
  }

  /** Joins the slices to one index. @throws Error if fewer than `count` names were added */
  finish(): BuiltNameIndex {
    const plan = this.plan();
    const sizes = sizesFor(this.#count, plan.header[3]!);
    const words = new Uint32Array(sizes.words);
    const bytes = new Uint8Array(words.buffer);
    const order = new Uint32Array(this.#count);
    words.set(plan.header);
    words[sizes.firstName - 1] = this.#count;
    for (let slice = 0; slice < this.slices; slice++) {
      const { index, numbers } = this.slice(slice, plan);
      const bucketBytes = index.byteLength - numbers.length * 2;
      const start = plan.starts[slice]!;
      bytes.set(new Uint8Array(index, 0, bucketBytes), (HEADER + slice * BUCKETS_PER_SLICE * BUCKET) * 4);
      bytes.set(new Uint8Array(index, bucketBytes), sizes.firstName * 4 + start * 2);
      order.set(numbers, start);
    }
    return { bytes, order };
  }
}

/** Builds the index from an array of names; `order` holds positions in that array. See `NameIndexBuilder`. */
export function buildNameIndex(names: readonly string[]): BuiltNameIndex {
  const builder = new NameIndexBuilder(names.length);
  for (const name of names) builder.add(name);
  return builder.finish();
}
