/**
 * Registers in the database. The keys of a release contain its manifest hash. So a new release is written next to the
 * one in use, in any number of steps, and the transaction of the last step switches to it.
 *
 *   added     list                    a register that the user added, and its addresses
 *   register  list                    metadata of the release in use
 *   pending   list                    metadata of the release being written, and its first missing slice
 *   files     list, release           its tables as fetched; the next delta applies to them
 *   slice     list, release, number   one slice of the index
 *   block     list, release, number   the names of that slice, with their columns
 *   check     list                    the last sync result
 *   damaged   list                    manifest hash of the release in use, if a look-up could not read it
 */
import type { SlicePlan } from '../../list/names/name-index-layout.ts';
import type { PackedSlice } from '../../list/register/pack-register.ts';
import type { NameBlock } from '../../list/register/packed-register.ts';
import type { RegisterFiles } from '../../list/register/read-register.ts';
import type { About, Column } from '../../list/register/register-release.ts';
import type { SyncResult } from '../../messages.ts';
import { WRITE_LIMIT } from '../../within.ts';
import type { SignedDates } from '../list/list-store.ts';
import { inDatabase, renewDates, type Database, type RegisterKey } from '../list/store.ts';

export interface Added {
  list: string;
  /** Each ends in a slash. */
  addresses: string[];
}

export interface StoredRegister extends SignedDates {
  list: string;
  sequence: number;
  manifestHash: string;
  published: string;
  about: About;
  labels: Column[];
  count: number;
  plan: SlicePlan;
}

export interface Pending {
  stored: StoredRegister;
  /** Manifest hash of the release to replace, null for none. */
  instead: string | null;
  /** Number of the first slice that is not written yet. */
  next: number;
}

/** One step of writing a release: the slices `from` (inclusive) to `to` (exclusive). */
export interface Step {
  stored: StoredRegister;
  instead: string | null;
  files: RegisterFiles;
  from: number;
  to: number;
  slices: Iterable<PackedSlice>;
}

/** How many slices may wait for the disk at once. */
const SLICES_AHEAD = 8;

const keysUnder = (...key: RegisterKey | [string]) => IDBKeyRange.bound(key, [...key, []]);

/** The kinds of value that belong to one release. */
const RELEASE = ['files', 'slice', 'block'];
/** Key ranges of all other releases of the register, also of those without metadata after damage. */
const otherReleases = (what: string, list: string, release: string) => [
  IDBKeyRange.bound([what, list], [what, list, release], false, true),
  IDBKeyRange.bound([what, list, release, []], [what, list, []]),
];

const read = <T>(...key: RegisterKey): Promise<T | undefined> =>
  inDatabase(async (db) => (await db.get('registers', key)) as T | undefined);

const readAll = <T>(what: string): Promise<T[]> =>
  inDatabase(async (db) => (await db.getAll('registers', keysUnder(what))) as T[]);

export const readAdded = () => readAll<Added>('added');
export const readRegisters = () => readAll<StoredRegister>('register');
export const readPending = () => readAll<Pending>('pending');
export const readDamaged = (list: string) => read<string>('damaged', list);
export const readRegisterSync = (list: string) => read<SyncResult>('check', list);
export const readFiles = (list: string, release: string) => read<RegisterFiles>('files', list, release);
export const readNameBlock = (list: string, release: string, slice: number) =>
  read<NameBlock>('block', list, release, slice);

export const readSlices = (
  list: string,
  release: string,
  slices: readonly number[],
): Promise<(ArrayBuffer | undefined)[]> =>
  inDatabase((db) => {
    const { store } = db.transaction('registers');
    return Promise.all(
      slices.map((slice) => store.get(['slice', list, release, slice]) as Promise<ArrayBuffer | undefined>),
    );
  });

/**
 * Writes one step. Repeating the first step is always allowed.
 * @returns false if the register was removed or written by another worker meanwhile; then nothing is written
 */
export const writeStep = (step: Step): Promise<boolean> => inDatabase((db) => writeStepIn(db, step), WRITE_LIMIT);

