/** Keeps the list: loads the bundled one on a first run, syncs, and opens the stored one for look-ups. */
import browser from 'webextension-polyfill';
import { BUNDLED_LIST, FETCH, LIST, LIST_KEYS } from '../../config.ts';
import type { Check, ListReport } from '../../messages.ts';
import { wrapNameIndex, type NameIndex } from '../../list/names/name-index.ts';
import { findMatches, readLibrary, readMarket } from '../../list/release/packed.ts';
import { isBefore } from '../../list/release/read-release.ts';
import type { Market } from '../../list/records.ts';
import { Refusal } from '../../list/release/refusal.ts';
import type { Library, Match } from '../../list/status.ts';
import { Late, within } from '../../within.ts';
import { listAddresses } from './addresses.ts';
import { fetchFrom } from './fetch-file.ts';
import type { ListStore, Stored } from './list-store.ts';
import { memoryStore } from './memory-store.ts';
import { repair } from './repair.ts';
import * as database from './store.ts';
import { storeErrorWords } from './store-errors.ts';
import { sync, syncFrom } from './sync.ts';

export interface OpenList {
  stored: Stored;
  /** False on all but listed pages, and then nothing needs to be read; true is to be confirmed by `find`. */
  mayName(host: string): boolean;
  find(host: string, path: string): Promise<Match[]>;
  library(): Promise<Library>;
  market(id: string): Promise<Market | null>;
  /** Where it is kept; not in the database while the browser refuses that. */
  store: ListStore;
}

/** Caches, not the truth: a worker that wakes anew reads the store again. */
let open: Promise<OpenList | null> | null = null;
/** The list and the last check while the database is refused, and why it is. */
const memory = memoryStore();
let lastCheck: Check | null = null;
let trouble: string | null = null;

const now = () => new Date().toISOString();

/** The list for look-ups; null where there is none, not even a good one in the package. */
export function openList(): Promise<OpenList | null> {
  open ??= load().catch((error: unknown) => {
    open = null;
    throw error;
  });
  return open;
}

/** Asks the list, also when its store is damaged, gone or silent: what can be mended is, else the bundled list answers from memory. */
export async function withList<T>(use: (list: OpenList) => Promise<T>): Promise<T | null> {
  const ask = async () => {
    const list = await openList();
    return list && use(list);
  };
  try {
    return await ask();
  } catch (error) {
    try {
      // What does not answer cannot be mended either.
      if (error instanceof Late || !isOfTheStore(error)) throw error;
      await within(repair(database));
      open = null;
      return await ask();
    } catch (left) {
      if (!isOfTheStore(left)) throw left;
      trouble = storeErrorWords(left);
      open = loadIntoMemory();
      return ask();
    }
  }
}

const isOfTheStore = (error: unknown): boolean => error instanceof Refusal || error instanceof DOMException || error instanceof Late;

async function load(): Promise<OpenList | null> {
  try {
    const list = await within(loadStored());
    trouble = null;
    return list;
  } catch (error) {
    trouble = storeErrorWords(error);
    // It may answer after all: it is asked again each time, and who asks waits no more.
    if (error instanceof Late) forgetOpen();
    return loadIntoMemory();
  }
}

const loadStored = shared(async () => {
  await storeWhatCameMeanwhile();
  return loadFrom(database);
});
const loadIntoMemory = shared(() => loadFrom(memory));

/** A newer list may have come into the memory while the database did not answer. */
async function storeWhatCameMeanwhile(): Promise<void> {
  const kept = memory.held();
  if (!kept) return;
  const before = (await database.readStored())?.stored;
  if (!before || before.sequence < kept.stored.sequence) await database.writeList(kept.stored, kept.packed, before?.manifestHash ?? null);
}

function forgetOpen(): void {
  open = null;
}

/** One at a time: who asks while it is under way gets what comes of that. */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let under: Promise<T> | null = null;
  return () => (under ??= work().finally(() => (under = null)));
}

/** @throws where the store gives nothing and takes nothing */
async function loadFrom(store: ListStore): Promise<OpenList | null> {
  let held = await store.readStored();
  if (!held) {
    const check = await takeBundledInto(store);
    if (check.code === 'store') throw new Refusal('store', check.reason ?? '');
    held = await store.readStored();
  }
  return held && wrap(held.stored, wrapNameIndex(held.index), store);
}

function wrap(stored: Stored, index: NameIndex, store: ListStore): OpenList {
  // A page is looked up several times in a row: as it begins, when it is done, for its badge.
  const library = once(() => readLibrary(store.readBlock));
  let last = { host: '', path: '', find: () => Promise.resolve<Match[]>([]) };
  return {
    stored,
    mayName: (host) => index.find(host, 0, host.length, []) > 0,
    find(host, path) {
      if (last.host !== host || last.path !== path) last = { host, path, find: once(() => findMatches(index, stored.directory, store.readBlock, host, path)) };
      return last.find();
    },
    library,
    market: (id) => readMarket(stored.directory, store.readBlock, id),
    store,
  };
}

/** Reads at the first call and keeps what it read; a failure is not kept. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | null = null;
  return () =>
    (held ??= read().catch((error: unknown) => {
      held = null;
      throw error;
    }));
}

/** Takes the list inside the package where it is newer than the stored one, or the dates of its head where only those are. */
export async function takeBundled(): Promise<void> {
  const check = await takeBundledInto(database);
  if (check.outcome !== 'refused') forgetOpen();
  // An older bundled list is what every later start meets: nothing went wrong.
  else if (check.code !== 'older') await remember(check);
}

const takeBundledInto = (store: ListStore): Promise<Check> =>
  sync({ get: fetchFrom(browser.runtime.getURL(BUNDLED_LIST), FETCH), store, keys: LIST_KEYS, list: LIST, origin: 'bundled', now: now() });

/** Looks for a newer release; one attempt at a time. */
export const syncNow = shared(attempt);

async function attempt(): Promise<Check> {
  forgetOpen();
  const list = await openList().catch(() => null);
  const store = list?.store ?? database;
  // The update that brought a newer head may have been cut short; no host is needed to renew by it.
  if (list && isExpired(list)) await takeBundledInto(store);
  const last = await readCheck();
  const mirrors = (await listAddresses()).map((address) => ({
    name: new URL(address).host,
    get: fetchFrom(address, FETCH),
  }));
  const check = await syncFrom(mirrors, { store, keys: LIST_KEYS, list: LIST, origin: 'network', now: now() });
  forgetOpen();
  return remember(check.outcome === 'refused' ? { ...check, failures: (last?.failures ?? 0) + 1 } : check);
}

async function remember(check: Check): Promise<Check> {
  lastCheck = check;
  // Where the store refuses, memory has it: why nothing was stored must not be lost with it.
  await database.writeCheck(check).catch(() => undefined);
  return check;
}

export const readCheck = async (): Promise<Check | null> => lastCheck ?? (await database.readCheck().catch(() => null));

export async function listReport(): Promise<ListReport> {
  const [list, lastCheck, addresses] = await Promise.all([openList(), readCheck(), listAddresses()]);
  const hasAddress = addresses.length > 0;
  if (!list) return { state: 'none', lastCheck, hasAddress };
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
    hasAddress,
    trouble: list.store === memory ? (trouble ?? 'the list cannot be stored') : null,
  };
}

/** Past its date a list keeps what it names; what it does not name is no longer known. A clock that is behind cannot tell, which is the same. */
export function isExpired({ stored }: OpenList): boolean {
  return stored.expires <= now() || isBefore(now(), stored.issued);
}
