/** When a page has loaded, its mark is set again if the browser has reset it, and only then. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { exampleData, keys, publish } from '../../fixtures.ts';
import type * as Platform from '../platform.ts';

const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const bundled = (await publish(exampleData(), { issued: day(-1), expires: day(29) })).files;
const URL = 'http://market.example/';

let platform: typeof Platform;
const titles = () => platform.callsOf('action.setTitle').map(({ args }) => (args[0] as { title: string }).title);
const done = () => platform.fire('tab updated', 1, { status: 'complete' }, platform.tabs.get(1));

beforeEach(async () => {
  vi.resetModules();
  platform = await import('../platform.ts');
  vi.doMock('webextension-polyfill', () => ({ default: platform.browser }));
  vi.doMock('../../../src/config.ts', async (original) => ({ ...(await original<object>()), LIST_KEYS: keys }));
  vi.stubGlobal('fetch', platform.fetchFromWeb);
  vi.stubGlobal('chrome', platform.chrome);
  platform.serve(platform.BUNDLED, bundled);
  await import('../../../src/background/index.ts');
  platform.fire('tab updated', 1, { status: 'loading' }, platform.openTab(1, URL));
  await vi.waitFor(() => expect(titles()).toHaveLength(1), 5_000);
});

it('after the browser has reset the title, as a reload may do', async () => {
  platform.browser.action.getTitle = () => Promise.resolve('');
  done();
  await vi.waitFor(() => expect(titles()).toHaveLength(2), 5_000);
  expect(titles()[1]).toBe(titles()[0]);
  expect(titles()[0]).toContain('market.example');
});

it('and not if the browser has kept it', async () => {
  const asked = vi.fn(() => Promise.resolve(titles()[0]!));
  platform.browser.action.getTitle = asked;
  done();
  await vi.waitFor(() => expect(asked).toHaveBeenCalled(), 5_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(titles()).toHaveLength(1);
});
