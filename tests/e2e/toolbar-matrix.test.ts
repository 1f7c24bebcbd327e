/** Each tab has the right mark, for all kinds of navigation that a driver can perform. */
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { pause, until, type Driver, type Page } from '../../tools/drivers/driver.ts';
import type { Sites } from '../../tools/servers/sites.ts';

const LISTED = 'thepiratebay.org';
const OTHER = 'unlisted.example';
/** The part of the extension API that the tests call in the worker. */
interface Api {
  chrome: {
    tabs: {
      query(
        of: object,
      ): Promise<{ id: number; url?: string; active: boolean; discarded?: boolean; splitViewId?: number }[]>;

      discard(id: number): Promise<unknown>;
      update(id: number, to: { active: boolean }): Promise<unknown>;
      duplicate(id: number): Promise<{ id: number }>;
      remove(id: number): Promise<void>;
    };
    windows: { create(of: object): Promise<{ id: number; tabs: { id: number }[] }>; remove(id: number): Promise<void> };
    action: { getTitle(of: { tabId: number }): Promise<string> };
  };
}

describe.each(BROWSERS)('%s: the mark is right', (name) => {
  let around: World;
  let browser: Driver;
  let sites: Sites;
  let page: Page;

  beforeAll(async () => {
    around = await world(name, [LISTED, OTHER, 'megaupload.com']);
    ({ browser, sites } = around);
    page = await browser.open(`http://${OTHER}/`);
  });
  afterAll(() => around?.end());
  beforeEach(() => page.activate());

  const shows = (url: string, title: RegExp) =>
    until(
      () => browser.toolbar(url),
      (state) => state.badgeText === '' && title.test(state.title),
      15_000,
    );
  const listed = (url = `http://${LISTED}/`) => shows(url, /^thepiratebay\.org: Named .*US piracy/);
  const unlisted = (url = `http://${OTHER}/`) =>
    shows(url, /^unlisted\.example: not named.*Not listed is not clearance/);

  it('on a page of the browser, which is not checked', async () => {
    const blank = await browser.open('about:blank');
    await shows('about:blank', /not checked/);
    await blank.close();
  });

  it('after going back and forward', async () => {
    await page.goto(`http://${OTHER}/`);
    await unlisted();
    await page.goto(`http://${LISTED}/`);
    await listed();
    await page.goto('http://megaupload.com/');
    await shows('http://megaupload.com/', /^megaupload\.com: Domain reported seized/);
    for (const [step, right] of [
      [-1, listed],
      [-1, unlisted],
      [2, () => shows('http://megaupload.com/', /seized/)],
      [-1, listed],
    ] as const) {
      await page.evaluate((by) => void setTimeout(() => history.go(by), 0), step);
      await right();
    }
  });

  it('after going back to a page in the back/forward cache', async () => {
    const kept: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        '<!doctype html><html lang="en"><title>k</title><p>kept</p><script>onpageshow = (event) => (window.kept = event.persisted)</script></html>',
      );
    };
    sites.set('/kept', kept);
    await page.goto(`http://${LISTED}/kept`);
    await listed(`http://${LISTED}/kept`);
    await page.goto(`http://${OTHER}/kept`);
    await unlisted(`http://${OTHER}/kept`);
    const visits = sites.visits.length;
    await page.evaluate(() => void setTimeout(() => history.back(), 0));
    await listed(`http://${LISTED}/kept`);
    expect(await page.evaluate(() => (globalThis as unknown as { kept: boolean }).kept)).toBe(true);
    expect(sites.visits.slice(visits)).toEqual([]);
  });

  it('after a redirect, and after a link that opens another site in a new tab', async () => {
    sites.set(
      '/to',
      (_request, response) => void response.writeHead(302, { location: `http://${LISTED}/landed` }).end(),
    );
    await page.goto(`http://${OTHER}/to`);
    await listed(`http://${LISTED}/landed`);
    sites.set(
      '/link',
      `<!doctype html><title>l</title><a id="a" target="_blank" href="http://${LISTED}/new-tab">link</a>`,
    );
    await page.goto(`http://${OTHER}/link`);
    await page.click('#a');
    await listed(`http://${LISTED}/new-tab`);
    await unlisted(`http://${OTHER}/link`);
  });

  it('after history.pushState, even with another host in the query', async () => {
    await page.goto(`http://${LISTED}/spa`);
    await page.evaluate(() => history.pushState({}, '', '/spa/2?u=http://unlisted.example/'));
    await listed(`http://${LISTED}/spa/2?u=http://unlisted.example/`);
  });

  it('in two windows at once', async () => {
    const ids = await browser.inWorker(
      async (a, b) => {
        const { windows } = (globalThis as unknown as Api).chrome;
        return [(await windows.create({ url: a })).id, (await windows.create({ url: b })).id];
      },
      `http://${LISTED}/window`,
      `http://${OTHER}/window`,
    );
    await listed(`http://${LISTED}/window`);
    await unlisted(`http://${OTHER}/window`);
    await browser.inWorker(async (windows) => {
      for (const id of windows) await (globalThis as unknown as Api).chrome.windows.remove(id);
    }, ids);
  });

  it('for both tabs of a split view, whichever has the focus', async () => {
    const tabs = [await browser.open(`http://${LISTED}/left`), await browser.open(`http://${OTHER}/right`)];
    await browser.split(tabs[0]!, tabs[1]!);
    const sides = () =>
      browser.inWorker(async () => {
        const all = await (globalThis as unknown as Api).chrome.tabs.query({});
        return all
          .filter(({ splitViewId = -1 }) => splitViewId !== -1)
          .map(({ id, url, active, splitViewId }) => ({ id, url, active, splitViewId }));
      });
    const both = await sides();
    expect(both.map(({ url }) => url)).toEqual([`http://${LISTED}/left`, `http://${OTHER}/right`]);
    expect(both[0]!.splitViewId).toBe(both[1]!.splitViewId);
    for (const at of [0, 1]) {
      await browser.inWorker(
        (id) => (globalThis as unknown as Api).chrome.tabs.update(id, { active: true }),
        both[at]!.id,
      );
      await until(sides, (now) => now[at]!.active);
      await listed(`http://${LISTED}/left`);
      await unlisted(`http://${OTHER}/right`);
    }
    // A navigation on one side does not change the mark of the other.
    await tabs[0]!.goto(`http://${OTHER}/moved`);
    await unlisted(`http://${OTHER}/moved`);
    await tabs[1]!.goto(`http://${LISTED}/moved`);
    await listed(`http://${LISTED}/moved`);
    await unlisted(`http://${OTHER}/moved`);
    for (const tab of tabs) await tab.close();
  });

  it('for a duplicated tab', async () => {
    await page.goto(`http://${LISTED}/twice`);
    await listed(`http://${LISTED}/twice`);
    const copy = await browser.inWorker(async (url) => {
      const { tabs } = (globalThis as unknown as Api).chrome;
      return (await tabs.duplicate((await tabs.query({})).find((tab) => tab.url === url)!.id)).id;
    }, `http://${LISTED}/twice`);
    const title = (id: number) =>
      browser.inWorker((tabId) => (globalThis as unknown as Api).chrome.action.getTitle({ tabId }), id);
    await until(
      () => title(copy),
      (each) => each.startsWith(`${LISTED}: Named `),
    );
    await browser.inWorker((id) => (globalThis as unknown as Api).chrome.tabs.remove(id), copy);
  });

  it('for a discarded tab, before and after it is restored', async () => {
    const tab = await browser.open(`http://${LISTED}/sleeps`);
    await listed(`http://${LISTED}/sleeps`);
    await page.activate();
    const marks = await browser.inWorker(async (url) => {
      const { tabs } = (globalThis as unknown as Api).chrome;
      const find = async () => (await tabs.query({})).find((each) => each.url === url)!;
      await tabs.discard((await find()).id);
      const asleep = await find();
      return { discarded: asleep.discarded, id: asleep.id };
    }, `http://${LISTED}/sleeps`);
    expect(marks.discarded).toBe(true);
    await listed(`http://${LISTED}/sleeps`);
    await browser.inWorker((id) => (globalThis as unknown as Api).chrome.tabs.update(id, { active: true }), marks.id);
    await listed(`http://${LISTED}/sleeps`);
    await browser.inWorker((id) => (globalThis as unknown as Api).chrome.tabs.remove(id), marks.id);
    void tab;
  });

  it('after the worker is killed before each navigation', async () => {
    for (const [url, right] of [
      [`http://${LISTED}/k1`, listed],
      [`http://${OTHER}/k2`, unlisted],
      [`http://${LISTED}/k3`, listed],
    ] as const) {
      await browser.killWorker();
      await page.goto(url);
      await right(url);
    }
  });

  if (name === 'chromium')
    it('for a prerendered page, once it is activated', async () => {
      sites.set(
        '/speculate',
        `<!doctype html><title>s</title><script type="speculationrules">{"prerender":[{"urls":["/ready"],"eagerness":"immediate"}]}</script><a id="a" href="/ready">on</a>`,
        LISTED,
      );
      sites.set(
        '/ready',
        '<!doctype html><html lang="en"><title>r</title><p id="state"></p><script>document.querySelector("#state").textContent = document.prerendering ? "prerendered" : "plain"</script></html>',
        LISTED,
      );
      // In a new tab, because the driver loses its connection when the prerendered page is activated.
      const tab = await browser.open(`http://${LISTED}/speculate`);
      await listed(`http://${LISTED}/speculate`);
      await until(() => sites.visits.some((visit) => visit.endsWith('/ready')));
      await pause(500);
      await tab.click('#a');
      await listed(`http://${LISTED}/ready`);
      expect(sites.visits.filter((visit) => visit.endsWith('/ready'))).toHaveLength(1);
    });
});
