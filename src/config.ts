/** The list's addresses and the trusted keys. The build inserts both; see vite.config.ts. */
import type { JSONWebKeySet } from 'jose';

declare const __LIST_ADDRESSES__: string[];
declare const __LIST_KEYS__: JSONWebKeySet;

export const LIST = 'curated';
/**
 * Addresses of the published files, each ending in a slash. They are mirrors of each other; none of them is trusted.
 */
export const LIST_ADDRESSES = __LIST_ADDRESSES__;
/** Trusted public keys. There may be several, so that an update of the extension can rotate them. */
export const LIST_KEYS = __LIST_KEYS__;
/** Folder of the list inside the package. */
export const BUNDLED_LIST = '/list/';
/**
 * Milliseconds for any file, and the slowest accepted bytes per second. Browsers end a worker that waits 30 seconds for
 * a response.
 */
export const FETCH = { timeout: 20_000, pace: 16_384 };
