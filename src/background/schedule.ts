/**
 * When to sync. Random delays spread the clients, so that a million of them never ask in the same minute;
 * tests/bench/fleet.ts measures that.
 */
import type { SyncResult } from '../messages.ts';

/** Average minutes between two syncs. */
export const SYNC_INTERVAL = 6 * 60;
/** Average minutes to the retry after a first failure. Each further failure doubles it, up to SYNC_INTERVAL. */
export const FIRST_RETRY = 15;
/** The first sync after a start of the browser or an update of the extension comes within these minutes. */
const FIRST_SYNC_WITHIN = 15;

/** The largest result of `minutesToNext`. An alarm further ahead was set before the clock was set back. */
export const maxMinutesToNext = (interval: number): number => Math.max(1 + FIRST_SYNC_WITHIN, 1.5 * interval);

/**
 * Minutes from now to the next sync.
 * @param last the last sync, null if there was none
 * @param now milliseconds since 1970
 * @param random returns numbers from 0 (inclusive) to 1 (exclusive)
 * @param interval average minutes between two syncs, chosen by the user
 */
export function minutesToNext(
  last: Pick<SyncResult, 'at' | 'failures'> | null,
  now: number,
  random: () => number,
  interval = SYNC_INTERVAL,
): number {
  const soon = 1 + random() * FIRST_SYNC_WITHIN;
  if (!last) return soon;
  const failures = last.failures ?? 0;
  const mean = failures ? Math.min(interval, FIRST_RETRY * 2 ** (failures - 1)) : interval;
  // From half the mean to one and a half. That is wide enough to spread clients again which an outage has synchronized.
  const wait = mean * (0.5 + random());
  // If the clock was set back, the last sync is in the future; it must not delay the next one for years.
  const since = Math.max(0, (now - Date.parse(last.at)) / 60_000);
  return Math.max(soon, wait - since);
}
