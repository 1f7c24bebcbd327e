import { bucketOf, BUCKET, BUCKETS_A_SLICE, DOT, firstBit, HEADER, MAGIC, NAMES_PER_BUCKET, secondBit, VERSION, type SlicePlan } from './name-index-layout.ts';
import { mix, PRIME_A, PRIME_B, SEED_A, SEED_B } from './name-hash.ts';
import { LONGEST, NameKey } from './name-key.ts';
import { NamesBySlice, type BuiltSlice } from './names-by-slice.ts';

export interface BuiltNameIndex {
  /** To be stored, and wrapped with `wrapNameIndex`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** For each position in the index, which name stands there: the number of its `add`, from 0. */
  order: Uint32Array<ArrayBuffer>;
}

/**
 * Builds the index from names (lower case, punycode, no trailing dot) that come one after the other, so that a million of
 * them need not be held as strings. The bytes depend on the set of names only, not on their order.
 *
 * A name goes at once to the slice of its bucket, and is sorted when that slice is made: of a million names sorted in one
 * go nearly every step waits for memory, two thousand stay in the processor's cache.
 */
export class NameIndexBuilder {
  readonly #count: number;
  readonly #header = new Uint32Array(HEADER);
  readonly #scale: number;
  readonly #buckets: Uint32Array<ArrayBuffer>;
  readonly #names: NamesBySlice;
  readonly #key = new NameKey();
  /** The two hashes of the labels before each label of the last name: names that follow each other share labels. */
  readonly #hashesA = new Int32Array(LONGEST + 1).fill(SEED_A);
  readonly #hashesB = new Int32Array(LONGEST + 1).fill(SEED_B);
  #added = 0;

  /** @param count how many names will be added, exactly. @param characters of all of them, about */
  constructor(count: number, characters = count * 16) {
    const buckets = Math.max(1, Math.ceil(count / NAMES_PER_BUCKET));
    this.#count = count;
    this.#scale = buckets / 2 ** 32;
    this.#header.set([MAGIC, VERSION, count, buckets]);
    this.#buckets = new Uint32Array(buckets * BUCKET);
    this.#names = new NamesBySlice(Math.ceil(buckets / BUCKETS_A_SLICE), count, characters);
  }

  get slices(): number {
    return this.#names.counts.length;
  }

  /** @throws as `addKey` does */
  add(name: string): void {
    this.#key.set(name);
    this.addKey(this.#key);
  }

  /**
   * Adds a name by its key.
   *
   * @throws on an empty name, which would cover every host, and on more names than were announced.
   */
  addKey(key: NameKey): void {
    if (key.length === 0) throw new Error('An empty name cannot be indexed: it would cover every host.');
    if (this.#added === this.#count) throw new Error(`More than the ${this.#added} names that were announced.`);
    const { bytes, ends } = key;
    const [hashesA, hashesB] = [this.#hashesA, this.#hashesB];
    const last = key.labels - 1;
    let bucket = 0;
    let a = 0;
    let b = 0;
    for (let label = key.shared; label <= last; label++) {
      const begin = label === 0 ? 0 : ends[label - 1]! + 1;
      a = hashesA[label]!;
      b = hashesB[label]!;
      for (let i = ends[label]! - 1; i >= begin; i--) {
        const c = bytes[i]! | 32;
        a = Math.imul(a ^ c, PRIME_A);
        b = Math.imul(b ^ c, PRIME_B);
      }
      if (label > 0 || last === 0) bucket = this.#mark(mix(a));
      hashesA[label + 1] = Math.imul(a ^ DOT, PRIME_A);
      hashesB[label + 1] = Math.imul(b ^ DOT, PRIME_B);
    }
    if (last === 0) this.#header[4] = 1;
    this.#names.add(Math.floor(bucket / BUCKETS_A_SLICE), bucket % BUCKETS_A_SLICE, b, this.#added++, key);
  }

  /** Sets the filter bits of a name or one of its parents. @returns its bucket */
  #mark(mixed: number): number {
    const bucket = bucketOf(mixed, this.#scale);
    const filter = bucket * BUCKET + 1;
    const first = firstBit(mixed);
    const second = secondBit(mixed);
    this.#buckets[filter + (first >>> 5)]! |= 1 << (first & 31);
    this.#buckets[filter + (second >>> 5)]! |= 1 << (second & 31);
    return bucket;
  }

  /** @throws if fewer names came than were announced. */
  plan(): SlicePlan {
    if (this.#added !== this.#count) throw new Error(`Only ${this.#added} of the ${this.#count} names that were announced.`);
    const starts = new Uint32Array(this.slices + 1);
    for (const [slice, count] of this.#names.counts.entries()) starts[slice + 1] = starts[slice]! + count;
    return { header: this.#header, starts };
  }

  slice(slice: number, { starts }: SlicePlan): BuiltSlice {
    const words = BUCKETS_A_SLICE * BUCKET;
    return this.#names.build(slice, this.#buckets.subarray(slice * words, (slice + 1) * words), starts[slice]!);
  }

  /** The slices put together. @throws if fewer names came than were announced. */
  finish(): BuiltNameIndex {
    const plan = this.plan();
    const words = new Uint32Array(HEADER + this.#buckets.length + 1 + this.#count);
    const order = new Uint32Array(this.#count);
    words.set(plan.header);
    let bucket = HEADER;
    let name = HEADER + this.#buckets.length + 1;
    words[name - 1] = this.#count;
    for (let slice = 0; slice < this.slices; slice++) {
      const { words: cut, numbers } = this.slice(slice, plan);
      const bucketWords = cut.length - numbers.length;
      words.set(cut.subarray(0, bucketWords), bucket);
      words.set(cut.subarray(bucketWords), name);
      order.set(numbers, plan.starts[slice]);
      bucket += bucketWords;
      name += numbers.length;
    }
    return { bytes: new Uint8Array(words.buffer), order };
  }
}

/** Builds the index over names that are at hand as an array; `order` holds their places in it. See `NameIndexBuilder`. */
export function buildNameIndex(names: readonly string[]): BuiltNameIndex {
  const builder = new NameIndexBuilder(names.length);
  for (const name of names) builder.add(name);
  return builder.finish();
}
