/**
 * The whole path in real browsers on the real records: a listed site is flagged, from a signed list, and says who
 * listed it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { until, type Driver, type Page } from '../../tools/drivers/driver.ts';
import type { ListServer } from '../../tools/servers/list-server.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
const HOSTS = [
  LISTED,
  `www.${LISTED}`,
  'notthepiratebay.org',
  'unlisted.example',
  'megaupload.com',
  'allofmp3.com',
  'kat.ph',
  'video2k.tv',
];

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let browser: Driver;
  let server: ListServer;
  let page: Page;

  beforeAll(async () => {
    around = await world(name, HOSTS);
    ({ browser, server } = around);
    page = await browser.open('http://unlisted.example/');
  });
  afterAll(() => around?.end());

  const named = (url: string) => until(() => browser.toolbar(url), saysNamed);

  it('marks a listed site in the toolbar and says whose list', async () => {
    await page.goto(`http://${LISTED}/`);
    const state = await named(page.address);
    expect(state.title).toMatch(/^thepiratebay\.org: Named in /);
    await page.goto(`https://www.${LISTED}/a?b#c`);
    await named(page.address);
  });

  it('draws the badge on a hit, says one listing in words, and nothing is there on an unlisted page', async () => {
    await page.goto(`http://${LISTED}/`);
    await until(
      async () =>
        (await page.accessibilityTree()).children.length > 0 &&
        JSON.stringify(await page.accessibilityTree()).includes('Named in '),
    );
    await page.goto('http://unlisted.example/');
    await until(
      () => browser.toolbar(page.address),
      (state) => state.title.includes('Not listed is not clearance'),
    );
    expect(JSON.stringify(await page.accessibilityTree())).not.toContain('Named in');
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  it('does not take a host that ends in the same letters for the listed one', async () => {
    await page.goto('http://notthepiratebay.org/');
    await until(
      () => browser.toolbar(page.address),
      (state) => state.title.startsWith('notthepiratebay.org: not named'),
    );
  });

  it('shows history, sources and the verified release in the popup', async () => {
    await page.goto(`http://${LISTED}/`);
    await named(page.address);
    const popup = await browser.popup(page);
    const text = await until(
      () => popup.text(),
      (words) => words.includes('signature verified'),
    );
    expect(text).toContain('The Pirate Bay');
    expect(text).toContain('Named in');
    const hosts = await popup.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.hostname));
    expect(hosts.length).toBeGreaterThan(3);
    expect(hosts.filter((host) => host === 'thepiratebay.org' || host.endsWith('.thepiratebay.org'))).toEqual([]);
    await popup.close();
  });

  it('finds the status right again after its worker was killed', async () => {
    await browser.killWorker();
    expect(await browser.workerAlive()).toBe(false);
    await page.goto(`http://${LISTED}/after`);
    await named(page.address);
  });

  it('is right on a tab switch and on a page whose DNS failed', async () => {
    const other = await browser.open('http://unlisted.example/');
    await until(
      () => browser.toolbar(other.address),
      (state) => state.title.includes('unlisted.example'),
    );
    await page.activate();
    await named(page.address);
    await other.goto('http://rapidshare.com/');
    await until(
      () => browser.toolbar('http://rapidshare.com/'),
      (state) => state.title.startsWith('rapidshare.com: Formerly'),
    );
    await other.close();
  });

  it('asked the list’s host without a preflight, and brought nothing back that it was given', async () => {
    // All that a host can hand to a visitor in order to know him again.
    let given = 0;
    server.behave = () => ({
      headers: {
        etag: `"visitor-${++given}"`,
        'last-modified': new Date(Date.UTC(2020, 0, given)).toUTCString(),
        'cache-control': 'max-age=31536000, immutable',
        'set-cookie': `visitor=${given}; Max-Age=31536000`,
      },
    });
    const before = server.log.length;
    const options = await browser.extensionPage('src/popup/index.html?url=http://unlisted.example/');
    await until(
      () => options.text(),
      (words) => words.includes('Check now'),
    );
    for (let check = 1; check <= 3; check++) {
      const asked = server.requests('head.jws').length;
      // What it did before has ended: a check whose worker is killed is another test's matter.
      await until(() => options.evaluate('document.querySelector("footer button").ariaDisabled !== "true"'));
      if (check === 3) await browser.killWorker();
      await options.click('footer button');
      await until(() => server.requests('head.jws').length > asked);
    }
    server.behave = () => undefined;
    const log = server.log.slice(before);
    expect(log.map(({ method, status }) => ({ method, status }))).toEqual(
      log.map(() => ({ method: 'GET', status: 200 })),
    );
    const told = ['if-none-match', 'if-modified-since', 'if-range', 'cookie', 'referer', 'authorization'];
    expect(log.flatMap(({ headers }) => told.filter((name) => headers[name] !== undefined))).toEqual([]);
    expect(JSON.stringify(log.map(({ headers }) => headers))).not.toContain('visitor');
    await until(
      () => options.text(),
      (words) => words.includes('up to date'),
    );
    await options.close();
  });
});
