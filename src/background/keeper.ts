/** Keeps the list: loads the bundled one on a first run, syncs, and opens the stored one for look-ups. */
import browser from 'webextension-polyfill';
import { BUNDLED_LIST, FETCH_TIMEOUT, LIST, LIST_ADDRESS, LIST_KEYS } from '../config.ts';
import type { Check, ListReport } from '../messages.ts';
import { wrapNameIndex, type NameIndex } from '../list/name-index.ts';
import { findMatches, readLibrary, readMarket } from '../list/packed.ts';
import type { Market } from '../list/records.ts';
import type { Library, Match } from '../list/status.ts';
import { readSettings } from '../settings.ts';
import { fetchFrom } from './fetch-file.ts';
import * as store from './store.ts';
import type { Stored } from './store.ts';
import { sync } from './sync.ts';

export interface OpenList {
  stored: Stored;
  find(host: string, path: string): Promise<Match[]>;
  library(): Promise<Library>;
  market(id: string): Promise<Market | null>;
}

/** A cache, not the truth: a worker that wakes anew reads the store again. */
let open: Promise<OpenList | null> | null = null;
let syncing: Promise<Check> | null = null;

/** The list for look-ups; null where there is none yet. */
export function openList(): Promise<OpenList | null> {
  open ??= load().catch((error: unknown) => {
    open = null;
    throw error;
  });
  return open;
}

async function load(): Promise<OpenList | null> {
  const held = await store.readStored();
  if (held) return wrap(held.stored, wrapNameIndex(held.index));
  await takeBundled();
  const bundled = await store.readStored();
  return bundled && wrap(bundled.stored, wrapNameIndex(bundled.index));
}

function wrap(stored: Stored, index: NameIndex): OpenList {
  return {
    stored,
    find: (host, path) => findMatches(index, stored.directory, store.readBlock, host, path),
    library: () => readLibrary(store.readBlock),
    market: (id) => readMarket(stored.directory, store.readBlock, id),
  };
}

/** Takes the list inside the package where it is newer than the stored one. */
export async function takeBundled(): Promise<void> {
  const get = fetchFrom(browser.runtime.getURL(BUNDLED_LIST), FETCH_TIMEOUT);
  const check = await sync({ get, store, keys: LIST_KEYS, list: LIST, origin: 'bundled', now: new Date().toISOString() });
  if (check.outcome === 'updated') open = null;
  // An older bundled list is what every later start meets: nothing went wrong.
  else if (check.outcome === 'refused' && check.code !== 'older') await store.writeCheck(check);
}

/** Looks for a newer release; one attempt at a time. */
export function syncNow(): Promise<Check> {
  syncing ??= attempt().finally(() => (syncing = null));
  return syncing;
}

async function attempt(): Promise<Check> {
  const { listAddresses } = await readSettings();
  let check: Check;
  for (const address of [...listAddresses, LIST_ADDRESS]) {
    const get = fetchFrom(address, FETCH_TIMEOUT);
    check = await sync({ get, store, keys: LIST_KEYS, list: LIST, origin: 'network', now: new Date().toISOString() });
    if (check.outcome !== 'refused') break;
  }
  open = null;
  await store.writeCheck(check!);
  return check!;
}

export async function listReport(): Promise<ListReport> {
  const [list, lastCheck] = await Promise.all([openList(), store.readCheck()]);
  if (!list) return { state: 'none', lastCheck };
  const { sequence, published, expires, origin, manifestHash, directory } = list.stored;
  return {
    state: 'ready',
    sequence,
    published: published.slice(0, 10),
    expires,
    expired: isExpired(list),
    origin,
    hash: manifestHash,
    counts: directory.counts,
    lastCheck,
  };
}

/** Past its date a list keeps what it names; what it does not name is no longer known. */
export function isExpired(list: OpenList): boolean {
  return list.stored.expires <= new Date().toISOString();
}
