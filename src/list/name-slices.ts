/**
 * The index in slices, for lists of many thousand names: a look-up reads the one to three slices that it asks, not the whole.
 * On a busy machine Chromium took 82 ms to read 5 MB from IndexedDB and 2 ms for 8 or 16 kB (docs/decisions/0020).
 *
 * A slice holds a range of buckets and their names. What is read is put where it stands in the whole index, all else of
 * which stays untouched zeros; so asking is the same `NameIndex` on the same words.
 */
import { mix, PRIME_A, SEED_A } from './name-hash.ts';
import { BUCKET, bucketOf, BUCKETS_A_SLICE, DOT, HEADER, type SlicePlan } from './name-index-layout.ts';
import { wrapNameIndex, type NameIndex } from './name-index.ts';

interface Place {
  /** Word of its first bucket, and their number. */
  bucket: number;
  bucketWords: number;
  /** Word of its first name, and their number. */
  name: number;
  names: number;
}

function placeOf({ header, starts }: SlicePlan, slice: number): Place {
  const buckets = header[3]!;
  const first = slice * BUCKETS_A_SLICE;
  return {
    bucket: HEADER + first * BUCKET,
    bucketWords: Math.min(BUCKETS_A_SLICE, buckets - first) * BUCKET,
    name: HEADER + buckets * BUCKET + 1 + starts[slice]!,
    names: starts[slice + 1]! - starts[slice]!,
  };
}

/**
 * The buckets that `find` may read for the host `text.slice(start, end)`, shortest parent first: those of each parent that can be listed.
 *
 * @param words of the index, of which only the header is read.
 */
function bucketsFor(words: Uint32Array, text: string, start: number, end: number): number[] {
  const scale = words[3]! / 2 ** 32;
  const buckets: number[] = [];
  let a = SEED_A;
  let labels = 0;
  for (let i = end - 1; i >= start - 1; i--) {
    const c = i < start ? DOT : text.charCodeAt(i);
    if (c === DOT && (++labels > 1 || words[4] === 1)) buckets.push(bucketOf(mix(a), scale));
    a = Math.imul(a ^ (c | 32), PRIME_A);
  }
  return buckets;
}

/** An index of which only those slices are here that a look-up has asked for. */
export class SlicedNameIndex {
  readonly #plan: SlicePlan;
  readonly #words: Uint32Array<ArrayBuffer>;
  readonly #index: NameIndex;
  readonly #held: Uint8Array;

  constructor(plan: SlicePlan) {
    const [names, buckets] = [plan.header[2]!, plan.header[3]!];
    this.#plan = plan;
    this.#words = new Uint32Array(HEADER + buckets * BUCKET + 1 + names);
    this.#words.set(plan.header);
    this.#words[HEADER + buckets * BUCKET] = names;
    this.#index = wrapNameIndex(this.#words.buffer);
    this.#held = new Uint8Array(plan.starts.length - 1);
  }

  /** Slices that have to be put before `find` can tell about this host; none where all of them are here. */
  missing(host: string): number[] {
    const slices = bucketsFor(this.#words, host, 0, host.length).map((bucket) => Math.floor(bucket / BUCKETS_A_SLICE));
    return [...new Set(slices)].filter((slice) => this.#held[slice] === 0);
  }

  /** @throws if the bytes are not those of the slice */
  put(slice: number, bytes: ArrayBuffer): void {
    const { bucket, bucketWords, name, names } = placeOf(this.#plan, slice);
    if (bytes.byteLength !== (bucketWords + names) * 4) throw new Error(`Slice ${slice} of the index is damaged: ${bytes.byteLength} bytes.`);
    const cut = new Uint32Array(bytes);
    this.#words.set(cut.subarray(0, bucketWords), bucket);
    this.#words.set(cut.subarray(bucketWords), name);
    // Where the next slice begins: the last bucket of this one ends there.
    this.#words[bucket + bucketWords] = this.#plan.starts[slice + 1]!;
    this.#held[slice] = 1;
  }

  /** Positions of the names that could cover the host, as `NameIndex.find` gives them. @throws while slices are missing: no answer may come from a part that is not here */
  find(host: string): number[] {
    const missing = this.missing(host);
    if (missing.length > 0) throw new Error(`Slices ${missing.join(', ')} of the index were not read.`);
    const positions: number[] = [];
    this.#index.find(host, 0, host.length, positions);
    return positions;
  }

  /** Slice of a position, and which of its names it is. */
  locate(position: number): { slice: number; at: number } {
    const { starts } = this.#plan;
    let low = 0;
    let high = starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return { slice: low, at: position - starts[low]! };
  }
}
