/**
 * Where the list is asked for: the user's own addresses, and those of the package. A copy may have neither; then nobody
 * is asked, ever.
 */
import { FETCH, LIST_ADDRESSES } from '../../config.ts';
import { DEFAULTS, readSettings } from '../../settings.ts';
import { fetchFrom } from './fetch-file.ts';
import type { Mirror } from './sync.ts';

/** The user's own first, in the order given. Empty where nobody is to be asked. */
export async function listAddresses(): Promise<string[]> {
  const { listAddresses } = await readSettings().catch(() => DEFAULTS);
  return [...listAddresses, ...shuffled(LIST_ADDRESSES)];
}

/** Another mirror first each time: one that withholds the newest list can do so only until the next check. */
const shuffled = (addresses: readonly string[]): string[] =>
  addresses
    .map((address) => [Math.random(), address] as const)
    .sort(([a], [b]) => a - b)
    .map(([, address]) => address);

/** @param addresses of one list or register, each with a slash at its end */
export const mirrorsAt = (addresses: readonly string[]): Mirror[] =>
  addresses.map((address) => ({ name: new URL(address).host, get: fetchFrom(address, FETCH) }));
