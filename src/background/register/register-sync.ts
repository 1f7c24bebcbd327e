/** Brings one register to its newest verified release, as sync.ts does for the curated list. */
import type { JSONWebKeySet } from 'jose';
import type { SyncResult } from '../../messages.ts';
import type { Get } from '../../list/release/read-release.ts';
import { openTables, readRegister, type HeldRegister } from '../../list/register/read-register.ts';
import { Refusal } from '../../list/release/refusal.ts';
import { ingest, type IngestObserver } from './ingest.ts';
import {
  readDamaged,
  readFiles,
  readPending,
  readRegisters,
  renewRegister,
  type StoredRegister,
} from './register-store.ts';
import { isKeyTrusted } from '../list/sync.ts';
import { refusedBy, storeErrorWords } from '../list/store-errors.ts';
import { say } from '../../words/store.ts';

export interface RegisterSyncParts {
  get: Get;
  keys: JSONWebKeySet;
  list: string;
  /** ISO 8601 instant. */
  now: string;
  observer: IngestObserver;
  /** The error that stopped an earlier ingest of this register, if there was one. */
  unfinished?: unknown;
}

/** Never throws: the result says what went wrong. */
export async function syncRegister(parts: RegisterSyncParts): Promise<SyncResult> {
  const { now } = parts;
  try {
    return { at: now, outcome: await attempt(parts) };
  } catch (error) {
    return refusedBy(error, 'register', now);
  }
}

async function attempt({
  get,
  keys,
  list,
  now,
  observer,
  unfinished,
}: RegisterSyncParts): Promise<'current' | 'updated'> {
  const stored = (await readRegisters()).find((register) => register.list === list) ?? null;
  // A half-written release has its tables stored whole. So it is not fetched again, and a delta can start from it.
  const pending = (await readPending()).find((each) => each.stored.list === list)?.stored ?? null;
  const newest = pending ?? stored;
  const damaged = newest === stored && (await readDamaged(list)) === stored?.manifestHash;
  const held = newest && isKeyTrusted(newest, keys) ? heldOf(newest, damaged) : null;
  const release = await readRegister(get, { keys, list, held, now });
  const { head, key } = release;
  const dates = { issued: head.issued, expires: head.expires, key };
  if (release.files === null) {
    if (pending)
      throw new Refusal(
        'store',
        unfinished === undefined
          ? say('not-to-the-end')
          : say('not-to-the-end-why', { reason: storeErrorWords(unfinished) }),
      );
    await renewRegister(list, head.manifest.hash, dates);
    return 'current';
  }
  const { manifest, files } = release;
  const { published, about, count, columns } = manifest;
  const tables = await openTables(files, manifest);
  const register = {
    list,
    sequence: head.sequence,
    manifestHash: head.manifest.hash,
    published,
    ...dates,
    about,
    labels: columns?.labels ?? [],
    count,
  };
  if (!(await ingest(register, stored?.manifestHash ?? null, files, tables, observer)))
    throw new Refusal('store', 'the register was changed or removed while its new release was being stored');
  return 'updated';
}

const heldOf = ({ list, sequence, manifestHash, issued }: StoredRegister, damaged: boolean): HeldRegister => ({
  damaged,
  sequence,
  manifestHash,
  issued,
  files: async () => {
    const files = await readFiles(list, manifestHash);
    if (!files) throw new Refusal('store', 'the stored tables are gone');
    return files;
  },
});
