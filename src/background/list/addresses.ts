/**
 * The addresses that the list is fetched from: the user's own and those of the package. There may be none; then nothing
 * is ever fetched.
 */
import { FETCH, LIST_ADDRESSES } from '../../config.ts';
import { DEFAULTS, readSettings } from '../../settings.ts';
import { fetchFrom } from './fetch-file.ts';
import type { Mirror } from './sync.ts';

/** The user's own addresses first, in the order given. Empty if there are none. */
export async function listAddresses(): Promise<string[]> {
  const { listAddresses } = await readSettings().catch(() => DEFAULTS);
  return [...listAddresses, ...shuffled(LIST_ADDRESSES)];
}

/** Shuffled, so that a mirror which withholds the newest list is not always asked first. */
const shuffled = (addresses: readonly string[]): string[] =>
  addresses
    .map((address) => [Math.random(), address] as const)
    .sort(([a], [b]) => a - b)
    .map(([, address]) => address);

/** @param addresses of one list or register, each with a slash at its end */
export const mirrorsAt = (addresses: readonly string[]): Mirror[] =>
  addresses.map((address) => ({ name: new URL(address).host, get: fetchFrom(address, FETCH) }));
