/**
 * The index: says in well under a microsecond which listed names could cover a host. One typed array, the same on disk and
 * in memory, so a worker that wakes wraps it and asks; nothing is parsed.
 *
 * Layout, 32-bit words, little-endian:
 *
 *     0  magic "LMNI"          4  1 if a name of one label is listed, else 0
 *     1  version               5..7  zero
 *     2  names
 *     3  buckets
 *     8  buckets of 4 words: position of the bucket's first name, then 96 filter bits; one last word: names
 *        names of 1 word: hash B, ascending inside their bucket
 *
 * Hash A of a suffix chooses bucket and filter bit. The bit is set for every name **and every parent of a name** of two
 * labels and more, so the first clear bit ends the walk: an unlisted host costs one cache line (about one in six meets a
 * bit of somebody else's, and goes on to compare hash B). That makes 4.95 bytes a name.
 *
 * A host with a hash of a listed name is found too: whoever can get a name listed could craft one for a victim's host.
 * So a hit is only a candidate, until `covers(name, host)` has confirmed it against the exact name.
 */
import { hashB, mix, PRIME_A, PRIME_B, SEED_A, SEED_B } from './name-hash.ts';

const MAGIC = 0x494e4d4c;
const VERSION = 1;
/** Words before the buckets, and words of a bucket; name-slices.ts cuts along them. */
export const HEADER = 8;
export const BUCKET = 4;
const NAMES_PER_BUCKET = 17;
const DOT = 46;
/** Longest name that DNS allows, in characters. */
const LONGEST = 253;

/** `scale` is the number of buckets divided by 2^32. */
export const bucketOf = (mixed: number, scale: number): number => Math.floor((mixed >>> 0) * scale);
/** Two of 96, from the low bits, as the high ones choose the bucket. */
const firstBit = (mixed: number): number => ((mixed & 127) * 96) >>> 7;
const secondBit = (mixed: number): number => (((mixed >>> 7) & 127) * 96) >>> 7;

/** Answers "which names could cover this host?" Make one with `wrapNameIndex`. */
export class NameIndex {
  /** Number of names; positions run from 0 to `size - 1`. */
  readonly size: number;
  readonly #words: Uint32Array;
  /** Turns a mixed hash A into its bucket. */
  readonly #scale: number;
  readonly #oneLabel: boolean;
  readonly #firstName: number;

  constructor(words: Uint32Array) {
    this.#words = words;
    this.size = words[2]!;
    this.#scale = words[3]! / 2 ** 32;
    this.#oneLabel = words[4] === 1;
    this.#firstName = HEADER + words[3]! * BUCKET + 1;
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
    const firstName = this.#firstName;
    let a = SEED_A;
    let b = SEED_B;
    let hashedFrom = end;
    let labels = 0;
    let found = 0;
    for (let i = end - 1; ; i--) {
      let c = DOT;
      for (; i >= start && (c = text.charCodeAt(i)) !== DOT; i--) a = Math.imul(a ^ (c | 32), PRIME_A);
      if (++labels > 1 || this.#oneLabel) {
        const mixed = mix(a);
        const at = HEADER + bucketOf(mixed, scale) * BUCKET;
        const first = firstBit(mixed);
        const second = secondBit(mixed);
        if (((words[at + 1 + (first >>> 5)]! >>> (first & 31)) & (words[at + 1 + (second >>> 5)]! >>> (second & 31)) & 1) !== 0) {
          // Only now is hash B worth its time: for most hosts it never is.
          b = hashB(text, i + 1, hashedFrom, b);
          hashedFrom = i + 1;
          const last = firstName + words[at + BUCKET]!;
          for (let name = firstName + words[at]!; name < last; name++) if ((words[name]! | 0) === b) out[found++] = name - firstName;
        } else if (labels > 1) {
          break;
        }
      }
      if (i < start) break;
      a = Math.imul(a ^ DOT, PRIME_A);
    }
    for (let i = 0, j = found - 1; i < j; i++, j--) [out[i], out[j]] = [out[j]!, out[i]!];
    return found;
  }
}

/**
 * Wraps a stored index; nothing is copied or parsed.
 *
 * @param stored the `bytes` of `buildNameIndex`. A view that is not aligned to 4 bytes is copied first.
 * @throws if it is not an index, of another version, or not of the length that it says.
 */
export function wrapNameIndex(stored: ArrayBuffer | Uint8Array<ArrayBuffer>): NameIndex {
  let bytes = stored instanceof ArrayBuffer ? new Uint8Array(stored) : stored;
  if (bytes.length < (HEADER + BUCKET + 1) * 4 || bytes.length % 4 !== 0) throw new Error(`Not a name index: ${bytes.length} bytes.`);
  if (bytes.byteOffset % 4 !== 0) bytes = bytes.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  // Also refuses to run on a big-endian machine, where every word would be read backwards.
  if (words[0] !== MAGIC) throw new Error('Not a name index: it does not begin with "LMNI".');
  if (words[1] !== VERSION) throw new Error(`Name index of version ${words[1]}, this program reads version ${VERSION}.`);
  const [names, buckets, oneLabel] = [words[2]!, words[3]!, words[4]!];
  const length = HEADER + buckets * BUCKET + 1 + names;
  if (buckets === 0 || length !== words.length) throw new Error(`Damaged name index: ${bytes.length} bytes, its header says ${length * 4}.`);
  if (oneLabel > 1 || words[HEADER + buckets * BUCKET] !== names) throw new Error('Damaged name index: its header contradicts itself.');
  return new NameIndex(words);
}

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
