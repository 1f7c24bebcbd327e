/** The result of the last sync: in the database, and in memory for as long as the database takes nothing. */
import type { SyncResult } from '../../messages.ts';
import * as database from './store.ts';

let lastSync: SyncResult | null = null;

export async function keepSyncResult(check: SyncResult): Promise<SyncResult> {
  lastSync = check;
  // Where the store refuses, memory has it: why nothing was stored must not be lost with it.
  await database.writeSyncResult(check).catch(() => undefined);
  return check;
}

export const readLastSync = async (): Promise<SyncResult | null> =>
  lastSync ?? (await database.readLastSync().catch(() => null));
