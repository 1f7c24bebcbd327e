/** The mark is right for each tab in every way of coming to a page that a driver can reach. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launch as launchChromium } from './chromium.ts';
import { pause, until, type Driver, type Page } from './driver.ts';
import { launch as launchFirefox } from './firefox.ts';
import { serveSites, type Sites } from './sites.ts';

const LISTED = 'thepiratebay.org';
const OTHER = 'unlisted.example';
/** What of the extension API the tests call in the worker. */
interface World {
  chrome: {
    tabs: {
      query(of: object): Promise<{ id: number; url?: string; windowId: number; discarded?: boolean; incognito: boolean }[]>;
      discard(id: number): Promise<unknown>;
      update(id: number, to: { active: boolean }): Promise<unknown>;
      duplicate(id: number): Promise<{ id: number }>;
      remove(id: number): Promise<void>;
    };
    windows: { create(of: object): Promise<{ id: number; tabs: { id: number }[] }>; remove(id: number): Promise<void> };
    action: { getBadgeText(of: { tabId: number }): Promise<string>; getTitle(of: { tabId: number }): Promise<string> };
    storage: { local: { get(key: null): Promise<Record<string, unknown>>; clear(): Promise<void> } };
    extension: { isAllowedIncognitoAccess(): Promise<boolean> };
  };
}

