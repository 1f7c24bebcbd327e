import { BUCKET, keptBits } from './name-index-layout.ts';
import type { NameKey } from './name-key.ts';

/**
 * Words before the characters of a name: its hash; its number; its bucket in the slice, and from bit 8 on how many
 * characters.
 */
const HEAD = 3;
const LINE_FEED = 10;

/** A slice as it is stored. */
export interface BuiltSlice {
  /** Its buckets, then its names. */
  index: ArrayBuffer;
  /** Which name stands at each position, by its number. */
  numbers: Uint32Array<ArrayBuffer>;
  /** Keys of the names in the order of the index, with a line feed after each. */
  keys: Uint8Array<ArrayBuffer>;
}

/**
 * Names on their way into the index, each put with the others of its slice as it comes: one array with a room for each
 * slice.
 */
export class NamesBySlice {
  /** Names in each slice. */
  readonly counts: Uint32Array<ArrayBuffer>;
  #words: Uint32Array<ArrayBuffer>;
  /** Words that each slice has room for, and those taken. */
  #room: number;
  readonly #taken: Uint32Array<ArrayBuffer>;

  /** @param names @param characters of all of them, about */
  constructor(slices: number, names: number, characters: number) {
    this.counts = new Uint32Array(slices);
    this.#taken = new Uint32Array(slices);
    // Hashes spread names evenly, give or take a few in a hundred; half a word of each is not filled.
    this.#room = Math.ceil(((names * (HEAD + 0.5) + characters / 4) / slices) * 1.1) + HEAD + 64;
    this.#words = new Uint32Array(this.#room * slices);
  }

  add(slice: number, bucket: number, hash: number, number: number, key: NameKey): void {
    const length = (key.length + 3) >>> 2;
    while (this.#taken[slice]! + HEAD + length > this.#room) this.#grow();
    const words = this.#words;
    let at = slice * this.#room + this.#taken[slice]!;
    words[at++] = hash;
    words[at++] = number;
    words[at++] = bucket | (key.length << 8);
    const characters = key.words;
    for (let i = 0; i < length; i++) words[at++] = characters[i]!;
    this.#taken[slice] = this.#taken[slice]! + HEAD + length;
    this.counts[slice] = this.counts[slice]! + 1;
  }

  #grow(): void {
    const [words, room] = [this.#words, this.#room];
    this.#room *= 2;
    this.#words = new Uint32Array(this.#room * this.counts.length);
    for (const [slice, taken] of this.#taken.entries())
      this.#words.set(words.subarray(slice * room, slice * room + taken), slice * this.#room);
  }

  /**
   * Sorts one slice: a counting sort by bucket, and inside each (they are small) an insertion sort by hash.
   *
   * @param buckets of the slice, with their filters
   * @param start position of its first name in the whole index
   */
  build(slice: number, buckets: Uint32Array<ArrayBuffer>, start: number): BuiltSlice {
    const count = this.counts[slice]!;
    const from = slice * this.#room;
    const all = this.#words.subarray(from, from + this.#taken[slice]!);
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
    for (let position = 0; position < count; position++) kept[position] = keptBits(all[places[position]!]!);
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
