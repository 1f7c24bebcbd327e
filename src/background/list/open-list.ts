/** Opens the stored list for look-ups. Where the database gives nothing, the bundled list answers from memory. */
import type { Beside } from '../../list/beside.ts';
import { wrapNameIndex, type NameIndex } from '../../list/names/name-index.ts';
import { findBeside, findMatches, readLibrary, readMarket } from '../../list/release/packed.ts';
import { isBefore } from '../../list/release/read-release.ts';
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

export interface OpenList {
  stored: Stored;
  /** False on all but listed pages, and then nothing needs to be read; true is to be confirmed by `find`. */
  mayName(host: string): boolean;
  find(host: string, path: string): Promise<Match[]>;
  /** What is on record beside a host that `find` finds nothing of. */
  beside(host: string): Promise<Beside>;
  library(): Promise<Library>;
  market(id: string): Promise<Market | null>;
  /** Where it is kept; not in the database while the browser refuses that. */
  store: ListStore;
}

/** Caches, not the truth: a worker that wakes anew reads the store again. */
let open: Promise<OpenList | null> | null = null;
/** The list while the database refuses, and why it does. */
const memory = memoryStore();
let trouble: string | null = null;

/** The list for look-ups; null where there is none, not even a good one in the package. */
export function openList(): Promise<OpenList | null> {
  open ??= load().catch((error: unknown) => {
    open = null;
    throw error;
  });
  return open;
}

/**
 * Asks the list, also when its store is damaged, gone or silent: what can be mended is, else the bundled list answers
 * from memory.
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

const isOfTheStore = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof DOMException || error instanceof Late;

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
  if (!before || before.sequence < kept.stored.sequence)
    await database.writeList(kept.stored, kept.packed, before?.manifestHash ?? null);
}

/** The next look-up opens the list anew. */
export function forgetOpen(): void {
  open = null;
}

/** Why the list is answered from memory; null where it comes from the database. */
export const memoryReason = ({ store }: OpenList): string | null =>
  store === memory ? (trouble ?? 'the list cannot be stored') : null;

/** @throws where the store gives nothing and takes nothing */
async function loadFrom(store: ListStore): Promise<OpenList | null> {
  let held = await store.readStored();
  if (!held) {
    const check = await syncBundled(store);
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
 * True if the list has expired, or if the device clock is before its issue date. A list past its date keeps what it
 * names; what it does not name is no longer known.
 */
export function isExpired({ stored }: OpenList): boolean {
  const now = new Date().toISOString();
  return stored.expires <= now || isBefore(now, stored.issued);
}
