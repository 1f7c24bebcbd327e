/**
 * The hash of a host name, computed from right to left, so that one pass gives the hash of every parent: "example.org"
 * is a state on the way to "www.example.org". The hash is FNV-1a over code units with `| 32`, which lowers ASCII
 * capitals and changes nothing else in a host name.
 * Trap: any change here changes the stored format; raise VERSION in name-index-layout.ts.
 */
export const SEED = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/**
 * The finalizer of MurmurHash3. Spreads a state over all 32 bits, because FNV mixes its high bits badly. The result is
 * signed.
 */
export function mix(state: number): number {
  let h = state;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
