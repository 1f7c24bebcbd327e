/**
 * How the index lies in memory and in storage. 32-bit words, little-endian:
 *
 *     0  magic "LMNI"          4  1 if a name of one label is listed, else 0
 *     1  version               5..7  zero
 *     2  names
 *     3  buckets
 *     8  buckets of 4 words: position of the bucket's first name, then 96 filter bits; one last word: names
 *        names of 1 word: hash B, ascending inside their bucket
 *
 * Hash A of a name chooses the bucket and two filter bits. They are set for every name **and every parent of a name**
 * of two labels and more, so the first clear bit ends the walk: an unlisted host costs one cache line (one in ten meets
 * bits of others, and goes on to compare hash B). That makes 4.95 bytes a name.
 *
 * A host with a hash of a listed name is found too: whoever can get a name listed could craft one for a victim's host.
 * So a hit is only a candidate, until `covers(name, host)` has confirmed it against the exact name.
 */

export const MAGIC = 0x494e4d4c;
export const VERSION = 1;
export const HEADER = 8;
export const BUCKET = 4;
export const NAMES_PER_BUCKET = 17;
export const DOT = 46;

/**
 * Buckets a slice, about 2,200 names: a slice has 11 kB and its block of names 40 kB. Chromium took nearly twice as long to
 * write as many names in blocks of 75 kB.
 */
export const BUCKETS_A_SLICE = 128;

/** What is known of a sliced index before any slice is read: a kilobyte for a million names. */
export interface SlicePlan {
  /** The header of the index. */
  header: Uint32Array<ArrayBuffer>;
  /** Position of the first name of each slice, and at the end the number of names. */
  starts: Uint32Array<ArrayBuffer>;
}

/** `scale` is the number of buckets divided by 2^32. */
export const bucketOf = (mixed: number, scale: number): number => Math.floor((mixed >>> 0) * scale);
/** Two of 96, from the low bits, as the high ones choose the bucket. */
export const firstBit = (mixed: number): number => ((mixed & 127) * 96) >>> 7;
export const secondBit = (mixed: number): number => (((mixed >>> 7) & 127) * 96) >>> 7;
