/**
 * The index in slices, for lists of many thousand names: a look-up reads only the one to three slices that it needs. On
 * a busy machine Chromium took 82 ms to read 5 MB from IndexedDB, and 2 ms for 8 or 16 kB (docs/decisions/0020).
 * A slice holds a range of buckets and their names. A slice that was read is copied to its place in the array of the
 * whole index; all other words stay zero. So the same `NameIndex` can search it.
 */
import { mix, PRIME, SEED } from './name-hash.ts';
import { BUCKET, bucketOf, BUCKETS_PER_SLICE, DOT, HEADER, sizesFor, type SlicePlan } from './name-index-layout.ts';
import { wrapNameIndex, type NameIndex } from './name-index.ts';

/** The byte ranges of a slice in the whole index. */
interface SliceRange {
  buckets: number;
  bucketBytes: number;
  names: number;
  nameBytes: number;
}

function rangeOf({ header, starts }: SlicePlan, slice: number): SliceRange {
  const buckets = header[3]!;
  const first = slice * BUCKETS_PER_SLICE;
  return {
    buckets: (HEADER + first * BUCKET) * 4,
    bucketBytes: Math.min(BUCKETS_PER_SLICE, buckets - first) * BUCKET * 4,
    names: sizesFor(header[2]!, buckets).firstName * 4 + starts[slice]! * 2,
    nameBytes: (starts[slice + 1]! - starts[slice]!) * 2,
  };
}

/**
 * The buckets that `find` may read for the host `text.slice(start, end)`: one for each parent that can be listed,
 * shortest parent first.
 * @param words of the index; only the header is read
 */
function bucketsFor(words: Uint32Array, text: string, start: number, end: number): number[] {
  const scale = words[3]! / 2 ** 32;
  const buckets: number[] = [];
  let state = SEED;
  let labels = 0;
  for (let i = end - 1; i >= start - 1; i--) {
    const c = i < start ? DOT : text.charCodeAt(i);
    if (c === DOT && (++labels > 1 || words[4] === 1)) buckets.push(bucketOf(mix(state), scale));
    state = Math.imul(state ^ (c | 32), PRIME);
  }
  return buckets;
}

/** An index that holds only the slices that were put into it. */
export class SlicedNameIndex {
  readonly #plan: SlicePlan;
  readonly #words: Uint32Array<ArrayBuffer>;
  readonly #index: NameIndex;
  readonly #loaded: Uint8Array;

  constructor(plan: SlicePlan) {
    const [names, buckets] = [plan.header[2]!, plan.header[3]!];
    this.#plan = plan;
    const sizes = sizesFor(names, buckets);
    this.#words = new Uint32Array(sizes.words);
    this.#words.set(plan.header);
    this.#words[sizes.firstName - 1] = names;
    this.#index = wrapNameIndex(this.#words.buffer);
    this.#loaded = new Uint8Array(plan.starts.length - 1);
  }

  /** The slices that must be `put` before `find` can be called for this host. */
  missing(host: string): number[] {
    const slices = bucketsFor(this.#words, host, 0, host.length).map((bucket) =>
      Math.floor(bucket / BUCKETS_PER_SLICE),
    );
    return [...new Set(slices)].filter((slice) => this.#loaded[slice] === 0);
  }

  /** Adds a slice. @throws Error if the bytes have the wrong length */
  put(slice: number, bytes: ArrayBuffer): void {
    const { buckets, bucketBytes, names, nameBytes } = rangeOf(this.#plan, slice);
    if (bytes.byteLength !== bucketBytes + nameBytes)
      throw new Error(
        `Slice ${slice} of the index is damaged: ${bytes.byteLength} bytes, expected ${bucketBytes + nameBytes}.`,
      );
    const whole = new Uint8Array(this.#words.buffer);
    whole.set(new Uint8Array(bytes, 0, bucketBytes), buckets);
    whole.set(new Uint8Array(bytes, bucketBytes), names);
    // The last bucket of this slice ends where the next slice begins.
    this.#words[(buckets + bucketBytes) / 4] = this.#plan.starts[slice + 1]!;
    this.#loaded[slice] = 1;
  }

  /**
   * Positions of the names that could cover the host, as `NameIndex.find` gives them.
   * @throws Error if a needed slice is missing: no answer may come from an incomplete index
   */
  find(host: string): number[] {
    const missing = this.missing(host);
    if (missing.length > 0) throw new Error(`The index cannot answer: slices ${missing.join(', ')} are not loaded.`);
    const positions: number[] = [];
    this.#index.find(host, 0, host.length, positions);
    return positions;
  }

  /** The slice of a position, and the position inside the slice. */
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
