/** Where the list comes from and whom we believe. The build writes both in; see vite.config.ts. */
import type { JSONWebKeySet } from 'jose';

declare const __LIST_ADDRESS__: string;
declare const __LIST_KEYS__: JSONWebKeySet;

export const LIST = 'curated';
/** Address of the published files, with a slash at its end. */
export const LIST_ADDRESS = __LIST_ADDRESS__;
/** Public keys, several at once so that they can rotate with an extension update. */
export const LIST_KEYS = __LIST_KEYS__;
/** Folder of the list inside the package. */
export const BUNDLED_LIST = '/list/';
/** Minutes between two checks for a newer list. */
export const SYNC_MINUTES = 6 * 60;
/** Milliseconds that one file of the list may take. */
export const FETCH_TIMEOUT = 60_000;
