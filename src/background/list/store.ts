/**
 * The stored copy of the list. The only file that opens IndexedDB. One transaction replaces a list with the next, or
 * nothing is replaced.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SyncResult } from '../../messages.ts';
import type { Block, Packed } from '../../list/release/packed.ts';
import { Late, LOOK_UP, within, WRITE } from '../../within.ts';
import type { SignedDates, Stored } from './list-store.ts';

interface Schema extends DBSchema {
  /** "stored", "index" and the blocks by name. */
  list: { key: string; value: Stored | ArrayBuffer | Block };
  checks: { key: string; value: SyncResult };
  /** See register-store.ts. */
  registers: { key: RegisterKey; value: unknown };
}

/** What it is, of which register, and where a register has many: of which release, and the number. */
export type RegisterKey = [what: string, list: string, ...of: (string | number)[]];

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;
/** Whether something asked of the database was late and has not ended yet: until it does nobody else waits. */
let silent = false;

/**
 * Does a piece of work in the database.
 * @throws Late where that takes longer than `limit` milliseconds: an older version of us holds the database, or the
 * profile hangs
 */
export async function inDatabase<T>(work: (db: Database) => Promise<T>, limit = LOOK_UP): Promise<T> {
  if (silent) throw new Late('the database has not answered yet');
  const done = open().then(work);
  try {
    return await within(done, limit);
  } catch (error) {
    if (error instanceof Late) {
      silent = true;
      void done.catch(() => undefined).then(speaks);
    }
    throw error;
  }
}

function speaks(): void {
  silent = false;
}

function open(): Promise<Database> {
  opened ??= openDB<Schema>('listmark', 2, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('list');
        db.createObjectStore('checks');
      }
      if (from < 2) db.createObjectStore('registers');
    },
    // Another worker of a newer version wants in, or the browser took the database away: open again at the next use.
    blocking: () => forget(),
    terminated: () => forget(),
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function forget(): void {
  void opened?.then((db) => db.close()).catch(() => undefined);
  opened = null;
}

/** What a look-up on an unlisted page needs, and no more. */
export const readStored = (): Promise<{ stored: Stored; index: ArrayBuffer } | null> =>
  inDatabase(async (db) => {
    const tx = db.transaction('list');
    const [stored, index] = await Promise.all([tx.store.get('stored'), tx.store.get('index')]);
    return stored && index ? { stored: stored as Stored, index: index as ArrayBuffer } : null;
  });

export const readBlock = (name: string): Promise<Block | undefined> =>
  inDatabase(async (db) => (await db.get('list', name)) as Block | undefined);

/** As `ListStore` says; what is stored is compared and replaced in the one transaction. */
export const writeList = (stored: Stored, packed: Packed, instead: string | null): Promise<boolean> =>
  inDatabase(async (db) => {
    const tx = db.transaction('list', 'readwrite', { durability: 'strict' });
    const before = (await tx.store.get('stored')) as Stored | undefined;
    if ((before?.manifestHash ?? null) !== instead) return tx.done.then(() => false);
    // Awaiting anything but the transaction in here would let it commit half done.
    const done = [tx.store.clear(), tx.store.put(stored, 'stored'), tx.store.put(packed.index.buffer, 'index')].concat(
      [...packed.blocks].map(([name, block]) => tx.store.put(block, name)),
    );
    await Promise.all([...done, tx.done]);
    return true;
  }, WRITE);

export const renewStored = (of: string, dates: SignedDates): Promise<void> => renewDates('list', 'stored', of, dates);

/** The head was signed anew: its dates and key replace those of release `of`, where that is still the stored one. */
export const renewDates = <S extends 'list' | 'registers'>(
  store: S,
  key: Schema[S]['key'],
  of: string,
  dates: SignedDates,
): Promise<void> =>
  inDatabase(async (db) => {
    const tx = db.transaction(store, 'readwrite');
    const stored = (await tx.store.get(key)) as (SignedDates & { manifestHash: string }) | undefined;
    if (stored?.manifestHash === of) await tx.store.put({ ...stored, ...dates }, key);
    await tx.done;
  }, WRITE);

/** Forgets the list, so that the next look-up starts from the bundled one. */
export const eraseList = (): Promise<void> => inDatabase((db) => db.clear('list'), WRITE);

export const readLastSync = (): Promise<SyncResult | null> =>
  inDatabase(async (db) => (await db.get('checks', 'last')) ?? null);

export const writeSyncResult = (check: SyncResult): Promise<void> =>
  inDatabase(async (db) => void (await db.put('checks', check, 'last')), WRITE);
