/** Brings the stored list up to date, from the package and from the network. */
import { LIST, LIST_KEYS } from '../../config.ts';
import type { SyncResult } from '../../messages.ts';
import { listAddresses, mirrorsAt } from './addresses.ts';
import { syncBundled } from './bundled.ts';
import { keepSyncResult, readLastSync } from './last-sync.ts';
import { shared } from './once.ts';
import { forgetOpen, isExpired, openList } from './open-list.ts';
import * as database from './store.ts';
import { syncFrom } from './sync.ts';

/**
 * Takes the list inside the package where it is newer than the stored one, or the dates of its head where only those
 * are.
 */
export async function takeBundled(): Promise<void> {
  const check = await syncBundled(database);
  if (check.outcome !== 'refused') forgetOpen();
  // An older bundled list is what every later start meets: nothing went wrong.
  else if (check.code !== 'older') await keepSyncResult(check);
}

/** Looks for a newer release; one attempt at a time. */
export const syncNow = shared(attempt);

async function attempt(): Promise<SyncResult> {
  forgetOpen();
  const list = await openList().catch(() => null);
  const store = list?.store ?? database;
  // The update that brought a newer head may have been cut short; no host is needed to renew by it.
  if (list && isExpired(list)) await syncBundled(store);
  const last = await readLastSync();
  const check = await syncFrom(mirrorsAt(await listAddresses()), {
    store,
    keys: LIST_KEYS,
    list: LIST,
    origin: 'network',
    now: new Date().toISOString(),
  });
  forgetOpen();
  return keepSyncResult(check.outcome === 'refused' ? { ...check, failures: (last?.failures ?? 0) + 1 } : check);
}
