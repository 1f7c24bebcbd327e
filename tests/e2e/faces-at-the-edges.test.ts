/** Our pages in print, with a large font, with the longest names and with forced colours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { contrastIn } from './colours.ts';
import { allNodes, until, type Page } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';
const LONGEST = [...'abcd'].map((letter) => letter.repeat(letter === 'd' ? 53 : 63)).join('.') + '.example';

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    // Minimum font size of 24 pixels, Firefox only: Chromium does not apply this setting to extension pages.
    around = await world(name, [LISTED], { prefs: { 'font.minimum-size.x-western': 24 } });
  });
  afterAll(() => around?.end());

  const details = async (host = LISTED) => {
    const view = await around.browser.extensionPage(
      `src/popup/index.html?url=${encodeURIComponent(`http://${host}/`)}`,
    );
    await until(
      () => view.text(),
      (text) => text.includes('signature verified'),
      15_000,
    );
    return view;
  };
  const openAll = (view: Page) =>
    view.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  const excess = (view: Page) =>
    view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  /** Elements whose content overflows them sideways, except those that are meant to scroll. */
  const overflowing = (view: Page) =>
    view.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('header *, nav *, main *, footer *')]
        .filter((each) => each.offsetParent && each.clientWidth && each.scrollWidth > each.clientWidth + 1)
        .filter((each) => !each.closest('.unseen, pre, textarea, select, input'))
        .map((each) => `${each.tagName}.${each.className} ${each.innerText.slice(0, 40)}`),
    );

  it.each([320, 400])('nothing is wider than a window of %i pixels', async (width) => {
    const view = await details();
    await view.viewport(width, 700);
    await openAll(view);
    await view.click('.more');
    expect(await excess(view)).toBeLessThanOrEqual(0);
    expect(await overflowing(view)).toEqual([]);
    await view.close();
  });

  it.each([320, 400])('the longest possible host fits into a window of %i pixels', async (width) => {
    expect(LONGEST).toHaveLength(253);
    const view = await details(LONGEST);
    await view.viewport(width, 700);
    expect(await view.evaluate(() => document.querySelector('h1')!.textContent)).toBe(LONGEST);
    expect(await excess(view)).toBeLessThanOrEqual(0);
    expect(await overflowing(view)).toEqual([]);
    await view.close();
  });

  it('with forced colours the text of every tile is readable, pressed or not', async () => {
    const view = await details();
    await view.click('.tile');
    await view.media({ forcedColors: true });
    expect(await view.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const chips = allNodes(await view.accessibilityTree()).filter(
      (node) => node.role === 'button' && /^(Lists|Orders|Requested by industry) \d/.test(node.name),
    );
    expect(chips.map((chip) => chip.states.includes('pressed'))).toEqual([true, false, false]);
    await view.evaluate(() =>
      document.querySelector('.tiles')!.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    for (const chip of chips)
      expect(await contrastIn(view, inner(await view.boxOf('button', chip.name))), chip.name).toBeGreaterThan(4.5);
    await view.media({});
    await view.close();
  });

  /** The box without its border. */
  const inner = ({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }) => ({
    left: left + 8,
    top: top + 4,
    right: right - 8,
    bottom: bottom - 4,
  });

  it('prints every event and every source, with all details open and without buttons', async () => {
    const view = await details();
    const shown = await view.evaluate(() => ({
      links: document.querySelectorAll('#events a').length,
      events: document.querySelectorAll('#events tbody tr').length,
      sources: document.querySelectorAll('.sources li').length,
      open: document.querySelectorAll('details[open]').length,
    }));
    expect(shown.events).toBeGreaterThan(20);
    // What is filtered on screen is whole on paper.
    await view.click('.tile');
    await until(
      () => view.evaluate(() => document.querySelectorAll('#events tbody tr').length),
      (rows) => rows < shown.events,
    );
    const pdf = Buffer.from(await view.print()).toString('latin1');
    // Only Chromium writes links uncompressed into the PDF.
    if (name === 'chromium') expect(pdf.split('/URI (').length - 1).toBeGreaterThanOrEqual(shown.links + shown.sources);
    expect(await view.evaluate(() => document.querySelectorAll('details[open]').length)).toBe(shown.open);

    await view.media({ print: true });
    await view.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const paper = await view.evaluate(() => {
      const isSeen = (each: Element) => each.checkVisibility();
      const seen = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen).length;
      return {
        events: seen('#events tbody tr'),
        sources: seen('.sources li'),
        folded: document.querySelectorAll('details:not([open])').length,
        pressed: [...document.querySelectorAll('button, input, select, textarea')].filter(isSeen).length,
        background: getComputedStyle(document.body).backgroundColor,
        caption: document.querySelector('caption')!.getBoundingClientRect().height,
      };
    });
    expect(paper).toMatchObject({
      events: shown.events,
      sources: shown.sources,
      folded: 0,
      pressed: 0,
      background: 'rgb(255, 255, 255)',
    });
    expect(paper.caption).toBeGreaterThan(8);
    await view.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await view.evaluate(() => document.querySelectorAll('details[open]').length)).toBe(shown.open);
    await view.media({});
    await view.close();
  });
});
