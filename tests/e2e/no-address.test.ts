/** A build without a list address: it uses the bundled list, sends no request, and states that once. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildExtension } from '../../tools/build.ts';
import { listen } from './announced.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { notTheBrowsersOwn, until, type View } from '../../tools/drivers/driver.ts';
import { ListClient, POPUP } from './list-client.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
const WORDS = 'This copy has no list address; the list that came with the extension is used.';

interface Api {
  chrome: {
    alarms: {
      create(name: string, when: object): Promise<void>;
      get(name: string): Promise<{ scheduledTime: number } | undefined>;
    };
  };
  fetched: string[];
}

/** Runs in the worker: records from now on all fetches that are not from the package. */
function recordFetches(): void {
  const world = self as unknown as Api;
  const real = self.fetch;
  world.fetched = [];
  self.fetch = (what, how) => {
    const url = new URL(String(what), location.href).href;
    if (!/^(chrome|moz)-extension:/.test(url)) world.fetched.push(url);
    return real(what, how);
  };
}

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let extensionDir: string;
  beforeAll(async () => {
    const target = name === 'chromium' ? 'chrome' : 'firefox';
    const out = `.listmark/e2e/${target}-no-address`;
    extensionDir = await buildExtension({ target, out, from: inject('workshop'), address: '', hosts: true });
    around = await world(name, [LISTED, 'unlisted.example'], { extensionDir, synced: false });
  });
  afterAll(() => around?.end());

  const says = (view: View, words: string) =>
    until(
      () => view.text(),
      (text) => text.includes(words),
      15_000,
    );
  const fetched = () => around.browser.inWorker(() => (self as unknown as Api).fetched);
  const minutesToNextCheck = () =>
    around.browser.inWorker(async () => {
      const alarm = await (self as unknown as Api).chrome.alarms.get('sync');
      return alarm ? (alarm.scheduledTime - Date.now()) / 60_000 : 0;
    });

  it('marks a listed site with the bundled list, and shows once that it has no address, and the age of the list', async () => {
    const page = await around.browser.open(`http://${LISTED}/`);
    await until(() => around.browser.toolbar(page), saysNamed);
    const popup = await around.browser.extensionPage(POPUP);
    const text = await says(popup, WORDS);
    expect(text.split('no list address')).toHaveLength(2);
    expect(text).toMatch(/Release \d+, \d+ \w+ \d{4} \((today|yesterday|\d+ days old)\), came with the extension/);
    expect(text).not.toMatch(/failed|Not yet checked/);
    await popup.close();
    await page.close();
  });

  it('shows the same after "Check now"; neither the button nor the alarm sends a request', async () => {
    await around.browser.killWorker();
    await around.browser.inWorker(recordFetches);
    const popup = await around.browser.extensionPage(POPUP);
    await says(popup, WORDS);
    const announced = await listen(popup);
    await popup.click('footer button');
    await until(announced, (heard) => heard.some((words) => words.endsWith(WORDS)));
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Check now');
    await around.browser.inWorker(() => (self as unknown as Api).chrome.alarms.create('sync', { when: Date.now() }));
    // The sync did not fail, so the next alarm is hours away.
    await until(minutesToNextCheck, (minutes) => minutes > 60, 45_000);
    expect(await fetched()).toEqual([]);
    expect(around.server.requests('head.jws')).toEqual([]);
    expect(notTheBrowsersOwn(await around.browser.refusedHosts())).toEqual([]);
    await popup.close();
  });

  it('has no warning in the list line when the bundled list expires; a site that it does not name is then “not known”', async () => {
    await new ListClient(around.browser, extensionDir).shiftClock(2);
    const popup = await around.browser.extensionPage(POPUP);
    await says(popup, 'whether this site is named now is not known');
    expect(await popup.evaluate(() => document.querySelector('footer')!.innerText)).not.toContain('out of date');
    await says(popup, WORDS);
    await popup.close();
    await around.browser.killWorker();
  });

  it('sends requests only to the address that the user adds', async () => {
    const options = await around.browser.extensionPage('src/options/index.html');
    await says(options, 'Further addresses of the list');
    await options.evaluate((address) => {
      const field = document.querySelector('textarea')!;
      field.value = address;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, around.server.url);
    await options.clickNamed('button', 'Save addresses');
    await says(options, 'Saved');
    await options.close();
    await around.browser.inWorker(recordFetches);
    const popup = await around.browser.extensionPage(POPUP);
    await says(popup, 'Check now');
    expect(await popup.text()).not.toContain(WORDS);
    await popup.click('footer button');
    await says(popup, 'Checked, up to date');
    expect(around.server.requests('head.jws').length).toBeGreaterThan(0);
    expect((await fetched()).filter((url) => !url.startsWith(around.server.url))).toEqual([]);
    // Shows that `refusedHosts` would have reported a request to another host.
    const page = await around.browser.open('http://asked-for.example/');
    await until(
      () => around.browser.refusedHosts(),
      (hosts) => hosts.includes('asked-for.example'),
      30_000,
    );
    await page.close();
    await popup.close();
  });
});
