/**
 * Every face shows the theme that the user chose, whatever the system's theme is; "As the browser" follows the system.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, boxOfBadge } from './badge-reader.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { colourAt, colourOf, lightness } from './colours.ts';
import { until, type Scheme, type View } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';
interface Storage {
  chrome: { storage: { local: { set(what: object): Promise<void> } } };
}

/** The user's choice, the system's theme, and the expected theme. */
const CASES = [
  ['system', 'light', 'light'],
  ['system', 'dark', 'dark'],
  ['light', 'light', 'light'],
  ['light', 'dark', 'light'],
  ['dark', 'light', 'dark'],
  ['dark', 'dark', 'dark'],
] as const satisfies [string, Scheme, Scheme][];

const PAGES: [name: string, path: string, words: RegExp][] = [
  ['popup', `src/popup/index.html?url=${encodeURIComponent(`http://${LISTED}/`)}`, /signature verified/],
  ['options', 'src/options/index.html', /Lists and orders that count/],
  ['welcome', 'src/welcome/index.html', /What it may do/],
];

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, [LISTED]);
  });
  afterAll(() => around?.end());

  const says = (view: View, words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      15_000,
    );
  const choose = (theme: string) =>
    around.browser.inWorker(
      (chosen) => (globalThis as unknown as Storage).chrome.storage.local.set({ settings: { theme: chosen } }),
      theme,
    );
  /**
   * Background and text colour of the page, of a button and, if there is one, of a field; these two use CSS variables.
   */
  const colours = (view: View) =>
    view.evaluate(() =>
      ['body', '.btn', 'input:not([type=checkbox], [type=radio], [type=file])'].flatMap((selector) => {
        const element = document.querySelector(selector);
        const style = element && getComputedStyle(element);
        return style ? [{ selector, paper: style.backgroundColor, ink: style.color }] : [];
      }),
    );
  const expectPage = async (view: View, seen: Scheme) => {
    const found = await until(
      () => colours(view),
      ([body]) => lightness(colourOf(body!.paper)) > 0.5 === (seen === 'light'),
      2000,
    ).catch(() => colours(view));
    for (const { selector, paper, ink } of found) {
      const [of, on] = [lightness(colourOf(paper)), lightness(colourOf(ink))];
      if (seen === 'light') expect([of > 0.9, on < 0.4], `${selector}: ${ink} on ${paper}`).toEqual([true, true]);
      else expect([of < 0.2, on > 0.6], `${selector}: ${ink} on ${paper}`).toEqual([true, true]);
    }
  };

  describe.each(CASES)('theme %s on a system that is %s', (theme, system, seen) => {
    beforeAll(() => choose(theme));

    it.each(PAGES)(`the %s is ${seen}`, async (_, path, words) => {
      const view = await around.browser.extensionPage(path);
      await view.scheme(system);
      await says(view, words);
      await expectPage(view, seen);
      await view.close();
    });

    it(`the toolbar’s popup is ${seen}`, async () => {
      const page = await around.browser.open(`http://${LISTED}/`);
      const popup = await around.browser.popup(page);
      await popup.scheme(system);
      await says(popup, /signature verified/);
      await expectPage(popup, seen);
      await popup.close();
      await page.close();
    });

    it(`the badge is ${seen}`, async () => {
      const page = await around.browser.open('about:blank');
      await page.scheme(system);
      await page.goto(`http://${LISTED}/`);
      await until(() => badgeOf(page));
      const { left, top, right, bottom } = await boxOfBadge(page);
      const pill = { left: left + 4, middle: (top + bottom) / 2, right };
      const paper = await until(
        () => colourAt(page, pill.left, pill.middle),
        (colour) => lightness(colour) > 0.9 === (seen === 'light'),
        3000,
      ).catch(() => colourAt(page, pill.left, pill.middle));
      // The page behind the badge follows the system, which shows that the colour above is that of the pill.
      if (seen === 'light') expect(lightness(paper), String(paper)).toBeGreaterThan(0.9);
      else expect(lightness(paper), String(paper)).toBeLessThan(0.2);
      if (theme !== 'system' && theme !== system) {
        const behind = lightness(await colourAt(page, 4, 4));
        expect(behind > 0.5).toBe(system === 'light');
      }
      await page.close();
    });
  });
});
