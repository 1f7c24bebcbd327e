/**
 * The worker's alarms, which updates drop and clocks that are set back put off: every wake sees that they are there,
 * and come in time.
 */
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type * as Platform from './platform.ts';
import { exampleData, publish } from '../fixtures.ts';

const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const bundled = (await publish(exampleData(), { issued: day(-1), expires: day(29) })).files;

type Alarm = { scheduledTime: number; periodInMinutes?: number };

/**
 * A worker that wakes and finds these alarms, and a half-written register or none. @returns the alarms once it has
 * looked after them
 */
async function wake(
  given: Record<string, Alarm>,
  { pending = false, settings = {} } = {},
): Promise<typeof Platform.alarms> {
  vi.resetModules();
  const platform: typeof Platform = await import('./platform.ts');
  vi.doMock('webextension-polyfill', () => ({ default: platform.browser }));
  vi.stubGlobal('fetch', platform.fetchFromWeb);
  vi.stubGlobal('chrome', platform.chrome);
  platform.serve(platform.BUNDLED, bundled);
  await platform.browser.storage.local.set({ settings });
  for (const [name, alarm] of Object.entries(given)) platform.alarms.set(name, { name, ...alarm });
  const { inDatabase } = await import('../../src/background/list/store.ts');
  await inDatabase(async (db) => {
    await db.clear('registers');
    if (pending) await db.put('registers', { next: 64 }, ['pending', 'xx-register']);
  });
  await import('../../src/background/index.ts');
  await new Promise((resolve) => setTimeout(resolve, 100));
  return platform.alarms;
}
const hours = (alarm: Alarm | undefined) => (alarm!.scheduledTime - Date.now()) / 3_600_000;

it('The check for a newer list is set where there is none', async () => {
  expect(hours((await wake({})).get('sync'))).toBeLessThan(9);
});

it('The check that a clock which was set back has put off for years comes in hours', async () => {
  const alarms = await wake({ sync: { scheduledTime: Date.now() + 900 * DAY } });
  expect(hours(alarms.get('sync'))).toBeLessThan(9);
});

it.each([
  ['six hours', 8, {}],
  ['a week, as the user chose', 200, { syncHours: 168 }],
])('The check that comes in time stays: %s', async (_, ahead, settings) => {
  const scheduledTime = Date.now() + ahead * 3_600_000;
  expect((await wake({ sync: { scheduledTime } }, { settings })).get('sync')).toEqual({ name: 'sync', scheduledTime });
});

it('The alarm of an ingest is set anew where an update has dropped it', async () => {
  expect((await wake({}, { pending: true })).get('ingest')).toMatchObject({ periodInMinutes: 0.5 });
});

it('The alarm of an ingest that a clock has put off comes after its own period', async () => {
  const alarms = await wake(
    { ingest: { scheduledTime: Date.now() + 900 * DAY, periodInMinutes: 4 } },
    { pending: true },
  );
  expect(alarms.get('ingest')).toMatchObject({ periodInMinutes: 4 });
  expect(hours(alarms.get('ingest'))).toBeLessThan(1);
});

it('There is no alarm of an ingest where there is none to go on with', async () => {
  expect((await wake({})).has('ingest')).toBe(false);
});
