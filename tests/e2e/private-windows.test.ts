/**
 * Private windows: if the extension is not allowed there, it does nothing; if it is, it works as elsewhere and stores
 * nothing about them.
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
/** Unique paths: a file in the profile that contains one was written because of that visit. */
const ORDINARY = 'visit-in-an-ordinary-window';
const PRIVATE = 'visit-in-a-private-window';

/** The part of the extension API that the tests call in the worker. */
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
  const listed = (page: Page) => marked(page, /^thepiratebay\.org: Named .*US piracy/);
  const stored = (area: 'local' | 'session') =>
    around.browser.inWorker(
      async (which) => JSON.stringify(await (globalThis as unknown as Api).chrome.storage[which].get(null)),
      area,
    );
  const tabs = () => around.browser.inWorker(() => (globalThis as unknown as Api).chrome.tabs.query({}));

  it('if not allowed, the extension sees no private tab and shows no badge', async () => {
    const page = await around.browser.openPrivate(`https://${LISTED}/`);
    // Events of the private tab would have arrived before those of this tab.
    const ordinary = await around.browser.open(`http://${LISTED}/${ORDINARY}`);
    await listed(ordinary);
    await until(() => badgeOf(ordinary));
    expect(await badgeOf(page)).toBeUndefined();
    expect((await tabs()).filter((tab) => tab.incognito)).toEqual([]);
    await page.close();
    await ordinary.close();
  });

  it('if allowed, mark and badge appear, and hiding the badge applies to private windows only', async () => {
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

  it('what was hidden is forgotten when the last private window closes; the details open in a private window', async () => {
    await until(
      () => stored('session'),
      (text) => !text.includes(LISTED),
    );
    const page = await around.browser.openPrivate(`https://${LISTED}/${PRIVATE}`);
    await openCard(page);
    // They must not open in an ordinary window, whose history would keep the address of the visit.
    await pressIn(page, /^History and sources$/);
    const details = await around.browser.opened('src/popup/index.html');
    await until(
      () => details.text(),
      (text) => /thepiratebay\.org[^]*Named in USTR/.test(text),
    );
    if (name === 'chromium') {
      await details.clickNamed('button', 'Full page');
      await until(
        () => details.text(),
        (text) => text.includes('Not opened: from a private window'),
      );
    }
    expect((await tabs()).filter((tab) => tab.url?.includes(PRIVATE) && !tab.incognito)).toEqual([]);
    await page.close();
  });

  it('the profile has the ordinary visit and no private one', async () => {
    expect(await stored('local')).not.toContain(LISTED);
    await around.end();
    const holding = (words: string) => files(profileDir).filter((file) => readFileSync(file).includes(words));
    expect(holding(ORDINARY)).not.toEqual([]);
    expect(holding(PRIVATE)).toEqual([]);
  });
});

/** All files of the profile except the driver's network log. */
const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => join(dir, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() && !file.includes('netlog'));
