/** The result of the last sync: in the database, and in memory for as long as the database takes nothing. */
import type { Check } from '../../messages.ts';
import * as database from './store.ts';

let lastCheck: Check | null = null;

export async function keepCheck(check: Check): Promise<Check> {
  lastCheck = check;
  // Where the store refuses, memory has it: why nothing was stored must not be lost with it.
  await database.writeCheck(check).catch(() => undefined);
  return check;
}

export const readCheck = async (): Promise<Check | null> => lastCheck ?? (await database.readCheck().catch(() => null));
