/** Brings the stored list up to date from the package and from the network. */
import { LIST, LIST_KEYS } from '../../config.ts';
import type { SyncResult } from '../../messages.ts';
import { listAddresses, mirrorsAt } from './addresses.ts';
import { syncBundled } from './bundled.ts';
import { keepSyncResult, readLastSync } from './last-sync.ts';
import { shared } from './once.ts';
import { forgetOpen, isExpired, openList } from './open-list.ts';
import * as database from './store.ts';
import { syncFrom } from './sync.ts';

/** Stores the bundled list if it is newer. Run after an install or update of the extension. */
export async function storeBundled(): Promise<void> {
  const result = await syncBundled(database);
  if (result.outcome !== 'refused') forgetOpen();
  // Normal: the stored list is usually newer than the bundled one.
  else if (result.code !== 'older') await keepSyncResult(result);
}

/** Fetches a newer release if there is one. At most one sync runs at a time. */
export const syncNow = shared(attempt);

async function attempt(): Promise<SyncResult> {
  forgetOpen();
  const list = await openList().catch(() => null);
  const store = list?.store ?? database;
  // The worker may have died before `storeBundled` stored the newer head of an update. Try it again; that needs no
  // network.
  if (list && isExpired(list)) await syncBundled(store);
  const last = await readLastSync();
  const result = await syncFrom(mirrorsAt(await listAddresses()), {
    store,
    keys: LIST_KEYS,
    list: LIST,
    origin: 'network',
    now: new Date().toISOString(),
  });
  forgetOpen();
  return keepSyncResult(result.outcome === 'refused' ? { ...result, failures: (last?.failures ?? 0) + 1 } : result);
}
