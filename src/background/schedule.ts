/**
 * When to look for a newer list. Everything is spread by chance, so that a million clients never ask in the same
 * minute; tests/bench/fleet.ts shows it.
 */
import type { SyncResult } from '../messages.ts';

/** Minutes between two checks, on average. */
export const EVERY = 6 * 60;
/** Minutes, on average, after a first failure; doubled by each further one, up to EVERY. */
export const FIRST_RETRY = 15;
/**
 * Minutes within which a browser that has just started, or an extension that was just updated, looks for the first
 * time.
 */
const SETTLE = 15;

/** The most that `minutesToNext` gives: a check that lies further ahead was set by another clock. */
export const mostMinutes = (every: number): number => Math.max(1 + SETTLE, 1.5 * every);

/**
 * Minutes from now to the next check.
 * @param last the last check, null where there was none
 * @param now milliseconds
 * @param random gives numbers from 0 up to 1
 * @param every minutes between two checks, on average, as the user chose
 */
export function minutesToNext(
  last: Pick<SyncResult, 'at' | 'failures'> | null,
  now: number,
  random: () => number,
  every = EVERY,
): number {
  const soon = 1 + random() * SETTLE;
  if (!last) return soon;
  const failures = last.failures ?? 0;
  const mean = failures ? Math.min(every, FIRST_RETRY * 2 ** (failures - 1)) : every;
  // From half the mean to one and a half: wide enough to spread even those whom an outage has brought into step.
  const wait = mean * (0.5 + random());
  // A clock that was set back must not put the next check off for years.
  const since = Math.max(0, (now - Date.parse(last.at)) / 60_000);
  return Math.max(soon, wait - since);
}
