/**
 * The badge in real pages: the user can hide it, the choice is kept, and it appears only on the page that it is about.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, openCard, pressIn, SHOW_MORE } from './badge-reader.ts';
import { BROWSERS, world, type World, slot } from './browsers.ts';
import { outline, pause, until, type Page } from '../../tools/drivers/driver.ts';
import { requestExtension, SILENT, tracesInPage, WATCH } from './hostile/probe.ts';
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
  /** Waits for the toolbar's answer, which comes before any badge, and checks that no badge appears. */
  const absent = async (page: Page, host: string) => {
    await until(
      () => around.browser.toolbar(page),
      (state) => state.title.startsWith(host),
    );
    await pause(700);
    expect(await tree(page)).not.toContain(BADGE);
  };

  it('is hidden by two clicks, the second one for the duration, and stays hidden on that site only', async () => {
    const page = await around.browser.open(`http://${LISTED[0]}/`);
    expect(await shown(page)).toMatch(/Listmark: Named in the \d{4} US piracy and counterfeit list, by name only/);
    await pressIn(page, /^Hide…$/);
    await until(
      () => tree(page),
      (text) => /Undo it in the toolbar button’s popup or in the settings/.test(text),
    );
    await pressIn(page, /^Until the status changes$/);
    await until(async () => !(await tree(page)).includes(BADGE));
    await page.reload();
    await absent(page, LISTED[0]);
    await page.goto(`http://${LISTED[1]}/`);
    await shown(page);
    await page.close();
  });

  it('appears again, with the toolbar’s mark, after every reload', async () => {
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

  it('Escape and the × button do the same in every form, and neither hides it', async () => {
    const page = await around.browser.open(`http://${LISTED[2]}/escape`);
    await shown(page);
    // Without the focus in the badge, Escape is left to the page.
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
    // Repeated keys only switch between the forms.
    for (let n = 0; n < 9; n++) await page.press(n < 5 ? 'Enter' : 'Escape');
    expect(await tree(page)).toContain(BADGE);
    await page.reload();
    await shown(page);
    await page.close();
  });

  it('does not appear on the next page after a redirect by script', async () => {
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

  it('is not hidden by any number of clicks on one place, in a wide or a narrow window', async () => {
    const page = await around.browser.open(`http://${LISTED[1]}/clicks`);
    // In the narrow one it is a dot.
    for (const [width, height, place] of [
      [1000, 700, /^Hide…$/],
      [700, 300, /^Hide…$/],
      [420, 300, SHOW_MORE],
    ] as const) {
      await page.viewport(width, height);
      await page.reload();
      await shown(page);
      const { left, top, right, bottom } = await page.boxOf('button', place);
      await page.hand({ move: [(left + right) / 2, (top + bottom) / 2] });
      for (let n = 0; n < 6; n++) await page.hand({ down: 0 }, { up: 0 });
      expect(await tree(page)).toContain(BADGE);
    }
    await page.reload();
    await shown(page);
    await page.close();
  });

  it('comes from a script of at most 10 kB without custom properties, which a page could register', () => {
    const script = readFileSync(join(slot().builds[name].granted, 'content.js'));
    expect(script.length).toBeLessThanOrEqual(10_000);
    expect(String(script)).not.toMatch(/var\(--|[{;]--/);
  });

  it('appears on a host written with a trailing dot, and hiding it there hides it on the host without the dot too', async () => {
    const page = await around.browser.open(`http://${LISTED[2]}./`);
    await shown(page);
    await pressIn(page, /^Hide…$/);
    await pressIn(page, new RegExp(`^On ${LISTED[2]}$`));
    await until(async () => !(await tree(page)).includes(BADGE));
    await page.goto(`http://${LISTED[2]}/`);
    await absent(page, LISTED[2]);
    await page.close();
  });

  it('leaves no trace on an unlisted page, and requests for its files get the same answers as for a missing extension', async () => {
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
    // The page must not notice the popup or a restart of the worker either.
    const popup = await browser.popup(page);
    await popup.close();
    await browser.killWorker();
    await page.evaluate(() => history.pushState({}, '', '/probe?again'));
    await until(
      () => browser.toolbar('http://unlisted.example/probe?again'),
      (state) => state.title.startsWith('unlisted.example: not named'),
    );
    const done = () => page.evaluate(() => (globalThis as unknown as { done: string[] }).done);
    // Only what the page's own parser added after the observer started.
    expect(await done()).toEqual(['BODY', 'P']);
    expect(await page.evaluate(tracesInPage)).toEqual({
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
    const here = await page.evaluate(requestExtension, browser.baseUrl, browser.extensionId, SILENT[browser.name]);
    const nowhere = await page.evaluate(
      requestExtension,
      browser.baseUrl.replace(/\/\/[^/]+/, `//${strange}`),
      browser.name === 'chromium' ? strange : 'none@none.example',
      SILENT[browser.name],
    );
    expect(here.found).toEqual(nowhere.found);
    expect(here.worker).toMatch(/error/i);
    // Firefox refuses a worker from an unknown address at once, and from an extension's address a moment later. A page
    // could measure that only if it knew the random address of this installation, which no page gets.
    if (browser.name === 'chromium') expect(here.worker).toEqual(nowhere.worker);
    expect(JSON.stringify(here)).not.toMatch(/answered \[object (Response|Module|FontFace)/);
    await page.close();
  });
});