describe.each([
  ['chromium', launchChromium],
  ['firefox', launchFirefox],
] as const)('%s', (name, launch) => {
  let browser: Driver;
  let sites: Sites;
  let page: Page;

  beforeAll(async () => {
    sites = await serveSites([LISTED, OTHER, 'megaupload.com']);
    browser = await launch({ extensionDir: inject('builds')[name].granted, hosts: sites.hosts });
    page = await browser.open(`http://${OTHER}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await sites?.close();
  });
  beforeEach(() => page.activate());

  const shows = (url: string, badgeText: string, title: RegExp) =>
    until(
      () => browser.toolbar(url),
      (state) => state.badgeText === badgeText && title.test(state.title),
      15_000,
    );
  const listed = (url = `http://${LISTED}/`) => shows(url, 'LIST', /^thepiratebay\.org: Named in USTR/);
  const unlisted = (url = `http://${OTHER}/`) => shows(url, '', /^unlisted\.example: not named.*Not listed is not clearance/);

  it('on a page of the browser says that it is not checked', async () => {
    const blank = await browser.open('about:blank');
    await shows('about:blank', '', /not checked/);
    await blank.close();
  });

  it('going back and forth, with and without the page cache', async () => {
    await page.goto(`http://${OTHER}/`);
    await unlisted();
    await page.goto(`http://${LISTED}/`);
    await listed();
    await page.goto('http://megaupload.com/');
    await shows('http://megaupload.com/', 'SEIZ', /^megaupload\.com: Domain reported seized/);
    for (const [step, right] of [
      [-1, listed],
      [-1, unlisted],
      [2, () => shows('http://megaupload.com/', 'SEIZ', /seized/)],
      [-1, listed],
    ] as const) {
      await page.evaluate((by) => void setTimeout(() => history.go(by), 0), step);
      await right();
    }
  });

  it('after a redirect and after a link to another site, opened in a new tab', async () => {
    sites.set('/to', (_request, response) => void response.writeHead(302, { location: `http://${LISTED}/landed` }).end());
    await page.goto(`http://${OTHER}/to`);
    await listed(`http://${LISTED}/landed`);
    sites.set('/link', `<!doctype html><title>l</title><a id="a" target="_blank" href="http://${LISTED}/new-tab">link</a>`);
    await page.goto(`http://${OTHER}/link`);
    await page.click('#a');
    await listed(`http://${LISTED}/new-tab`);
    await unlisted(`http://${OTHER}/link`);
  });

  it('within a page that moves by the history API, and never to a host that is not the tab’s', async () => {
    await page.goto(`http://${LISTED}/spa`);
    await page.evaluate(() => history.pushState({}, '', '/spa/2?u=http://unlisted.example/'));
    await listed(`http://${LISTED}/spa/2?u=http://unlisted.example/`);
  });

  it('in several windows at once, each for its own tabs', async () => {
    const ids = await browser.inWorker(
      async (a, b) => {
        const { windows } = (globalThis as unknown as World).chrome;
        return [(await windows.create({ url: a })).id, (await windows.create({ url: b })).id];
      },
      `http://${LISTED}/window`,
      `http://${OTHER}/window`,
    );
    // Read in the worker: Firefox's driver sees the tabs of one window only.
    const text = (url: string) =>
      browser.inWorker(async (address) => {
        const { tabs, action } = (globalThis as unknown as World).chrome;
        const tab = (await tabs.query({})).find((each) => each.url === address);
        return tab ? `${await action.getBadgeText({ tabId: tab.id })} ${await action.getTitle({ tabId: tab.id })}` : '';
      }, url);
    await until(
      () => text(`http://${LISTED}/window`),
      (each) => each.startsWith('LIST thepiratebay.org: Named'),
      15_000,
    );
    await until(
      () => text(`http://${OTHER}/window`),
      (each) => each.startsWith(' unlisted.example: not named'),
      15_000,
    );
    await browser.inWorker(async (windows) => {
      for (const id of windows) await (globalThis as unknown as World).chrome.windows.remove(id);
    }, ids);
  });

  it('of a duplicated tab', async () => {
    await page.goto(`http://${LISTED}/twice`);
    await listed(`http://${LISTED}/twice`);
    const copy = await browser.inWorker(async (url) => {
      const { tabs } = (globalThis as unknown as World).chrome;
      return (await tabs.duplicate((await tabs.query({})).find((tab) => tab.url === url)!.id)).id;
    }, `http://${LISTED}/twice`);
    const text = (id: number) => browser.inWorker((tabId) => (globalThis as unknown as World).chrome.action.getBadgeText({ tabId }), id);
    await until(
      () => text(copy),
      (each) => each === 'LIST',
    );
    await browser.inWorker((id) => (globalThis as unknown as World).chrome.tabs.remove(id), copy);
  });

  it('of a discarded tab, before and after it is restored', async () => {
    const tab = await browser.open(`http://${LISTED}/sleeps`);
    await listed(`http://${LISTED}/sleeps`);
    await page.activate();
    const marks = await browser.inWorker(async (url) => {
      const { tabs, action } = (globalThis as unknown as World).chrome;
      const find = async () => (await tabs.query({})).find((each) => each.url === url)!;
      await tabs.discard((await find()).id);
      const asleep = await find();
      return { discarded: asleep.discarded, id: asleep.id, text: await action.getBadgeText({ tabId: asleep.id }) };
    }, `http://${LISTED}/sleeps`);
    expect(marks.discarded).toBe(true);
    await listed(`http://${LISTED}/sleeps`);
    await browser.inWorker((id) => (globalThis as unknown as World).chrome.tabs.update(id, { active: true }), marks.id);
    await listed(`http://${LISTED}/sleeps`);
    await browser.inWorker((id) => (globalThis as unknown as World).chrome.tabs.remove(id), marks.id);
    void tab;
  });

  it('with the worker killed before each step', async () => {
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
    it('of a prerendered page, once it is the one in front', async () => {
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
      // A tab of its own: the driver loses its hold of it when the prerendered page takes its place.
      const tab = await browser.open(`http://${LISTED}/speculate`);
      await listed(`http://${LISTED}/speculate`);
      await until(() => sites.visits.some((visit) => visit.endsWith('/ready')));
      await pause(500);
      await tab.click('#a');
      await listed(`http://${LISTED}/ready`);
      expect(sites.visits.filter((visit) => visit.endsWith('/ready'))).toHaveLength(1);
    });

  it('an unlisted page finds no trace of the extension in any way tried', async () => {
    await page.goto(`http://${OTHER}/probe`);
    await unlisted(`http://${OTHER}/probe`);
    const traces = await page.evaluate(
      async (base, ids) => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const fresh = new Set(Object.getOwnPropertyNames(frame.contentWindow));
        frame.remove();
        const image = (src: string) =>
          new Promise<boolean>((done) => {
            const each = new Image();
            each.onload = () => done(true);
            each.onerror = () => done(false);
            each.src = src;
          });
        const read = async (path: string) =>
          fetch(base + path).then(
            () => path,
            () => null,
          );
        const scripts = (path: string) =>
          new Promise<boolean>((done) => {
            const script = document.createElement('script');
            script.onload = () => done(true);
            script.onerror = () => done(false);
            script.src = base + path;
            document.head.append(script);
          });
        const answered = async () => {
          const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage?(id: string, message: unknown): Promise<unknown> } } };
          return (await chrome?.runtime?.sendMessage?.(ids, { question: 'badge', ask: null }).catch(() => null)) ?? null;
        };
        const paths = ['manifest.json', 'content.js', 'icons/listed-16.png', 'src/popup/index.html', 'list/head.jws', 'worker.js'];
        return {
          globals: Object.getOwnPropertyNames(window).filter((key) => !fresh.has(key) && !/^(\d+|listmark.*|__name|event|external)$/.test(key)),
          fetched: (await Promise.all(paths.map(read))).filter(Boolean),
          image: await image(`${base}icons/listed-16.png`),
          script: await scripts('content.js'),
          answered: await answered(),
          elements: [...document.documentElement.children].map((each) => each.tagName),
          sheets: document.styleSheets.length,
          adopted: document.adoptedStyleSheets.length,
          resources: performance
            .getEntriesByType('resource')
            .map((each) => each.name)
            .filter((each) => !each.startsWith(base) && !each.startsWith('http')),
        };
      },
      browser.baseUrl,
      browser.extensionId,
    );
    expect(traces).toEqual({
      globals: [],
      fetched: [],
      image: false,
      script: false,
      answered: null,
      elements: ['HEAD', 'BODY'],
      sheets: 1,
      adopted: 0,
      resources: [],
    });
  });
});
