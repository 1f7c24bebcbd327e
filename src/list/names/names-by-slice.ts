import { BUCKET, storedBits } from './name-index-layout.ts';
import type { NameKey } from './name-key.ts';

/**
 * Words before the characters of a name. They hold its hash; its number; and its bucket in the slice (low 8 bits) with
 * the number of its characters.
 */
const HEAD = 3;
const LINE_FEED = 10;

/** A finished slice. */
export interface BuiltSlice {
  /** Its buckets, then the stored bits of its names. */
  index: ArrayBuffer;
  /** The number of the name at each position. */
  numbers: Uint32Array<ArrayBuffer>;
  /** Keys of the names in the order of the index, each followed by a line feed. */
  keys: Uint8Array<ArrayBuffer>;
}

/** Collects the names of an index by slice, in one array with an equal part for each slice. */
export class NamesBySlice {
  /** Names in each slice. */
  readonly counts: Uint32Array<ArrayBuffer>;
  #words: Uint32Array<ArrayBuffer>;
  /** Capacity of each slice in words, and the words in use. */
  #capacity: number;
  readonly #used: Uint32Array<ArrayBuffer>;

  /**
   * @param names number of names
   * @param characters about how many characters these names have together
   */
  constructor(slices: number, names: number, characters: number) {
    this.counts = new Uint32Array(slices);
    this.#used = new Uint32Array(slices);
    // The hash spreads the names evenly within a few per cent. On average half a word per name stays empty.
    this.#capacity = Math.ceil(((names * (HEAD + 0.5) + characters / 4) / slices) * 1.1) + HEAD + 64;
    this.#words = new Uint32Array(this.#capacity * slices);
  }

  add(slice: number, bucket: number, hash: number, number: number, key: NameKey): void {
    const length = (key.length + 3) >>> 2;
    while (this.#used[slice]! + HEAD + length > this.#capacity) this.#grow();
    const words = this.#words;
    let at = slice * this.#capacity + this.#used[slice]!;
    words[at++] = hash;
    words[at++] = number;
    words[at++] = bucket | (key.length << 8);
    const characters = key.words;
    for (let i = 0; i < length; i++) words[at++] = characters[i]!;
    this.#used[slice] = this.#used[slice]! + HEAD + length;
    this.counts[slice] = this.counts[slice]! + 1;
  }

  #grow(): void {
    const [words, capacity] = [this.#words, this.#capacity];
    this.#capacity *= 2;
    this.#words = new Uint32Array(this.#capacity * this.counts.length);
    for (const [slice, used] of this.#used.entries())
      this.#words.set(words.subarray(slice * capacity, slice * capacity + used), slice * this.#capacity);
  }

  /**
   * Sorts one slice: a counting sort by bucket, then an insertion sort by hash inside each (small) bucket.
   * @param buckets the slice's buckets, with their filter bits
   * @param start position of the slice's first name in the whole index
   */
  build(slice: number, buckets: Uint32Array<ArrayBuffer>, start: number): BuiltSlice {
    const count = this.counts[slice]!;
    const from = slice * this.#capacity;
    const all = this.#words.subarray(from, from + this.#used[slice]!);
    const filled = new Uint32Array(buckets.length / BUCKET + 1);
    let characters = 0;
    for (let at = 0; at < all.length; at = after(all, at)) {
      filled[(all[at + 2]! & 255) + 1]!++;
      characters += all[at + 2]! >>> 8;
    }
    for (let bucket = 1; bucket < filled.length; bucket++) filled[bucket]! += filled[bucket - 1]!;
    const index = new ArrayBuffer(buckets.length * 4 + count * 2);
    const words = new Uint32Array(index, 0, buckets.length);
    words.set(buckets);
    for (let word = 0; word < buckets.length; word += BUCKET) words[word] = start + filled[word / BUCKET]!;
    const places = new Uint32Array(count);
    for (let at = 0; at < all.length; at = after(all, at)) {
      const hash = all[at]!;
      const bucket = all[at + 2]! & 255;
      const first = words[bucket * BUCKET]! - start;
      let position = filled[bucket]!++;
      for (; position > first && all[places[position - 1]!]! > hash; position--)
        places[position] = places[position - 1]!;
      places[position] = at;
    }
    const kept = new Uint16Array(index, buckets.length * 4);
    for (let position = 0; position < count; position++) kept[position] = storedBits(all[places[position]!]!);
    return { index, ...inOrder(all, places, characters + count) };
  }
}

const after = (words: Uint32Array, at: number): number => at + HEAD + (((words[at + 2]! >>> 8) + 3) >>> 2);

function inOrder(
  words: Uint32Array<ArrayBuffer>,
  places: Uint32Array<ArrayBuffer>,
  length: number,
): Pick<BuiltSlice, 'numbers' | 'keys'> {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  const numbers = new Uint32Array(places.length);
  const keys = new Uint8Array(length);
  let filled = 0;
  for (let position = 0; position < places.length; position++) {
    const at = places[position]!;
    numbers[position] = words[at + 1]!;
    const begin = (at + HEAD) * 4;
    const end = begin + (words[at + 2]! >>> 8);
    for (let i = begin; i < end; i++) keys[filled++] = bytes[i]!;
    keys[filled++] = LINE_FEED;
  }
  return { numbers, keys };
}
