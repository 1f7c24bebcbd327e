/**
 * The index: says in well under a microsecond which listed names could cover a host. One typed array, the same on disk
 * and in memory, so a worker that wakes wraps it and asks; nothing is parsed. Its layout stands in
 * name-index-layout.ts.
 */
import {
  bucketOf,
  BUCKET,
  DOT,
  filterBits,
  filterWord,
  HEADER,
  keptBits,
  MAGIC,
  sizesOf,
  VERSION,
} from './name-index-layout.ts';
import { mix, PRIME, SEED } from './name-hash.ts';

export { buildNameIndex, NameIndexBuilder } from './build-name-index.ts';

/** Answers "which names could cover this host?" Make one with `wrapNameIndex`. */
export class NameIndex {
  /** Number of names; positions run from 0 to `size - 1`. */
  readonly size: number;
  readonly #words: Uint32Array;
  readonly #names: Uint16Array;
  /** Turns a hash into its bucket. */
  readonly #scale: number;
  readonly #oneLabel: boolean;

  constructor(words: Uint32Array) {
    this.#words = words;
    this.size = words[2]!;
    this.#scale = words[3]! / 2 ** 32;
    this.#oneLabel = words[4] === 1;
    this.#names = new Uint16Array(
      words.buffer,
      words.byteOffset + sizesOf(this.size, words[3]!).firstName * 4,
      this.size,
    );
  }

  /**
   * Finds every name that could be the host `text.slice(start, end)` or one of its parents, most specific first.
   *
   * @param out receives the positions, from `out[0]` on; what stood there is overwritten, the rest is left as it was.
   * @returns how many were found. All true ones are among them; each is to be confirmed with `covers`.
   */
  find(text: string, start: number, end: number, out: number[]): number {
    const words = this.#words;
    const scale = this.#scale;
    // Constants of another module, read once: V8 would load them for every character.
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
          found = this.#compare(bucket, keptBits(hash), out, found);
        else if (labels > 1) break;
      }
      if (i < start) break;
      state = Math.imul(state ^ dot, prime);
    }
    if (found > 1) reverse(out, found);
    return found;
  }

  /**
   * Appends the names of a bucket of which these bits are kept to `out`, which holds `found`; returns how many it then
   * holds.
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
 *
 * @param stored the `bytes` of `buildNameIndex`. A view that is not aligned to 4 bytes is copied first.
 * @throws if it is not an index, of another version, or not of the length that it says.
 */
export function wrapNameIndex(stored: ArrayBuffer | Uint8Array<ArrayBuffer>): NameIndex {
  let bytes = stored instanceof ArrayBuffer ? new Uint8Array(stored) : stored;
  if (bytes.length < (HEADER + BUCKET + 1) * 4 || bytes.length % 4 !== 0)
    throw new Error(`Not a name index: ${bytes.length} bytes.`);
  if (bytes.byteOffset % 4 !== 0) bytes = bytes.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  // Also refuses to run on a big-endian machine, where every word would be read backwards.
  if (words[0] !== MAGIC) throw new Error('Not a name index: it does not begin with "LMNI".');
  if (words[1] !== VERSION)
    throw new Error(`Name index of version ${words[1]}, this program reads version ${VERSION}.`);
  const [names, buckets, oneLabel] = [words[2]!, words[3]!, words[4]!];
  const sizes = sizesOf(names, buckets);
  if (buckets === 0 || sizes.words !== words.length)
    throw new Error(`Damaged name index: ${bytes.length} bytes, its header says ${sizes.words * 4}.`);
  if (oneLabel > 1 || words[sizes.firstName - 1] !== names)
    throw new Error('Damaged name index: its header contradicts itself.');
  return new NameIndex(words);
}
