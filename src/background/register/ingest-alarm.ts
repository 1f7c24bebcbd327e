/**
 * An alarm that wakes the worker while a long ingest is under way, in case the worker has died. After each failure (a
 * full disk, for example) the period doubles. The alarm itself stores the period, because a full disk stores nothing.
 */
import browser from 'webextension-polyfill';
import { within } from '../../within.ts';
import { readPending } from './register-store.ts';

export const INGEST_ALARM = 'ingest';

/** Period in minutes. */
const FIRST_PERIOD = 0.5;
const LONGEST_PERIOD = 6 * 60;

const read = () => within(browser.alarms.get(INGEST_ALARM)).catch(() => undefined);

/** Never throws. Without the alarm, the next sync of registers finishes the ingest. */
const set = (periodInMinutes: number) =>
  within(browser.alarms.create(INGEST_ALARM, { periodInMinutes })).catch(() => undefined);

/** Call it when an ingest begins. */
export const startIngestAlarm = (): Promise<void> => set(FIRST_PERIOD);

/**
 * Makes sure that the alarm exists and is near if a release is half written. Updates of the extension drop alarms, and
 * after a clock was set back an alarm may be years away.
 */
export async function ensureIngestAlarm(): Promise<void> {
  const alarm = await read();
  const period = alarm?.periodInMinutes ?? FIRST_PERIOD;
  if (alarm && alarm.scheduledTime - Date.now() <= period * 60_000) return;
  if ((await readPending()).length > 0) await set(period);
}

/** Call it after an attempt: clears the alarm if everything is stored, doubles the period if the attempt failed. */
export async function updateIngestAlarm(failed: boolean): Promise<void> {
  if ((await readPending()).length === 0) await within(browser.alarms.clear(INGEST_ALARM)).catch(() => undefined);
  else if (failed) await set(Math.min(2 * ((await read())?.periodInMinutes ?? FIRST_PERIOD), LONGEST_PERIOD));
  else await ensureIngestAlarm();
}
