/**
 * The in-page badge in real pages: closed by its button or by Esc, remembered, and drawn nowhere but on the page it is
 * about.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, openCard, pressIn, SHOW_MORE } from './badge-reader.ts';
import { BROWSERS, world, type World, slot } from './browsers.ts';
import { outline, pause, until, type Page } from '../../tools/drivers/driver.ts';
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

  it('is hidden by two clicks, of which the second says for how long, and stays hidden on that site, not on others', async () => {
    const page = await around.browser.open(`http://${LISTED[0]}/`);
    expect(await shown(page)).toMatch(/Named in .* list/);
    await pressIn(page, /^Hide…$/);
    await until(
      () => tree(page),
      (text) => /Undo it in the toolbar button’s popup or in the options/.test(text),
    );
    await pressIn(page, /^Until the status changes$/);
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

  it('Escape and its cross mean the same in every form, and neither ever hides it', async () => {
    const page = await around.browser.open(`http://${LISTED[2]}/escape`);
    await shown(page);
    // With the focus elsewhere the key is the page's.
    await page.press('Escape');
    const forms = {
      pill: await buttonsOf(page),
      choices: ['Only make it small', 'Until the status changes', `On ${LISTED[2]}`, 'On all sites of VK', 'Close'],
    };
    expect(forms.pill).toEqual([expect.stringMatching(SHOW_MORE), 'Hide…']);
    const is = (names: string[]) =>
      until(
        () => buttonsOf(page),
        (found) => found.join() === names.join(),
      );
    const cross = async () => pressIn(page, (await buttonsOf(page)).includes('Close') ? /^Close$/ : /^Hide…$/);
    for (const back of [() => page.press('Escape'), cross]) {
      // From the card to the pill, from the pill to the choices, and back.
      await openCard(page);
      await back();
      await is(forms.pill);
      await back();
      await is(forms.choices);
      await back();
      await is(forms.pill);
    }
    // A key that is held down, or pressed again and again, runs in circles at most.
    for (let n = 0; n < 9; n++) await page.press(n < 5 ? 'Enter' : 'Escape');
    expect(await tree(page)).toContain(BADGE);
    await page.reload();
    await shown(page);
    await page.close();
  });

  it('is not drawn on the page that the user has moved on to', async () => {
    around.sites.set(
      '/leaves',
      '<!doctype html><title>Leaves</title><script>location.replace("http://unlisted.example/")</script>',
      LISTED[1],
    );
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

  it('is not hidden by clicks on one place, however many, in a wide window and in a narrow one', async () => {
    const page = await around.browser.open(`http://${LISTED[1]}/clicks`);
    for (const [width, height] of [
      [1000, 700],
      [420, 300],
    ] as const) {
      await page.viewport(width, height);
      await page.reload();
      await shown(page);
      const { left, top, right, bottom } = await page.boxOf('button', 'Hide…');
      await page.hand({ move: [(left + right) / 2, (top + bottom) / 2] });
      for (let n = 0; n < 6; n++) await page.hand({ down: 0 }, { up: 0 });
      expect(await tree(page)).toContain(BADGE);
    }
    await page.reload();
    await shown(page);
    await page.close();
  });

  it('is drawn by a script of at most 10 kB, with no property of ours that a page could register and so take', () => {
    const script = readFileSync(join(slot().builds[name].granted, 'content.js'));
    expect(script.length).toBeLessThanOrEqual(10_000);
    expect(String(script)).not.toMatch(/var\(--|[{;]--/);
  });

  it('is there on a host that is written with the dot of the root at its end, and is hidden there as without it', async () => {
    const page = await around.browser.open(`http://${LISTED[2]}./`);
    await shown(page);
    await pressIn(page, /^Hide…$/);
    await pressIn(page, new RegExp(`^On ${LISTED[2]}$`));
    await until(async () => !(await tree(page)).includes(BADGE));
    await page.goto(`http://${LISTED[2]}/`);
    await absent(page, LISTED[2]);
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
    const strange =
      browser.name === 'chromium' ? 'abcdefghijklmnopabcdefghijklmnop' : '01234567-89ab-4cde-8f01-23456789abcd';
    const here = await page.evaluate(asks, browser.baseUrl, browser.extensionId);
    const nowhere = await page.evaluate(
      asks,
      browser.baseUrl.replace(/\/\/[^/]+/, `//${strange}`),
      browser.name === 'chromium' ? strange : 'none@none.example',
    );
    expect(here.found).toEqual(nowhere.found);
    expect(here.worker).toMatch(/error/i);
    // Firefox refuses a worker from an address that is nobody's at once, from an extension's a moment later: whoever
    // knew the random address of this installation could tell. No page meets it.
    if (browser.name === 'chromium') expect(here.worker).toEqual(nowhere.worker);
    expect(JSON.stringify(here)).not.toMatch(/answered \[object (Response|Module|FontFace)/);
    await page.close();
  });
});
