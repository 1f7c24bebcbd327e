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
  sizesOf,
  VERSION,
  type SlicePlan,
} from './name-index-layout.ts';
import { mix, PRIME, SEED } from './name-hash.ts';
import { LONGEST, NameKey } from './name-key.ts';
import { NamesBySlice, type BuiltSlice } from './names-by-slice.ts';

export interface BuiltNameIndex {
  /** To be stored, and wrapped with `wrapNameIndex`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** For each position in the index, which name stands there: the number of its `add`, from 0. */
  order: Uint32Array<ArrayBuffer>;
}

/**
 * Builds the index from names (lower case, punycode, no trailing dot) that come one after the other, so that a million
 * of them need not be held as strings. The bytes depend on the set of names only, not on their order.
 *
 * A name goes at once to the slice of its bucket, and is sorted when that slice is made: of a million names sorted in
 * one go nearly every step waits for memory, two thousand stay in the processor's cache.
 */
export class NameIndexBuilder {
  readonly #count: number;
  readonly #header = new Uint32Array(HEADER);
  readonly #scale: number;
  readonly #buckets: Uint32Array<ArrayBuffer>;
  readonly #names: NamesBySlice;
  readonly #key = new NameKey();
  /** State of the hash before each label of the last name: names that follow each other share labels. */
  readonly #states = new Int32Array(LONGEST + 2).fill(SEED);
  #added = 0;

  /** @param count how many names will be added, exactly. @param characters of all of them, about */
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
    const states = this.#states;
    // Constants of another module, read once: V8 would load them for every character.
    const [prime, dot] = [PRIME, DOT];
    const last = key.labels - 1;
    let hash = 0;
    for (let label = key.shared; label <= last; label++) {
      const begin = label === 0 ? 0 : ends[label - 1]! + 1;
      let state = states[label]!;
      for (let i = ends[label]! - 1; i >= begin; i--) state = Math.imul(state ^ (bytes[i]! | 32), prime);
      if (label > 0 || last === 0) hash = this.#mark(mix(state));
      states[label + 1] = Math.imul(state ^ dot, prime);
    }
    if (last === 0) this.#header[4] = 1;
    const bucket = bucketOf(hash, this.#scale);
    this.#names.add(Math.floor(bucket / BUCKETS_PER_SLICE), bucket % BUCKETS_PER_SLICE, hash, this.#added++, key);
  }

  /** Sets the filter bits of a name or one of its parents. @returns its hash, as given */
  #mark(hash: number): number {
    this.#buckets[bucketOf(hash, this.#scale) * BUCKET + filterWord(hash)]! |= filterBits(hash);
    return hash;
  }

  /** @throws if fewer names came than were announced. */
  plan(): SlicePlan {
    if (this.#added !== this.#count)
      throw new Error(`Only ${this.#added} of the ${this.#count} names that were announced.`);
    const starts = new Uint32Array(this.slices + 1);
    for (const [slice, count] of this.#names.counts.entries()) starts[slice + 1] = starts[slice]! + count;
    return { header: this.#header, starts };
  }

  slice(slice: number, { starts }: SlicePlan): BuiltSlice {
    const words = BUCKETS_PER_SLICE * BUCKET;
    return this.#names.build(slice, this.#buckets.subarray(slice * words, (slice + 1) * words), starts[slice]!);
  }

  /** The slices put together. @throws if fewer names came than were announced. */
  finish(): BuiltNameIndex {
    const plan = this.plan();
    const sizes = sizesOf(this.#count, plan.header[3]!);
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

/**
 * Builds the index over names that are at hand as an array; `order` holds their places in it. See `NameIndexBuilder`.
 */
export function buildNameIndex(names: readonly string[]): BuiltNameIndex {
  const builder = new NameIndexBuilder(names.length);
  for (const name of names) builder.add(name);
  return builder.finish();
}
