/**
 * The hash of a host name, taken from its right end so that one pass meets every parent on its way: "example.org" is a
 * state on the way to "www.example.org". FNV-1a; code units are folded with `| 32`, which puts ASCII capitals in lower
 * case and changes nothing else that a host name can hold.
 *
 * Changing anything here changes the stored format: raise VERSION in name-index-layout.ts.
 */
export const SEED = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/** Spreads a state over all 32 bits (the finaliser of MurmurHash3): FNV leaves its high bits poor. Result is signed. */
export function mix(state: number): number {
  let h = state;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
