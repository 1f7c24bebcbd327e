/** Where the list comes from and whom we believe. The build writes both in; see vite.config.ts. */
import type { JSONWebKeySet } from 'jose';

declare const __LIST_ADDRESSES__: string[];
declare const __LIST_KEYS__: JSONWebKeySet;

export const LIST = 'curated';
/** Addresses of the published files, each with a slash at its end: mirrors of each other, none of them believed. */
export const LIST_ADDRESSES = __LIST_ADDRESSES__;
/** Public keys, several at once so that they can rotate with an extension update. */
export const LIST_KEYS = __LIST_KEYS__;
/** Folder of the list inside the package. */
export const BUNDLED_LIST = '/list/';
/** A file may take 20 seconds, and one more for each 16 kB: browsers end a worker whose answer is 30 seconds away. */
export const FETCH = { timeout: 20_000, pace: 16_384 };
