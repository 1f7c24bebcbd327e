/**
 * The worker's alarms. Updates drop them and a clock that is set back delays them, so every start of the worker checks
 * that they exist and are near.
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
 * Starts a worker with these alarms and with or without a half-written register. @returns the alarms after its start
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

it('The sync alarm is created if it is missing', async () => {
  expect(hours((await wake({})).get('sync'))).toBeLessThan(9);
});

it('A sync alarm that is years away, after the clock was set back, is moved to within hours', async () => {
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

it('The ingest alarm is created again if an update dropped it', async () => {
  expect((await wake({}, { pending: true })).get('ingest')).toMatchObject({ periodInMinutes: 0.5 });
});

it('An ingest alarm that is too far away is moved to one period from now', async () => {
  const alarms = await wake(
    { ingest: { scheduledTime: Date.now() + 900 * DAY, periodInMinutes: 4 } },
    { pending: true },
  );
  expect(alarms.get('ingest')).toMatchObject({ periodInMinutes: 4 });
  expect(hours(alarms.get('ingest'))).toBeLessThan(1);
});

it('There is no ingest alarm if no register is half written', async () => {
  expect((await wake({})).has('ingest')).toBe(false);
});
