import { bucketOf, BUCKET, DOT, filterBits, filterWord, HEADER, keptBits, MAGIC, NAMES_PER_BUCKET, sizesOf, VERSION } from './name-index-layout.ts';
import { mix, PRIME, SEED } from './name-hash.ts';

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
  readonly #hashes: Uint32Array;
  #added = 0;

  /** @param count how many names will be added, exactly. */
  constructor(count: number) {
    this.#buckets = Math.max(1, Math.ceil(count / NAMES_PER_BUCKET));
    this.#scale = this.#buckets / 2 ** 32;
    this.#words = new Uint32Array(sizesOf(count, this.#buckets).words);
    this.#words.set([MAGIC, VERSION, count, this.#buckets]);
    this.#hashes = new Uint32Array(count);
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
    if (this.#added === this.#hashes.length) throw new Error(`More than the ${this.#added} names that were announced.`);
    const words = this.#words;
    const scale = this.#scale;
    const prime = PRIME;
    let state = SEED;
    let labels = 0;
    let hash = 0;
    for (let i = end - 1; ; i--) {
      const c = i < start ? DOT : bytes[i]!;
      if (c === DOT && (++labels > 1 || i < start)) {
        hash = mix(state);
        words[HEADER + bucketOf(hash, scale) * BUCKET + filterWord(hash)]! |= filterBits(hash);
      }
      if (i < start) break;
      state = Math.imul(state ^ (c | 32), prime);
    }
    if (labels === 1) words[4] = 1;
    this.#hashes[this.#added++] = hash;
  }

  /** @throws if fewer names came than were announced. */
  finish(): BuiltNameIndex {
    const hashes = this.#hashes;
    const count = hashes.length;
    if (this.#added !== count) throw new Error(`Only ${this.#added} of the ${count} names that were announced.`);
    const words = this.#words;
    const buckets = Uint32Array.from(hashes, (hash) => bucketOf(hash, this.#scale));
    // A counting sort by bucket, and inside each (they are small) an insertion sort by hash.
    const filled = new Uint32Array(this.#buckets + 1);
    for (const bucket of buckets) filled[bucket + 1]!++;
    for (let bucket = 0; bucket < this.#buckets; bucket++) {
      filled[bucket + 1]! += filled[bucket]!;
      words[HEADER + bucket * BUCKET] = filled[bucket]!;
    }
    const { firstName } = sizesOf(count, this.#buckets);
    words[firstName - 1] = count;
    const order = new Uint32Array(count);
    for (let n = 0; n < count; n++) {
      const bucket = buckets[n]!;
      const first = words[HEADER + bucket * BUCKET]!;
      let position = filled[bucket]!++;
      for (; position > first && hashes[order[position - 1]!]! > hashes[n]!; position--) order[position] = order[position - 1]!;
      order[position] = n;
    }
    const kept = new Uint16Array(words.buffer, firstName * 4, count);
    for (let position = 0; position < count; position++) kept[position] = keptBits(hashes[order[position]!]!);
    return { bytes: new Uint8Array(words.buffer), order };
  }
}

/** Builds the index over names that are at hand as an array; `order` holds their places in it. See `NameIndexBuilder`. */
export function buildNameIndex(names: readonly string[]): BuiltNameIndex {
  const builder = new NameIndexBuilder(names.length);
  for (const name of names) builder.add(name);
  return builder.finish();
}
