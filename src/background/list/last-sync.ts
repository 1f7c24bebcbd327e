/** The result of the last sync. It is also kept in memory, for the time in which the database refuses writes. */
import type { SyncResult } from '../../messages.ts';
import * as database from './store.ts';

let lastSync: SyncResult | null = null;

export async function keepSyncResult(result: SyncResult): Promise<SyncResult> {
  lastSync = result;
  // The database may be the cause of the failure; the reason must not get lost with it.
  await database.writeSyncResult(result).catch(() => undefined);
  return result;
}

export const readLastSync = async (): Promise<SyncResult | null> =>
  lastSync ?? (await database.readLastSync().catch(() => null));
