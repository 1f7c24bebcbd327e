/** The worker has no unhandled error if a tab closes while the worker updates it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { until } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';

interface Api {
  chrome: {
    tabs: { get(id: number): Promise<{ url: string }>; remove(id: number): Promise<void> };
    action: Record<'setIcon' | 'setTitle', (details: { tabId: number }, ...rest: unknown[]) => unknown>;
  };
  tabsClosed: number;
}

/** Runs in the worker: replaces this call so that it closes a tab with this address before it does its work. */
function closeFirst(call: 'setIcon' | 'setTitle', url: string): void {
  const world = self as unknown as Api;
  const { action, tabs } = world.chrome;
  const real = action[call];
  world.tabsClosed = 0;
  action[call] = async (details, ...rest) => {
    if ((await tabs.get(details.tabId)).url === url) {
      await tabs.remove(details.tabId);
      world.tabsClosed++;
    }
    return real.call(action, details, ...rest);
  };
}

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, [LISTED]);
    // Keeps the browser open when the other tabs close, and has no mark to set.
    await around.browser.open('about:blank');
  });
  afterAll(() => around?.end());

  it.each(['setIcon', 'setTitle'] as const)('a tab that closes before %s causes no unhandled error', async (call) => {
    await around.browser.killWorker();
    const url = `http://${LISTED}/${call}`;
    await around.browser.inWorker(closeFirst, call, url);
    await around.browser.open(url).catch(() => undefined);
    await until(
      () => around.browser.inWorker(() => (self as unknown as Api).tabsClosed),
      (closed) => closed > 0,
    );
    expect(await around.browser.workerErrors()).toEqual([]);
  });

  it('the test would notice an unhandled error', async () => {
    await around.browser.inWorker(() => void Promise.reject(new Error('left behind')));
    await until(
      () => around.browser.workerErrors(),
      (errors) => errors.some((error) => error.includes('left behind')),
    );
  });
});
