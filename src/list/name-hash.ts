/**
 * The two hashes of a host name, taken from its right end so that one pass meets every parent on its way: "example.org"
 * is a state on the way to "www.example.org". FNV-1a with two primes; code units are folded with `| 32`, which puts ASCII
 * capitals in lower case and changes nothing else that a host name can hold.
 *
 * Changing anything here changes the stored format: raise VERSION in name-index.ts.
 */
export const SEED_A = 0x811c9dc5 | 0;
export const SEED_B = 0x3c6ef372;
export const PRIME_A = 0x01000193;
export const PRIME_B = 0x5bd1e995;

/** Spreads a state over all 32 bits (the finaliser of MurmurHash3): FNV leaves its high bits poor. Result is signed. */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** State A over `text[start, end)` read from the right, going on from `state`. */
export function hashA(text: string, start: number, end: number, state: number = SEED_A): number {
  let h = state;
  for (let i = end - 1; i >= start; i--) h = Math.imul(h ^ (text.charCodeAt(i) | 32), PRIME_A);
  return h;
}

/** State B over `text[start, end)` read from the right, going on from `state`. */
export function hashB(text: string, start: number, end: number, state: number = SEED_B): number {
  let h = state;
  for (let i = end - 1; i >= start; i--) h = Math.imul(h ^ (text.charCodeAt(i) | 32), PRIME_B);
  return h;
}
