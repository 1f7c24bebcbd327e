/** Opens the stored list for look-ups. If the database fails, answers from the bundled list in memory. */
import type { Beside } from '../../list/beside.ts';
import { wrapNameIndex, type NameIndex } from '../../list/names/name-index.ts';
import { findBeside, findMatches, readLibrary, readMarket } from '../../list/release/packed.ts';
import { isClockBehind } from '../../list/release/read-release.ts';
import type { Market } from '../../list/records.ts';
import { Refusal } from '../../list/release/refusal.ts';
import type { Library, Match } from '../../list/status.ts';
import { Late, within } from '../../within.ts';
import { syncBundled } from './bundled.ts';
import type { ListStore, Stored } from './list-store.ts';
import { memoryStore } from './memory-store.ts';
import { once, shared } from './once.ts';
import { repair } from './repair.ts';
import * as database from './store.ts';
import { storeErrorWords } from './store-errors.ts';
import { say } from '../../words/store.ts';

export interface OpenList {
  stored: Stored;
  /** A fast test without reading the store. False: the host is not in the list. True: `find` must confirm it. */
  mayName(host: string): boolean;
  find(host: string, path: string): Promise<Match[]>;
  /** What is on record beside a host that `find` finds nothing of. */
  beside(host: string): Promise<Beside>;
  library(): Promise<Library>;
  market(id: string): Promise<Market | null>;
  /** The database, or memory while the browser refuses the database. */
  store: ListStore;
}

/** Only a cache: a worker that starts again reads the store. */
let open: Promise<OpenList | null> | null = null;
/** Holds the list while the database fails, and the reason of the failure. */
const memory = memoryStore();
let trouble: string | null = null;

/** The list for look-ups. Null if there is none: nothing is stored and the bundled list was refused. */
export function openList(): Promise<OpenList | null> {
  open ??= load().catch((error: unknown) => {
    open = null;
    throw error;
  });
  return open;
}

/**
 * Runs `use` on the list. If the store is damaged, repairs it and tries again; if that fails too, answers from the
 * bundled list in memory.
 * @returns null if there is no list at all
 */
export async function withList<T>(use: (list: OpenList) => Promise<T>): Promise<T | null> {
  const ask = async () => {
    const list = await openList();
    return list && use(list);
  };
  try {
    return await ask();
  } catch (error) {
    try {
      // A database that does not answer cannot be repaired.
      if (error instanceof Late || !isStoreError(error)) throw error;
      await within(repair(database));
      open = null;
      return await ask();
    } catch (secondError) {
      if (!isStoreError(secondError)) throw secondError;
      trouble = storeErrorWords(secondError);
      open = loadIntoMemory();
      return ask();
    }
  }
}

const isStoreError = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof DOMException || error instanceof Late;

async function load(): Promise<OpenList | null> {
  try {
    const list = await within(loadStored());
    trouble = null;
    return list;
  } catch (error) {
    trouble = storeErrorWords(error);
    // The database may answer later: ask it again at the next look-up, and let this one go on without it.
    if (error instanceof Late) forgetOpen();
    return loadIntoMemory();
  }
}

const loadStored = shared(async () => {
  await moveMemoryToDatabase();
  return loadFrom(database);
});
const loadIntoMemory = shared(() => loadFrom(memory));

/** While the database did not answer, a newer list may have been stored in memory. */
async function moveMemoryToDatabase(): Promise<void> {
  const held = memory.held();
  if (!held) return;
  const before = (await database.readStored())?.stored;
  if (!before || before.sequence < held.stored.sequence)
    await database.writeList(held.stored, held.packed, before?.manifestHash ?? null);
}

/** Makes the next look-up open the list again. */
export function forgetOpen(): void {
  open = null;
}

/** Why the list is held in memory only. Null if it is in the database. */
export const memoryReason = ({ store }: OpenList): string | null =>
  store === memory ? (trouble ?? say('in-memory')) : null;

/** @throws Refusal if the store can be neither read nor written */
async function loadFrom(store: ListStore): Promise<OpenList | null> {
  let held = await store.readStored();
  if (!held) {
    const result = await syncBundled(store);
    if (result.code === 'store') throw new Refusal('store', result.reason ?? '');
    held = await store.readStored();
  }
  return held && wrap(held.stored, wrapNameIndex(held.index), store);
}

function wrap(stored: Stored, index: NameIndex, store: ListStore): OpenList {
  // A page is looked up several times in a row (when it begins to load, when it is complete, for its badge), so the
  // last result is held.
  const library = once(() => readLibrary(store.readBlock));
  let last = { host: '', path: '', find: () => Promise.resolve<Match[]>([]) };
  return {
    stored,
    mayName: (host) => index.find(host, 0, host.length, []) > 0,
    find(host, path) {
      if (last.host !== host || last.path !== path)
        last = { host, path, find: once(() => findMatches(index, stored.directory, store.readBlock, host, path)) };
      return last.find();
    },
    beside: (host) => findBeside(index, stored.directory, store.readBlock, host),
    library,
    market: (id) => readMarket(stored.directory, store.readBlock, id),
    store,
  };
}

/**
 * True if the list has expired, or if the device clock is before its issue date. An expired list still answers with
 * what it names, but "not in the list" becomes "unknown".
 */
export function isExpired({ stored }: OpenList): boolean {
  const now = new Date().toISOString();
  return stored.expires <= now || isClockBehind(now, stored.issued);
}
