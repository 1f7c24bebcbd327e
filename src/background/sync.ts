/** Brings the stored list to the newest verified release. On any doubt the last good list stays, and the reason is kept. */
import type { JSONWebKeySet } from 'jose';
import type { Check } from '../messages.ts';
import { pack, unpack, type Packed, type ReadBlock } from '../list/packed.ts';
import { readRelease, type Get } from '../list/read-release.ts';
import { Refusal } from '../list/refusal.ts';
import type { Stored } from './store.ts';

/** The store as sync needs it; background/store.ts is the real one. */
export interface Store {
  readStored(): Promise<{ stored: Stored } | null>;
  readBlock: ReadBlock;
  writeList(stored: Stored, packed: Packed): Promise<void>;
  renewStored(dates: Pick<Stored, 'issued' | 'expires'>): Promise<void>;
}

export interface SyncParts {
  get: Get;
  store: Store;
  keys: JSONWebKeySet;
  list: string;
  origin: Stored['origin'];
  /** ISO instant; a bundled list skips its expiry, never its signature. */
  now: string;
}

/** Never throws: what went wrong is in the answer. */
export async function sync({ get, store, keys, list, origin, now }: SyncParts): Promise<Check> {
  try {
    const held = (await store.readStored())?.stored ?? null;
    const release = await readRelease(get, {
      keys,
      list,
      held: held && { sequence: held.sequence, manifestHash: held.manifestHash, lines: () => unpack(held.directory, store.readBlock) },
      now: origin === 'bundled' ? null : now,
    });
    const { head } = release;
    if (release.lines === null) {
      if (origin === 'network') await store.renewStored({ issued: head.issued, expires: head.expires });
      return { at: now, outcome: 'current' };
    }
    const packed = pack(release.lines);
    const { published } = release.manifest;
    await store.writeList(
      { origin, sequence: head.sequence, manifestHash: head.manifest.hash, published, issued: head.issued, expires: head.expires, directory: packed.directory },
      packed,
    );
    return { at: now, outcome: 'updated' };
  } catch (error) {
    if (error instanceof Refusal) return { at: now, outcome: 'refused', code: error.code, reason: error.message };
    return { at: now, outcome: 'refused', code: 'store', reason: `the list could not be stored: ${String(error)}` };
  }
}
