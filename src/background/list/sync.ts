/**
 * Brings the stored list to the newest verified release. On any doubt the last good list stays, and the reason is kept.
 */
import type { JSONWebKeySet } from 'jose';
import type { SyncResult } from '../../messages.ts';
import { pack, unpack } from '../../list/release/packed.ts';
import { readRelease, type Get, type Held } from '../../list/release/read-release.ts';
import { Refusal } from '../../list/release/refusal.ts';
import { checkCompatible } from '../../list/release/check-compatible.ts';
import type { ListStore, SignedDates, Stored } from './list-store.ts';
import { refusedBy } from './store-errors.ts';

export interface SyncParts {
  get: Get;
  store: ListStore;
  keys: JSONWebKeySet;
  list: string;
  origin: Stored['origin'];
  /** ISO instant; a bundled list skips its expiry, never its signature. */
  now: string;
}

/** Never throws: what went wrong is in the answer. */
export async function sync(parts: SyncParts): Promise<SyncResult> {
  const { now } = parts;
  try {
    // A second worker (an update of the extension meets the old one at work) may have been quicker: then its list is
    // the one to start from.
    for (let attempts = 3; attempts > 0; attempts--) {
      const outcome = await attempt(parts);
      if (outcome) return { at: now, outcome };
    }
    throw new Refusal('store', 'another part of the extension was storing a list at the same time');
  } catch (error) {
    return refusedBy(error, 'the list', now);
  }
}

async function attempt({ get, store, keys, list, origin, now }: SyncParts): Promise<'current' | 'updated' | null> {
  const stored = (await store.readStored())?.stored ?? null;
  const release = await readRelease(get, {
    keys,
    list,
    held: stored && heldOf(stored, store, keys),
    now: origin === 'bundled' ? null : now,
  });
  const { head, key } = release;
  const dates = { issued: head.issued, expires: head.expires, key };
  if (release.lines === null) {
    // From the package too: the head that an update brings may be newer than the one that is kept (an older one was
    // refused).
    await store.renewStored(head.manifest.hash, dates);
    return 'current';
  }
  const { manifest, lines } = release;
  checkCompatible(lines);
  const packed = pack(lines);
  const next: Stored = {
    origin,
    sequence: head.sequence,
    manifestHash: head.manifest.hash,
    recordsHash: manifest.records.text.hash,
    published: manifest.published,
    ...dates,
    directory: packed.directory,
  };
  return (await store.writeList(next, packed, stored?.manifestHash ?? null)) ? 'updated' : null;
}

/**
 * Whether the key that signed what is stored is still believed. Where it is not, the next release is held to nothing:
 * whoever stole that key could have given his list the highest number there is, and no true one would ever be newer
 * (docs/decisions/0010).
 */
export const isBelieved = ({ key }: SignedDates, { keys }: JSONWebKeySet): boolean =>
  keys.some(({ kid }) => kid === key);

/** What the stored list holds the next one to. */
function heldOf(stored: Stored, store: ListStore, keys: JSONWebKeySet): Held | null {
  if (!isBelieved(stored, keys)) return null;
  const { sequence, manifestHash, issued, directory } = stored;
  return { sequence, manifestHash, issued, lines: () => unpack(directory, store.readBlock) };
}

export interface Mirror {
  /** Host of the address, for the reason. */
  name: string;
  get: Get;
}

export const syncFrom = (mirrors: readonly Mirror[], parts: Omit<SyncParts, 'get'>): Promise<SyncResult> =>
  tryMirrors(mirrors, parts.now, (get) => sync({ ...parts, get }));

/** Asks one mirror after the other until one gives a list that is good and not older; none of them is believed. */
export async function tryMirrors(
  mirrors: readonly Mirror[],
  now: string,
  attempt: (get: Get) => Promise<SyncResult>,
): Promise<SyncResult> {
  const refused: { name: string; check: SyncResult }[] = [];
  for (const { name, get } of mirrors) {
    const check = await attempt(get);
    // Another mirror cannot mend the store.
    if (check.outcome !== 'refused' || check.code === 'store') return check;
    refused.push({ name, check });
  }
  const first = (refused.find(({ check }) => !WEATHER.has(check.code)) ?? refused[0])?.check;
  if (!first) return { at: now, outcome: 'no-address' };
  const others = refused
    .filter(({ check }) => check !== first)
    .map(({ name, check }) => `${name}: ${check.reason ?? ''}`);
  return others.length ? { ...first, reason: `${first.reason ?? ''} (${others.join('; ')})` } : first;
}

/** What passes by itself, and tells less than any other reason. */
const WEATHER: ReadonlySet<SyncResult['code']> = new Set<SyncResult['code']>([
  'unreachable',
  'http-status',
  'too-slow',
  'truncated',
]);
