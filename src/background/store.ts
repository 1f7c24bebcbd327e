/** The stored copy of the list: the only place that knows IndexedDB. One list is replaced by the next in one transaction, or not at all. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Check } from '../messages.ts';
import type { Block, Packed } from '../list/packed.ts';
import type { SignedDates, Stored } from './list-store.ts';

interface Schema extends DBSchema {
  /** "stored", "index" and the blocks by name. */
  list: { key: string; value: Stored | ArrayBuffer | Block };
  checks: { key: string; value: Check };
  /** See register-store.ts. */
  registers: { key: RegisterKey; value: unknown };
}

/** What it is, of which register, and where a register has many: of which release, and the number. */
export type RegisterKey = [what: string, list: string, ...of: (string | number)[]];

let opened: Promise<IDBPDatabase<Schema>> | null = null;

export function database(): Promise<IDBPDatabase<Schema>> {
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
export async function readStored(): Promise<{ stored: Stored; index: ArrayBuffer } | null> {
  const tx = (await database()).transaction('list');
  const [stored, index] = await Promise.all([tx.store.get('stored'), tx.store.get('index')]);
  return stored && index ? { stored: stored as Stored, index: index as ArrayBuffer } : null;
}

export async function readBlock(name: string): Promise<Block | undefined> {
  return (await (await database()).get('list', name)) as Block | undefined;
}

/** As `ListStore` says; what is stored is compared and replaced in the one transaction. */
export async function writeList(stored: Stored, packed: Packed, instead: string | null): Promise<boolean> {
  const tx = (await database()).transaction('list', 'readwrite', { durability: 'strict' });
  const before = (await tx.store.get('stored')) as Stored | undefined;
  if ((before?.manifestHash ?? null) !== instead) return tx.done.then(() => false);
  // Awaiting anything but the transaction in here would let it commit half done.
  const done = [tx.store.clear(), tx.store.put(stored, 'stored'), tx.store.put(packed.index.buffer, 'index')].concat(
    [...packed.blocks].map(([name, block]) => tx.store.put(block, name)),
  );
  await Promise.all([...done, tx.done]);
  return true;
}

export async function renewStored(of: string, dates: SignedDates): Promise<void> {
  const tx = (await database()).transaction('list', 'readwrite');
  const stored = (await tx.store.get('stored')) as Stored | undefined;
  if (stored?.manifestHash === of) await tx.store.put({ ...stored, ...dates }, 'stored');
  await tx.done;
}

/** Forgets the list, so that the next look-up starts from the bundled one. */
export async function eraseList(): Promise<void> {
  await (await database()).clear('list');
}

export async function readCheck(): Promise<Check | null> {
  return (await (await database()).get('checks', 'last')) ?? null;
}

export async function writeCheck(check: Check): Promise<void> {
  await (await database()).put('checks', check, 'last');
}
