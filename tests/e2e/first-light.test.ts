/**
 * The whole way in real browsers with the real records: sync a signed list, mark a listed site, and show who listed it.
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

  it('marks a listed site in the toolbar and names the list', async () => {
    await page.goto(`http://${LISTED}/`);
    const state = await named(page.address);
    expect(state.title).toMatch(/^thepiratebay\.org: Named in the \d{4} US piracy and counterfeit list, by name only/);
    await page.goto(`https://www.${LISTED}/a?b#c`);
    await named(page.address);
  });

  it('shows the badge on a listed page, with one listing in words, and adds nothing to an unlisted page', async () => {
    await page.goto(`http://${LISTED}/`);
    await until(
      async () =>
        (await page.accessibilityTree()).children.length > 0 &&
        JSON.stringify(await page.accessibilityTree()).includes('Listmark: Named in the '),
    );
    await page.goto('http://unlisted.example/');
    await until(
      () => browser.toolbar(page.address),
      (state) => state.title.includes('Not listed is not clearance'),
    );
    expect(JSON.stringify(await page.accessibilityTree())).not.toContain('Named');
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  it('does not match a host that only ends in the same letters', async () => {
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

  it('finds the status again after its worker was killed', async () => {
    await browser.killWorker();
    expect(await browser.workerAlive()).toBe(false);
    await page.goto(`http://${LISTED}/after`);
    await named(page.address);
  });

  it('shows the right mark after a tab switch and on a page whose DNS failed', async () => {
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
      (state) => state.title.startsWith('rapidshare.com: No longer named'),
    );
    await other.close();
  });

  it('sends the list’s host no preflight and no identifier that the host set before', async () => {
    // All response headers by which a host could recognize a client.
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
      // Wait for the end of the previous sync; kills.test.ts tests a worker that is killed during a sync.
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
    const identifying = ['if-none-match', 'if-modified-since', 'if-range', 'cookie', 'referer', 'authorization'];
    expect(log.flatMap(({ headers }) => identifying.filter((name) => headers[name] !== undefined))).toEqual([]);
    expect(JSON.stringify(log.map(({ headers }) => headers))).not.toContain('visitor');
    await until(
      () => options.text(),
      (words) => words.includes('up to date'),
    );
    await options.close();
  });
});
