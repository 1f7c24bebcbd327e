/** The hash of a whole name, for tests that look for two names of one hash. */
import { mix, PRIME, SEED } from '../../../src/list/names/name-hash.ts';

/** @returns signed, 32 bits */
export function hashOf(name: string): number {
  let state = SEED;
  for (let i = name.length - 1; i >= 0; i--) state = Math.imul(state ^ (name.charCodeAt(i) | 32), PRIME);
  return mix(state);
}
