/**
 * Private windows: nothing where the extension is not allowed there; where it is, all that it does elsewhere, and
 * nothing kept.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, openCard, pressIn } from './badge-reader.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { until, type Page } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';
const OTHER = 'unlisted.example';
/** In no address but that of one visit: what is found in the profile with it in was kept of that visit. */
const ORDINARY = 'visit-in-an-ordinary-window';
const PRIVATE = 'visit-in-a-private-window';

/** What of the extension API the tests call in the worker. */
interface Api {
  chrome: {
    tabs: { query(of: object): Promise<{ url?: string; incognito: boolean }[]> };
    storage: Record<'local' | 'session', { get(key: null): Promise<object> }>;
  };
}

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let profileDir: string;
  beforeAll(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'listmark-private-'));
    around = await world(name, [LISTED, OTHER], { profileDir });
  });
  afterAll(async () => {
    await around?.end();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  const marked = (page: Page, title: RegExp) =>
    until(
      () => around.browser.toolbar(page),
      (state) => state.badgeText === '' && title.test(state.title),
      15_000,
    );
  const listed = (page: Page) => marked(page, /^thepiratebay\.org: Named in USTR/);
  const stored = (area: 'local' | 'session') =>
    around.browser.inWorker(
      async (which) => JSON.stringify(await (globalThis as unknown as Api).chrome.storage[which].get(null)),
      area,
    );
  const tabs = () => around.browser.inWorker(() => (globalThis as unknown as Api).chrome.tabs.query({}));

  it('where it is not allowed: it sees no tab there and draws nothing', async () => {
    const page = await around.browser.openPrivate(`https://${LISTED}/`);
    // Had it been told of the private tab, it would have been before this one.
    const ordinary = await around.browser.open(`http://${LISTED}/${ORDINARY}`);
    await listed(ordinary);
    await until(() => badgeOf(ordinary));
    expect(await badgeOf(page)).toBeUndefined();
    expect((await tabs()).filter((tab) => tab.incognito)).toEqual([]);
    await page.close();
    await ordinary.close();
  });

  it('where it is allowed: the mark and the badge are there, and what is hidden stays hidden in private windows only', async () => {
    await around.browser.allowInPrivate();
    const page = await around.browser.openPrivate(`https://${LISTED}/${PRIVATE}`);
    await listed(page);
    await openCard(page);
    await pressIn(page, /^Hide…$/);
    await pressIn(page, new RegExp(`^On ${LISTED}$`));
    await until(async () => (await badgeOf(page)) === undefined);
    await until(
      () => stored('session'),
      (text) => text.includes(LISTED),
    );
    expect(await stored('local')).not.toContain(LISTED);

    await page.goto(`https://${OTHER}/`);
    await marked(page, /^unlisted\.example: not named.*Not listed is not clearance/);
    const ordinary = await around.browser.open(`http://${LISTED}/`);
    await until(() => badgeOf(ordinary));
    await page.goto(`https://${LISTED}/again`);
    await listed(page);
    expect(await badgeOf(page)).toBeUndefined();
    await ordinary.close();
    await page.close();
  });

  it('once the last private window is closed, what was hidden in it is forgotten; the details open in private', async () => {
    await until(
      () => stored('session'),
      (text) => !text.includes(LISTED),
    );
    const page = await around.browser.openPrivate(`https://${LISTED}/${PRIVATE}`);
    await openCard(page);
    // From here the details open, and not in an ordinary window, whose history would keep the address of the visit.
    await pressIn(page, /^History and sources$/);
    const details = await around.browser.opened('src/popup/index.html');
    await until(
      () => details.text(),
      (text) => /thepiratebay\.org[^]*Named in USTR/.test(text),
    );
    expect((await tabs()).filter((tab) => tab.url?.includes(PRIVATE) && !tab.incognito)).toEqual([]);
    await page.close();
  });

  it('nothing of the private visits is left in the profile, where an ordinary visit is', async () => {
    expect(await stored('local')).not.toContain(LISTED);
    await around.end();
    const holding = (words: string) => files(profileDir).filter((file) => readFileSync(file).includes(words));
    expect(holding(ORDINARY)).not.toEqual([]);
    expect(holding(PRIVATE)).toEqual([]);
  });
});

/** Every file of the profile but the driver's own record of the network. */
const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => join(dir, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() && !file.includes('netlog'));
