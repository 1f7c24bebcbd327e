/** What the popup and the options say about the list itself: its release, its age, the last sync and any error. */
import type { ListReport } from '../../messages.ts';
import { listAddresses } from './addresses.ts';
import { readLastSync } from './last-sync.ts';
import { isExpired, memoryReason, openList } from './open-list.ts';

export async function listReport(): Promise<ListReport> {
  const [list, lastSync, addresses] = await Promise.all([openList(), readLastSync(), listAddresses()]);
  const hasAddress = addresses.length > 0;
  if (!list) return { state: 'none', lastSync, hasAddress };
  const { sequence, published, expires, origin, manifestHash, directory } = list.stored;
  return {
    state: 'ready',
    sequence,
    published: published.slice(0, 10),
    expires,
    expired: isExpired(list),
    origin,
    hash: manifestHash,
    counts: directory.counts,
    lastSync,
    hasAddress,
    trouble: memoryReason(list),
  };
}