async function writeStepIn(db: Database, { stored, instead, files, from, to, slices }: Step): Promise<boolean> {
  const { list, manifestHash: release, plan } = stored;
  const last = to === plan.starts.length - 1;
  // Relaxed durability: a step lost in a power cut is repeated.
  const tx = db.transaction('registers', 'readwrite', { durability: last ? 'strict' : 'relaxed' });
  const get = <T>(what: string) => tx.store.get([what, list]) as Promise<T | undefined>;
  const [added, held, pending] = await Promise.all([
    get<Added>('added'),
    get<StoredRegister>('register'),
    get<Pending>('pending'),
  ]);
  const next = pending?.stored.manifestHash === release ? pending.next : 0;
  if (!added || (held?.manifestHash ?? null) !== instead || (from > 0 && next !== from))
    return tx.done.then(() => false);
  // Trap: awaiting anything but the transaction here would let IndexedDB commit it half done.
  const done: Promise<unknown>[] = [];
  for (const { slice, index, block } of slices) {
    done.push(
      tx.store.put(index, ['slice', list, release, slice]),
      tx.store.put(block, ['block', list, release, slice]),
    );
    // The disk writes some slices while the next are made. Waiting here also lets the worker answer other questions.
    await done[done.length - 2 * SLICES_AHEAD];
  }
  if (from === 0) {
    const abandoned = pending?.stored.manifestHash;
    if (abandoned !== undefined && abandoned !== release && abandoned !== held?.manifestHash)
      done.push(...RELEASE.map((what) => tx.store.delete(keysUnder(what, list, abandoned))));
    done.push(tx.store.put(files, ['files', list, release]));
  }
  if (last) {
    done.push(...RELEASE.flatMap((what) => otherReleases(what, list, release).map((range) => tx.store.delete(range))));
    done.push(
      tx.store.put(stored, ['register', list]),
      tx.store.delete(['pending', list]),
      tx.store.delete(['damaged', list]),
    );
  } else {
    done.push(tx.store.put({ stored, instead, next: to } satisfies Pending, ['pending', list]));
  }
  await Promise.all([...done, tx.done]);
  return true;
}

export const renewRegister = (list: string, manifestHash: string, dates: SignedDates): Promise<void> =>
  renewDates('registers', ['register', list], manifestHash, dates);

const put = (value: Added | SyncResult | string, ...key: RegisterKey) =>
  inDatabase(async (db) => void (await db.put('registers', value, key)), WRITE_LIMIT);

export const writeAdded = (added: Added): Promise<void> => put(added, 'added', added.list);
export const writeRegisterSync = (list: string, check: SyncResult): Promise<void> => put(check, 'check', list);

/** Marks the release in use as unreadable; the next sync fetches it again. */
export const writeDamaged = (list: string, release: string): Promise<void> => put(release, 'damaged', list);

/**
 * Drops a half-written release, unless another worker has continued it. Keeps the parts if the same release is in use,
 * as when a damaged release is rewritten.
 */
export const dropPending = ({ stored: { list, manifestHash }, next }: Pending): Promise<void> =>
  inDatabase(async (db) => {
    const tx = db.transaction('registers', 'readwrite');
    const pending = (await tx.store.get(['pending', list])) as Pending | undefined;
    const held = (await tx.store.get(['register', list])) as StoredRegister | undefined;
    if (pending?.stored.manifestHash === manifestHash && pending.next === next) {
      const parts = held?.manifestHash === manifestHash ? [] : RELEASE;
      await Promise.all([
        tx.store.delete(['pending', list]),
        ...parts.map((what) => tx.store.delete(keysUnder(what, list, manifestHash))),
      ]);
    }
    await tx.done;
  }, WRITE_LIMIT);

const ALL_KINDS = ['added', 'register', 'pending', ...RELEASE, 'check', 'damaged'];

export const removeRegister = (list: string): Promise<void> =>
  inDatabase(async (db) => {
    const tx = db.transaction('registers', 'readwrite', { durability: 'strict' });
    await Promise.all([...ALL_KINDS.map((what) => tx.store.delete(keysUnder(what, list))), tx.done]);
  }, WRITE_LIMIT);
