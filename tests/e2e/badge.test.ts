/** The in-page badge in real pages: closed by its button or by Esc, remembered, and drawn nowhere but on the page it is about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { outline, pause, until, type Page } from './driver.ts';
import { asks, looks, WATCH } from './hostile/probe.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = ['thepiratebay.org', 'rutracker.org', 'vk.com'] as const;
const BADGE = 'region "Listmark"';

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, [...LISTED, `${LISTED[2]}.`, 'unlisted.example']);
  });
  afterAll(() => around?.end());

  const tree = async (page: Page) => outline(await page.accessibilityTree());
  const shown = (page: Page) =>
    until(
      () => tree(page),
      (text) => text.includes(BADGE),
    );
  /** Nothing appears: looked at after the toolbar has its answer, which comes before any badge. */
  const absent = async (page: Page, host: string) => {
    await until(
      () => around.browser.toolbar(page),
      (state) => state.title.startsWith(host),
    );
    await pause(700);
    expect(await tree(page)).not.toContain(BADGE);
  };

  it('is closed by its button and stays closed on that site, not on others', async () => {
    const page = await around.browser.open(`http://${LISTED[0]}/`);
    expect(await shown(page)).toMatch(/Named in .* list/);
    await page.clickNamed('button', 'Hide until the status changes');
    await until(async () => !(await tree(page)).includes(BADGE));
    await page.reload();
    await absent(page, LISTED[0]);
    await page.goto(`http://${LISTED[1]}/`);
    await shown(page);
    await page.close();
  });

  it('is there again, with the toolbar’s mark, each time the page is loaded anew', async () => {
    const page = await around.browser.open(`http://${LISTED[2]}/again`);
    await shown(page);
    for (let times = 0; times < 4; times++) {
      await page.reload();
      await shown(page);
      await until(
        () => around.browser.toolbar(page),
        (state) => saysNamed(state) && state.title.startsWith(LISTED[2]),
      );
    }
    await page.close();
  });

  it('is there where the host is written with the dot that ends it', async () => {
    const page = await around.browser.open(`http://${LISTED[2]}./`);
    await shown(page);
    await page.close();
  });

  it('is closed by Esc when the focus is inside', async () => {
    const page = await around.browser.open(`http://${LISTED[2]}/`);
    await shown(page);
    await page.press('Escape');
    expect(await tree(page)).toContain(BADGE);
    for (let n = 0; n < 6 && !/"Hide until the status changes" \(.*focused/.test(await tree(page)); n++) await page.press('Tab');
    await page.press('Escape');
    await until(async () => !(await tree(page)).includes(BADGE));
    await page.close();
  });

  it('is not drawn on the page that the user has moved on to', async () => {
    around.sites.set('/leaves', '<!doctype html><title>Leaves</title><script>location.replace("http://unlisted.example/")</script>', LISTED[1]);
    const page = await around.browser.open(`http://${LISTED[1]}/leaves`);
    await until(
      () => page.evaluate(() => location.hostname),
      (host) => host === 'unlisted.example',
    );
    await until(
      () => around.browser.toolbar('http://unlisted.example/'),
      (state) => state.title.startsWith('unlisted.example'),
    );
    await pause(700);
    expect(await tree(page)).not.toContain(BADGE);
    await page.close();
  });

  it('leaves no trace on an unlisted page in any way tried, and asking for it is like asking for an extension that is not there', async () => {
    const { browser, sites } = around;
    sites.set(
      '/probe',
      `<!doctype html><html lang="en"><head><title>p</title><link rel="icon" href="data:,">${WATCH}</head><body><p>An unlisted page</p></body></html>`,
    );
    const page = await browser.open('http://unlisted.example/probe');
    await until(
      () => browser.toolbar(page),
      (state) => state.title.startsWith('unlisted.example: not named'),
    );
    // The popup over it, the worker ended and woken: the page is to notice none of it.
    const popup = await browser.popup(page);
    await popup.close();
    await browser.killWorker();
    await page.evaluate(() => history.pushState({}, '', '/probe?again'));
    await until(
      () => browser.toolbar('http://unlisted.example/probe?again'),
      (state) => state.title.startsWith('unlisted.example: not named'),
    );
    const done = () => page.evaluate(() => (globalThis as unknown as { done: string[] }).done);
    // The page's own: what its parser added after the watch began.
    expect(await done()).toEqual(['BODY', 'P']);
    expect(await page.evaluate(looks)).toEqual({
      globals: [],
      elements: ['HEAD', 'BODY'],
      attributes: ['lang'],
      sheets: 0,
      fonts: [],
      storage: [],
      resources: [],
    });
    const strange = browser.name === 'chromium' ? 'abcdefghijklmnopabcdefghijklmnop' : '01234567-89ab-4cde-8f01-23456789abcd';
    const here = await page.evaluate(asks, browser.baseUrl, browser.extensionId);
    const nowhere = await page.evaluate(
      asks,
      browser.baseUrl.replace(/\/\/[^/]+/, `//${strange}`),
      browser.name === 'chromium' ? strange : 'none@none.example',
    );
    expect(here.found).toEqual(nowhere.found);
    expect(here.worker).toMatch(/error/i);
    // Firefox refuses a worker from an address that is nobody's at once, from an extension's a moment later: whoever knew the random
    // address of this installation could tell. No page meets it.
    if (browser.name === 'chromium') expect(here.worker).toEqual(nowhere.worker);
    expect(JSON.stringify(here)).not.toMatch(/answered \[object (Response|Module|FontFace)/);
    await page.close();
  });
});
