/**
 * The list in IndexedDB. No other file opens the database. One transaction replaces the whole list, so a failure leaves
 * the old one.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SyncResult } from '../../messages.ts';
import type { Block, Packed } from '../../list/release/packed.ts';
import { Late, READ_LIMIT, within, WRITE_LIMIT } from '../../within.ts';
import type { SignedDates, Stored } from './list-store.ts';

interface Schema extends DBSchema {
  /** Keys: "stored" for the metadata, "index" for the name index, and the names of the record blocks. */
  list: { key: string; value: Stored | ArrayBuffer | Block };
  checks: { key: string; value: SyncResult };
  /** See register-store.ts. */
  registers: { key: RegisterKey; value: unknown };
}

/** The kind of value, the register's id and, for files, slices and blocks, the release's manifest hash and a number. */
export type RegisterKey = [what: string, list: string, ...releaseAndNumber: (string | number)[]];

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;
/** True while a call to the database is overdue. Until it ends, every other call fails at once instead of waiting. */
let overdue = false;

/**
 * Runs `work` on the open database.
 * @throws Late if it takes longer than `limit` milliseconds: an older version of Listmark holds the database, or the
 * profile hangs
 */
export async function inDatabase<T>(work: (db: Database) => Promise<T>, limit = READ_LIMIT): Promise<T> {
  if (overdue) throw new Late('the database has not answered yet');
  const done = open().then(work);
  try {
    return await within(done, limit);
  } catch (error) {
    if (error instanceof Late) {
      overdue = true;
      void done.catch(() => undefined).then(clearOverdue);
    }
    throw error;
  }
}

function clearOverdue(): void {
  overdue = false;
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
    // A worker of a newer version wants to upgrade, or the browser closed the database. The next call opens it again.
    blocking: () => close(),
    terminated: () => close(),
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function close(): void {
  void opened?.then((db) => db.close()).catch(() => undefined);
  opened = null;
}

/** Reads only what a look-up on an unlisted page needs. */
export const readStored = (): Promise<{ stored: Stored; index: ArrayBuffer } | null> =>
  inDatabase(async (db) => {
    const tx = db.transaction('list');
    const [stored, index] = await Promise.all([tx.store.get('stored'), tx.store.get('index')]);
    return stored && index ? { stored: stored as Stored, index: index as ArrayBuffer } : null;
  });

export const readBlock = (name: string): Promise<Block | undefined> =>
  inDatabase(async (db) => (await db.get('list', name)) as Block | undefined);

/** As `ListStore` says. Compares and replaces in one transaction. */
export const writeList = (stored: Stored, packed: Packed, replaces: string | null): Promise<boolean> =>
  inDatabase(async (db) => {
    const tx = db.transaction('list', 'readwrite', { durability: 'strict' });
    const before = (await tx.store.get('stored')) as Stored | undefined;
    if ((before?.manifestHash ?? null) !== replaces) return tx.done.then(() => false);
    // Trap: awaiting anything but the transaction here would let IndexedDB commit it half done.
    const done = [tx.store.clear(), tx.store.put(stored, 'stored'), tx.store.put(packed.index.buffer, 'index')].concat(
      [...packed.blocks].map(([name, block]) => tx.store.put(block, name)),
    );
    await Promise.all([...done, tx.done]);
    return true;
  }, WRITE_LIMIT);

export const renewStored = (manifestHash: string, dates: SignedDates): Promise<void> =>
  renewDates('list', 'stored', manifestHash, dates);

/** Stores new dates and key of a release whose head was signed again. Does nothing if another release is stored. */
export const renewDates = <S extends 'list' | 'registers'>(
  store: S,
  key: Schema[S]['key'],
  manifestHash: string,
  dates: SignedDates,
): Promise<void> =>
  inDatabase(async (db) => {
    const tx = db.transaction(store, 'readwrite');
    const stored = (await tx.store.get(key)) as (SignedDates & { manifestHash: string }) | undefined;
    if (stored?.manifestHash === manifestHash) await tx.store.put({ ...stored, ...dates }, key);
    await tx.done;
  }, WRITE_LIMIT);

/** Erases the list; the next look-up starts from the bundled one. */
export const eraseList = (): Promise<void> => inDatabase((db) => db.clear('list'), WRITE_LIMIT);

export const readLastSync = (): Promise<SyncResult | null> =>
  inDatabase(async (db) => (await db.get('checks', 'last')) ?? null);

export const writeSyncResult = (result: SyncResult): Promise<void> =>
  inDatabase(async (db) => void (await db.put('checks', result, 'last')), WRITE_LIMIT);
