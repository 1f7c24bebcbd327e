import { bucketOf, BUCKET, DOT, firstBit, HEADER, MAGIC, NAMES_PER_BUCKET, secondBit, VERSION } from './name-index-layout.ts';
import { hashB, mix, PRIME_A, SEED_A } from './name-hash.ts';

export interface BuiltNameIndex {
  /** To be stored, and wrapped with `wrapNameIndex`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** For each position in the index, which name stands there: the number of its `add`, from 0. */
  order: Uint32Array<ArrayBuffer>;
}

/**
 * Builds the index from names (lower case, punycode, no trailing dot) that come one after the other, so that a million of
 * them need not be held as strings. The bytes depend on the set of names only, not on their order.
 */
export class NameIndexBuilder {
  readonly #words: Uint32Array<ArrayBuffer>;
  readonly #buckets: number;
  readonly #bucketOfName: Uint32Array;
  readonly #hashOfName: Uint32Array;
  #added = 0;

  /** @param count how many names will be added, exactly. */
  constructor(count: number) {
    this.#buckets = Math.max(1, Math.ceil(count / NAMES_PER_BUCKET));
    this.#words = new Uint32Array(HEADER + this.#buckets * BUCKET + 1 + count);
    this.#words.set([MAGIC, VERSION, count, this.#buckets]);
    this.#bucketOfName = new Uint32Array(count);
    this.#hashOfName = new Uint32Array(count);
  }

  /** @throws on an empty name, which would cover every host, and on more names than were announced. */
  add(name: string): void {
    if (name === '') throw new Error('An empty name cannot be indexed: it would cover every host.');
    if (this.#added === this.#bucketOfName.length) throw new Error(`More than the ${this.#added} names that were announced.`);
    const words = this.#words;
    let a = SEED_A;
    let labels = 0;
    let bucket = 0;
    for (let i = name.length - 1; ; i--) {
      const c = i < 0 ? DOT : name.charCodeAt(i);
      if (c === DOT && (++labels > 1 || i < 0)) {
        const mixed = mix(a);
        bucket = bucketOf(mixed, this.#buckets / 2 ** 32);
        for (const bit of [firstBit(mixed), secondBit(mixed)]) words[HEADER + bucket * BUCKET + 1 + (bit >>> 5)]! |= 1 << (bit & 31);
      }
      if (i < 0) break;
      a = Math.imul(a ^ (c | 32), PRIME_A);
    }
    if (labels === 1) words[4] = 1;
    this.#bucketOfName[this.#added] = bucket;
    this.#hashOfName[this.#added++] = hashB(name, 0, name.length);
  }

  /** @throws if fewer names came than were announced. */
  finish(): BuiltNameIndex {
    const count = this.#bucketOfName.length;
    if (this.#added !== count) throw new Error(`Only ${this.#added} of the ${count} names that were announced.`);
    const words = this.#words;
    // A counting sort by bucket, and inside each (they are small) an insertion sort by hash B.
    const filled = new Uint32Array(this.#buckets + 1);
    for (const bucket of this.#bucketOfName) filled[bucket + 1]!++;
    for (let bucket = 0; bucket < this.#buckets; bucket++) {
      filled[bucket + 1]! += filled[bucket]!;
      words[HEADER + bucket * BUCKET] = filled[bucket]!;
    }
    const firstName = HEADER + this.#buckets * BUCKET + 1;
    words[firstName - 1] = count;
    const order = new Uint32Array(count);
    for (let n = 0; n < count; n++) {
      const hash = this.#hashOfName[n]!;
      const bucket = this.#bucketOfName[n]!;
      const first = words[HEADER + bucket * BUCKET]!;
      let position = filled[bucket]!++;
      for (; position > first && words[firstName + position - 1]! > hash; position--) {
        words[firstName + position] = words[firstName + position - 1]!;
        order[position] = order[position - 1]!;
      }
      words[firstName + position] = hash;
      order[position] = n;
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
