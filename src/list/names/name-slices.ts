/**
 * The index in slices, for lists of many thousand names: a look-up reads the one to three slices that it asks, not the
 * whole. On a busy machine Chromium took 82 ms to read 5 MB from IndexedDB and 2 ms for 8 or 16 kB
 * (docs/decisions/0020).
 *
 * A slice holds a range of buckets and their names. What is read is put where it stands in the whole index, all else of
 * which stays untouched zeros; so asking is the same `NameIndex` on the same words.
 */
import { mix, PRIME, SEED } from './name-hash.ts';
import { BUCKET, bucketOf, BUCKETS_PER_SLICE, DOT, HEADER, sizesOf, type SlicePlan } from './name-index-layout.ts';
import { wrapNameIndex, type NameIndex } from './name-index.ts';

/** Where a slice stands in the bytes of the index. */
interface Place {
  buckets: number;
  bucketBytes: number;
  names: number;
  nameBytes: number;
}

function placeOf({ header, starts }: SlicePlan, slice: number): Place {
  const buckets = header[3]!;
  const first = slice * BUCKETS_PER_SLICE;
  return {
    buckets: (HEADER + first * BUCKET) * 4,
    bucketBytes: Math.min(BUCKETS_PER_SLICE, buckets - first) * BUCKET * 4,
    names: sizesOf(header[2]!, buckets).firstName * 4 + starts[slice]! * 2,
    nameBytes: (starts[slice + 1]! - starts[slice]!) * 2,
  };
}

/**
 * The buckets that `find` may read for the host `text.slice(start, end)`, shortest parent first: those of each parent
 * that can be listed.
 *
 * @param words of the index, of which only the header is read.
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

/** An index of which only those slices are here that a look-up has asked for. */
export class SlicedNameIndex {
  readonly #plan: SlicePlan;
  readonly #words: Uint32Array<ArrayBuffer>;
  readonly #index: NameIndex;
  readonly #held: Uint8Array;

  constructor(plan: SlicePlan) {
    const [names, buckets] = [plan.header[2]!, plan.header[3]!];
    this.#plan = plan;
    const sizes = sizesOf(names, buckets);
    this.#words = new Uint32Array(sizes.words);
    this.#words.set(plan.header);
    this.#words[sizes.firstName - 1] = names;
    this.#index = wrapNameIndex(this.#words.buffer);
    this.#held = new Uint8Array(plan.starts.length - 1);
  }

  /** Slices that have to be put before `find` can tell about this host; none where all of them are here. */
  missing(host: string): number[] {
    const slices = bucketsFor(this.#words, host, 0, host.length).map((bucket) =>
      Math.floor(bucket / BUCKETS_PER_SLICE),
    );
    return [...new Set(slices)].filter((slice) => this.#held[slice] === 0);
  }

  /** @throws if the bytes are not those of the slice */
  put(slice: number, bytes: ArrayBuffer): void {
    const { buckets, bucketBytes, names, nameBytes } = placeOf(this.#plan, slice);
    if (bytes.byteLength !== bucketBytes + nameBytes)
      throw new Error(`Slice ${slice} of the index is damaged: ${bytes.byteLength} bytes.`);
    const whole = new Uint8Array(this.#words.buffer);
    whole.set(new Uint8Array(bytes, 0, bucketBytes), buckets);
    whole.set(new Uint8Array(bytes, bucketBytes), names);
    // Where the next slice begins: the last bucket of this one ends there.
    this.#words[(buckets + bucketBytes) / 4] = this.#plan.starts[slice + 1]!;
    this.#held[slice] = 1;
  }

  /**
   * Positions of the names that could cover the host, as `NameIndex.find` gives them. @throws while slices are missing:
   * no answer may come from a part that is not here
   */
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
