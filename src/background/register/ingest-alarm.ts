/**
 * Wakes the worker while a long ingest is under way: should the worker have died, it goes on. Where the disk is full
 * each attempt comes after twice the time of the one before. The alarm itself keeps that time, as a full disk takes
 * nothing.
 */
import browser from 'webextension-polyfill';
import { within } from '../../within.ts';
import { readPending } from './register-store.ts';

export const INGEST_ALARM = 'ingest';

/** Minutes. */
const FIRST = 0.5;
const MOST = 6 * 60;

const read = () => within(browser.alarms.get(INGEST_ALARM)).catch(() => undefined);

/** An ingest goes on without its alarm where the browser does not set one: the next check finishes it. */
const set = (periodInMinutes: number) =>
  within(browser.alarms.create(INGEST_ALARM, { periodInMinutes })).catch(() => undefined);

/** For an ingest that begins. */
export const startIngestAlarm = (): Promise<void> => set(FIRST);

/**
 * There is one where something is half written, and it comes in time: updates drop alarms, and a clock that is set back
 * puts them off for years.
 */
export async function keepIngestAlarm(): Promise<void> {
  const alarm = await read();
  const period = alarm?.periodInMinutes ?? FIRST;
  if (alarm && alarm.scheduledTime - Date.now() <= period * 60_000) return;
  if ((await readPending()).length > 0) await set(period);
}

/** After an attempt: none where all is stored, later where that failed. */
export async function nextIngestAlarm(failed: boolean): Promise<void> {
  if ((await readPending()).length === 0) await within(browser.alarms.clear(INGEST_ALARM)).catch(() => undefined);
  else if (failed) await set(Math.min(2 * ((await read())?.periodInMinutes ?? FIRST), MOST));
  else await keepIngestAlarm();
}
