import { bucketOf, BUCKET, DOT, firstBit, HEADER, MAGIC, NAMES_PER_BUCKET, secondBit, VERSION } from './name-index-layout.ts';
import { mix, PRIME_A, PRIME_B, SEED_A, SEED_B } from './name-hash.ts';

/** Longest name that DNS allows, in characters. */
const LONGEST = 253;

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
  readonly #scale: number;
  readonly #name = new Uint8Array(LONGEST);
  readonly #bucketOfName: Uint32Array;
  readonly #hashOfName: Uint32Array;
  #added = 0;

  /** @param count how many names will be added, exactly. */
  constructor(count: number) {
    this.#buckets = Math.max(1, Math.ceil(count / NAMES_PER_BUCKET));
    this.#scale = this.#buckets / 2 ** 32;
    this.#words = new Uint32Array(HEADER + this.#buckets * BUCKET + 1 + count);
    this.#words.set([MAGIC, VERSION, count, this.#buckets]);
    this.#bucketOfName = new Uint32Array(count);
    this.#hashOfName = new Uint32Array(count);
  }

  /** @throws as `addBytes` does */
  add(name: string): void {
    if (name.length > LONGEST) throw new Error(`No host name has ${name.length} characters.`);
    for (let i = 0; i < name.length; i++) this.#name[i] = name.charCodeAt(i);
    this.addBytes(this.#name, 0, name.length);
  }

  /**
   * Adds the name `bytes[start, end)`, in ASCII.
   *
   * @throws on an empty name, which would cover every host, and on more names than were announced.
   */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    if (start === end) throw new Error('An empty name cannot be indexed: it would cover every host.');
    if (this.#added === this.#bucketOfName.length) throw new Error(`More than the ${this.#added} names that were announced.`);
    const words = this.#words;
    const scale = this.#scale;
    let a = SEED_A;
    let b = SEED_B;
    let labels = 0;
    let bucket = 0;
    for (let i = end - 1; ; i--) {
      const c = i < start ? DOT : bytes[i]!;
      if (c === DOT && (++labels > 1 || i < start)) {
        const mixed = mix(a);
        bucket = bucketOf(mixed, scale);
        const filter = HEADER + bucket * BUCKET + 1;
        const first = firstBit(mixed);
        const second = secondBit(mixed);
        words[filter + (first >>> 5)]! |= 1 << (first & 31);
        words[filter + (second >>> 5)]! |= 1 << (second & 31);
      }
      if (i < start) break;
      a = Math.imul(a ^ (c | 32), PRIME_A);
      b = Math.imul(b ^ (c | 32), PRIME_B);
    }
    if (labels === 1) words[4] = 1;
    this.#bucketOfName[this.#added] = bucket;
    this.#hashOfName[this.#added++] = b;
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
