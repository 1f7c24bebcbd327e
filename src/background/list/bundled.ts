/** The list inside the package. */
import browser from 'webextension-polyfill';
import { BUNDLED_LIST, FETCH, LIST, LIST_KEYS } from '../../config.ts';
import type { SyncResult } from '../../messages.ts';
import { fetchFrom } from './fetch-file.ts';
import type { ListStore } from './list-store.ts';
import { sync } from './sync.ts';

/**
 * Stores the bundled list if it is newer than the stored one. If only the dates of its head are newer, stores those.
 */
export const syncBundled = (store: ListStore): Promise<SyncResult> =>
  sync({
    get: fetchFrom(browser.runtime.getURL(BUNDLED_LIST), FETCH),
    store,
    keys: LIST_KEYS,
    list: LIST,
    origin: 'bundled',
    now: new Date().toISOString(),
  });
