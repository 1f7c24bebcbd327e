/**
 * The name index: finds in well under a microsecond which listed names could cover a host. One typed array, the same on
 * disk and in memory: a worker that starts only wraps it, nothing is parsed. See name-index-layout.ts for the layout.
 */
import {
  bucketOf,
  BUCKET,
  DOT,
  filterBits,
  filterWord,
  HEADER,
  storedBits,
  MAGIC,
  sizesFor,
  VERSION,
} from './name-index-layout.ts';
import { mix, PRIME, SEED } from './name-hash.ts';

export { buildNameIndex, NameIndexBuilder } from './build-name-index.ts';

/** Finds the names that could cover a host. Create it with `wrapNameIndex`. */
export class NameIndex {
  /** Number of names; positions run from 0 to `size - 1`. */
  readonly size: number;
  readonly #words: Uint32Array;
  readonly #names: Uint16Array;
  /** Factor for `bucketOf`. */
  readonly #scale: number;
  readonly #oneLabel: boolean;

  constructor(words: Uint32Array) {
    this.#words = words;
    this.size = words[2]!;
    this.#scale = words[3]! / 2 ** 32;
    this.#oneLabel = words[4] === 1;
    this.#names = new Uint16Array(
      words.buffer,
      words.byteOffset + sizesFor(this.size, words[3]!).firstName * 4,
      this.size,
    );
  }

  /**
   * Finds every name that could be the host `text.slice(start, end)` or one of its parents, most specific first.
   * @param out receives the positions from `out[0]` on; later elements stay as they were
   * @returns the number of positions found. They include all true hits; confirm each with `covers`
   */
  find(text: string, start: number, end: number, out: number[]): number {
    const words = this.#words;
    const scale = this.#scale;
    // Copied to local variables: V8 would load the imported constants for every character.
    const [prime, dot] = [PRIME, DOT];
    let state = SEED;
    let labels = 0;
    let found = 0;
    for (let i = end - 1; ; i--) {
      let c = dot;
      for (; i >= start && (c = text.charCodeAt(i)) !== dot; i--) state = Math.imul(state ^ (c | 32), prime);
      if (++labels > 1 || this.#oneLabel) {
        const hash = mix(state);
        const bucket = HEADER + bucketOf(hash, scale) * BUCKET;
        const bits = filterBits(hash);
        if ((words[bucket + filterWord(hash)]! & bits) === bits)
          found = this.#compare(bucket, storedBits(hash), out, found);
        else if (labels > 1) break;
      }
      if (i < start) break;
      state = Math.imul(state ^ dot, prime);
    }
    if (found > 1) reverse(out, found);
    return found;
  }

  /**
   * Appends the positions of a bucket's names with these stored bits to `out`, which already holds `found`. @returns
   * the new number of positions in `out`
   */
  #compare(bucket: number, bits: number, out: number[], found: number): number {
    const names = this.#names;
    const last = this.#words[bucket + BUCKET]!;
    let count = found;
    for (let name = this.#words[bucket]!; name < last; name++) if (names[name] === bits) out[count++] = name;
    return count;
  }
}

function reverse(out: number[], count: number): void {
  for (let i = 0, j = count - 1; i < j; i++, j--) [out[i], out[j]] = [out[j]!, out[i]!];
}

/**
 * Wraps a stored index without parsing it.
 * @param stored the `bytes` of `buildNameIndex`; a view that is not aligned to 4 bytes is copied first
 * @throws Error if the bytes are no index, of another version or of the wrong length
 */
export function wrapNameIndex(stored: ArrayBuffer | Uint8Array<ArrayBuffer>): NameIndex {
  let bytes = stored instanceof ArrayBuffer ? new Uint8Array(stored) : stored;
  if (bytes.length < (HEADER + BUCKET + 1) * 4 || bytes.length % 4 !== 0)
    throw new Error(`Not a name index: ${bytes.length} bytes.`);
  if (bytes.byteOffset % 4 !== 0) bytes = bytes.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  // Also fails on a big-endian machine, where every word would be read in the wrong byte order.
  if (words[0] !== MAGIC) throw new Error('Not a name index: it does not begin with "LMNI".');
  if (words[1] !== VERSION) throw new Error(`Name index has version ${words[1]}, expected ${VERSION}.`);
  const [names, buckets, oneLabel] = [words[2]!, words[3]!, words[4]!];
  const sizes = sizesFor(names, buckets);
  if (buckets === 0 || sizes.words !== words.length)
    throw new Error(`Damaged name index: ${bytes.length} bytes, its header says ${sizes.words * 4}.`);
  if (oneLabel > 1 || words[sizes.firstName - 1] !== names)
    throw new Error('Damaged name index: its header contradicts itself.');
  return new NameIndex(words);
}
