/**
 * Brings the stored list to the newest verified release. On any error the last good list stays and the reason is
 * recorded.
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
  /** ISO 8601 instant. For a bundled list the expiry is not checked; the signature always is. */
  now: string;
}

/** Never throws: the result says what went wrong. */
export async function sync(parts: SyncParts): Promise<SyncResult> {
  const { now } = parts;
  try {
    // During an update of the extension two workers may run at once. If the other one stored a list first, start again
    // from that list.
    for (let attempts = 3; attempts > 0; attempts--) {
      const outcome = await attempt(parts);
      if (outcome) return { at: now, outcome };
    }
    throw new Refusal('store', 'another part of the extension was storing a list at the same time');
  } catch (error) {
    return refusedBy(error, 'list', now);
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
    // The head may be newer although the release is the same, also in the package of an update. An older head was
    // refused above.
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

/** True if the package still trusts the key that signed what is stored. */
export const isKeyTrusted = ({ key }: SignedDates, { keys }: JSONWebKeySet): boolean =>
  keys.some(({ kid }) => kid === key);

/**
 * What the next release must not fall behind. Null if the key that signed the stored list is no longer trusted: whoever
 * stole that key could have signed a huge sequence number, and every true release would then look older
 * (docs/decisions/0010).
 */
function heldOf(stored: Stored, store: ListStore, keys: JSONWebKeySet): Held | null {
  if (!isKeyTrusted(stored, keys)) return null;
  const { sequence, manifestHash, issued, directory } = stored;
  return { sequence, manifestHash, issued, lines: () => unpack(directory, store.readBlock) };
}

export interface Mirror {
  /** Host of the address, used in the refusal's reason. */
  name: string;
  get: Get;
}

export const syncFrom = (mirrors: readonly Mirror[], parts: Omit<SyncParts, 'get'>): Promise<SyncResult> =>
  tryMirrors(mirrors, parts.now, (get) => sync({ ...parts, get }));

/**
 * Tries the mirrors in order until one gives a good list that is not older. No mirror is trusted: every list is
 * verified.
 * @returns the first result that is not a refusal, else the most telling refusal with the others in its reason
 */
export async function tryMirrors(
  mirrors: readonly Mirror[],
  now: string,
  attempt: (get: Get) => Promise<SyncResult>,
): Promise<SyncResult> {
  const refused: { name: string; result: SyncResult }[] = [];
  for (const { name, get } of mirrors) {
    const result = await attempt(get);
    // The fault is in our store; another mirror cannot help.
    if (result.outcome !== 'refused' || result.code === 'store') return result;
    refused.push({ name, result });
  }
  const first = (refused.find(({ result }) => !TRANSIENT.has(result.code)) ?? refused[0])?.result;
  if (!first) return { at: now, outcome: 'no-address' };
  const others = refused
    .filter(({ result }) => result !== first)
    .map(({ name, result }) => `${name}: ${result.reason ?? ''}`);
  return others.length ? { ...first, reason: `${first.reason ?? ''} (${others.join('; ')})` } : first;
}

/** Network failures that pass by themselves. Any other code tells more. */
const TRANSIENT: ReadonlySet<SyncResult['code']> = new Set<SyncResult['code']>([
  'unreachable',
  'http-status',
  'too-slow',
  'truncated',
]);
