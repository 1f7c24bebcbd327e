/**
 * Registers in the database, side by side. Everything of a release bears its manifest's hash in its key, so the next
 * one is written beside the one in use, in as many steps as it takes, and takes its place in the transaction of the
 * last step.
 *
 *   added     list                    that the user wants it, and from where
 *   register  list                    what is known of the release in use
 *   pending   list                    what is known of the one being written, and how far it is
 *   files     list, release           its tables as fetched, from which a delta leads on
 *   slice     list, release, number   of the index
 *   block     list, release, number   the names of that slice, with their columns
 *   check     list                    the last attempt to bring it up to date
 *   damaged   list                    the manifest's hash of the release in use, where a look-up could not read it
 */
import type { SlicePlan } from '../../list/names/name-index-layout.ts';
import type { PackedSlice } from '../../list/register/pack-register.ts';
import type { NameBlock } from '../../list/register/packed-register.ts';
import type { RegisterFiles } from '../../list/register/read-register.ts';
import type { About, Column } from '../../list/register/register-release.ts';
import type { SyncResult } from '../../messages.ts';
import { WRITE } from '../../within.ts';
import type { SignedDates } from '../list/list-store.ts';
import { inDatabase, renewDates, type Database, type RegisterKey } from '../list/store.ts';

export interface Added {
  list: string;
  /** Each with a slash at its end. */
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
  /** Manifest hash of the release that it is to replace, null for none. */
  instead: string | null;
  /** The first slice that is not written yet. */
  next: number;
}

/** One step of writing a release: the slices from `from` to before `to`. */
export interface Step {
  stored: StoredRegister;
  instead: string | null;
  files: RegisterFiles;
  from: number;
  to: number;
  slices: Iterable<PackedSlice>;
}

/** Slices on their way to the disk. */
const SLICES_AHEAD = 8;

const below = (...key: RegisterKey | [string]) => IDBKeyRange.bound(key, [...key, []]);

/** What there is of each release. */
const RELEASE = ['files', 'slice', 'block'];
/** Every other release of the register, also one that a damaged store has forgotten. */
const allBut = (what: string, list: string, release: string) => [
  IDBKeyRange.bound([what, list], [what, list, release], false, true),
  IDBKeyRange.bound([what, list, release, []], [what, list, []]),
];

const read = <T>(...key: RegisterKey): Promise<T | undefined> =>
  inDatabase(async (db) => (await db.get('registers', key)) as T | undefined);

const readAll = <T>(what: string): Promise<T[]> =>
  inDatabase(async (db) => (await db.getAll('registers', below(what))) as T[]);

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
 * @returns false where the register was removed or written by somebody else meanwhile; then nothing is written. The
 * first step may always be done anew.
 */
export const writeStep = (step: Step): Promise<boolean> => inDatabase((db) => writeStepIn(db, step), WRITE);

async function writeStepIn(db: Database, { stored, instead, files, from, to, slices }: Step): Promise<boolean> {
  const { list, manifestHash: release, plan } = stored;
  const last = to === plan.starts.length - 1;
  // A step lost in a power cut is repeated.
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
  // Awaiting anything but the transaction in here would let it commit half done.
  const done: Promise<unknown>[] = [];
  for (const { slice, index, block } of slices) {
    done.push(
      tx.store.put(index, ['slice', list, release, slice]),
      tx.store.put(block, ['block', list, release, slice]),
    );
    // The browser stores some while the next are made, and whoever asks the worker meanwhile has an answer between two
    // of them.
    await done[done.length - 2 * SLICES_AHEAD];
  }
  if (from === 0) {
    const given = pending?.stored.manifestHash;
    if (given !== undefined && given !== release && given !== held?.manifestHash)
      done.push(...RELEASE.map((what) => tx.store.delete(below(what, list, given))));
    done.push(tx.store.put(files, ['files', list, release]));
  }
  if (last) {
    done.push(...RELEASE.flatMap((what) => allBut(what, list, release).map((range) => tx.store.delete(range))));
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

export const renewRegister = (list: string, of: string, dates: SignedDates): Promise<void> =>
  renewDates('registers', ['register', list], of, dates);

const put = (value: Added | SyncResult | string, ...key: RegisterKey) =>
  inDatabase(async (db) => void (await db.put('registers', value, key)), WRITE);

export const writeAdded = (added: Added): Promise<void> => put(added, 'added', added.list);
export const writeRegisterSync = (list: string, check: SyncResult): Promise<void> => put(check, 'check', list);

/** A look-up could not read the release that is in use: the next check fetches it again. */
export const writeDamaged = (list: string, release: string): Promise<void> => put(release, 'damaged', list);

/**
 * Gives up a half-written release, where nobody has gone on with it. The one in use stays, also where it is being
 * written anew.
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
        ...parts.map((what) => tx.store.delete(below(what, list, manifestHash))),
      ]);
    }
    await tx.done;
  }, WRITE);

const ALL = ['added', 'register', 'pending', ...RELEASE, 'check', 'damaged'];

export const removeRegister = (list: string): Promise<void> =>
  inDatabase(async (db) => {
    const tx = db.transaction('registers', 'readwrite', { durability: 'strict' });
    await Promise.all([...ALL.map((what) => tx.store.delete(below(what, list))), tx.done]);
  }, WRITE);
