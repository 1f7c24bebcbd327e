/**
 * The layout of the index in memory and in storage. 32-bit words, little-endian:
 *
 *     0  magic "LMNI"          4  1 if a name of one label is listed, else 0
 *     1  version               5..7  zero
 *     2  names
 *     3  buckets
 *     8  buckets of 4 words: position of the bucket's first name, then 96 filter bits; one last word: names
 *        for each name 16 bits of its hash, two names a word; names ascend by their whole hash
 *
 * One 32-bit hash does everything: its high bits choose the bucket, its low bits choose three bits in one word of the
 * filter, and the index stores the lowest sixteen for each name. Filter bits are set for every name **and every parent
 * of a name** of two labels and more, so the first word that lacks one ends the search: an unlisted host costs one cache
 * line (one in twenty finds the bits of other names set, and compares names). 3.33 bytes per name.
 *
 * A host with the same hash as a listed name is found, too: an attacker who gets a name listed could choose one with the
 * hash of a victim's host. So a hit is only a candidate until `covers(name, host)` has compared the exact name.
 */

export const MAGIC = 0x494e4d4c;
export const VERSION = 2;
export const HEADER = 8;
export const BUCKET = 4;
export const NAMES_PER_BUCKET = 12;
export const DOT = 46;

/**
 * Buckets per slice, about 2,300 names: the slice takes 8 kB and its block of names 40 kB. Chromium took nearly twice
 * as long to write the same names in blocks of 75 kB.
 */
export const BUCKETS_PER_SLICE = 192;

/** The part of a sliced index that is read before any slice: one kilobyte for a million names. */
export interface SlicePlan {
  /** The header of the index. */
  header: Uint32Array<ArrayBuffer>;
  /** Position of the first name of each slice, then the number of names. */
  starts: Uint32Array<ArrayBuffer>;
}

/**
 * The bucket of a hash. `scale` is the number of buckets divided by 2^32. Monotonic, so names sorted by hash are also
 * sorted by bucket.
 */
export const bucketOf = (hash: number, scale: number): number => Math.floor((hash >>> 0) * scale);
/**
 * The word of a bucket, 1 to 3, that holds the filter bits. Multiplies the hash again, because all names of a bucket
 * have the same high bits.
 */
export const filterWord = (hash: number): number => 1 + (((Math.imul(hash, 0x9e3779b1) >>> 16) * 3) >>> 16);
export const filterBits = (hash: number): number =>
  (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31)) | (1 << ((hash >>> 10) & 31));
/** The 16 bits that the index stores of a name's hash. */
export const storedBits = (hash: number): number => hash & 0xffff;

export interface Sizes {
  /** Position of the first name, in 32-bit words. */
  firstName: number;
  /** Size of the whole index, in 32-bit words. */
  words: number;
}

export function sizesFor(names: number, buckets: number): Sizes {
  const firstName = HEADER + buckets * BUCKET + 1;
  return { firstName, words: firstName + Math.ceil(names / 2) };
}
