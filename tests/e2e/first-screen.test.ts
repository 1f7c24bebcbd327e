/** The first screen of the toolbar's own popup on the real records: what fits, what the tiles count, and the way on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { focused } from './keyboard.ts';
import { until, type View } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';
/** The most that both browsers give a popup, in pixels. */
const HEIGHT = 600;
const HOSTS = [LISTED, 'annas-archive.org', 'animeflv.net', 'megaupload.com', 'unlisted.example'];

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, HOSTS);
  });
  afterAll(() => around?.end());

  const says = (view: View, words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      15_000,
    );
  /** @param act gets the popup over a page of the host */
  const over = async (host: string, act: (view: View) => Promise<void>) => {
    const page = await around.browser.open(`http://${host}/`);
    const view = await around.browser.popup(page);
    await says(view, /signature verified/);
    await act(view);
    await view.close();
    await page.close();
  };

  it('holds the answer, the tiles and the picture with its years above the bar, and cuts nothing', () =>
    over(LISTED, async (view) => {
      const place = () =>
        view.evaluate(() => {
          const box = (selector: string) => {
            const { top, bottom } = document.querySelector(selector)!.getBoundingClientRect();
            return { top: top + scrollY, bottom: bottom + scrollY };
          };
          const years = [...document.querySelectorAll('figure.timeline text')]
            .filter((text) => /^\d{4}$/.test(text.textContent))
            .map((text) => text.getBoundingClientRect().bottom + scrollY);
          return {
            header: box('header'),
            rows: Math.max(
              ...[...document.querySelectorAll('.timeline .lane')].map(
                (row) => row.getBoundingClientRect().bottom + scrollY,
              ),
            ),
            years: Math.max(...years),
            key: (document.querySelector('.key')?.getBoundingClientRect().bottom ?? 0) + scrollY,
            bar: box('.bar').bottom - box('.bar').top,
            overflow: [...document.querySelectorAll<HTMLElement>('header *, .bar *, .timeline .lane > span')]
              .filter((each) => each.offsetParent && each.clientWidth && each.scrollWidth > each.clientWidth + 1)
              .map((each) => each.innerText),
            window: [innerWidth, innerHeight],
          };
        });
      const measured = await until(place, ({ years, key }) => years > 0 && key > 0);
      const room = HEIGHT - measured.bar;
      expect(measured.header.bottom, JSON.stringify(measured)).toBeLessThan(room);
      expect(measured.rows, JSON.stringify(measured)).toBeLessThanOrEqual(room);
      expect(measured.years).toBeLessThanOrEqual(room);
      expect(measured.key, JSON.stringify(measured)).toBeLessThanOrEqual(room);
      expect(measured.overflow).toEqual([]);
      expect(measured.window[1]).toBeLessThanOrEqual(HEIGHT);
    }));

  it('keeps its bar in sight, and Cite is a few stops away', () =>
    over(LISTED, async (view) => {
      await view.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      expect(
        await view.evaluate(() => Math.round(document.querySelector('.bar')!.getBoundingClientRect().bottom)),
      ).toBe(await view.evaluate(() => innerHeight));
      await view.evaluate(() => scrollTo(0, 0));
      await view.accessibilityTree();
      const stops: string[] = [];
      while (stops.length < 10 && !/ Cite$/.test(stops.at(-1) ?? '')) {
        await view.press('Tab');
        stops.push(
          await until(
            () => focused(view),
            (stop) => stop !== '' && stop !== stops.at(-1),
            3_000,
          ).catch(() => ''),
        );
      }
      expect(stops.at(-1), stops.join('\n')).toMatch(/ Cite$/);
    }));

  it.each(HOSTS.slice(0, 4))('counts in its tiles what each of them then shows (%s)', (host) =>
    over(host, async (view) => {
      const tiles = await view.evaluate(() =>
        [...document.querySelectorAll<HTMLButtonElement>('.tile')].map((tile) => ({
          count: Number(tile.querySelector('b')!.innerText),
          isOff: tile.disabled,
        })),
      );
      expect(tiles).toHaveLength(4);
      const rows = () => view.evaluate(() => document.querySelectorAll('#events tbody tr').length);
      const all = await rows();
      expect(tiles.reduce((sum, { count }) => sum + count, 0)).toBe(all);
      const press = (at: number) =>
        view.evaluate((n) => document.querySelectorAll<HTMLElement>('.tile')[n]!.click(), at);
      for (const [at, { count, isOff }] of tiles.entries()) {
        expect(isOff).toBe(count === 0);
        if (isOff) continue;
        await press(at);
        await until(rows, (number) => number === count);
        expect(await view.evaluate(() => document.querySelectorAll('.timeline .lane').length)).toBeGreaterThan(0);
        await press(at);
        await until(rows, (number) => number === all);
      }
    }),
  );

  it('has no tiles where the record holds nothing, and still looks up', () =>
    over('unlisted.example', async (view) => {
      expect(await view.evaluate(() => document.querySelectorAll('.tile, .timeline').length)).toBe(0);
      expect(
        await view.evaluate(() => [...document.querySelectorAll('.bar .btn')].map((each) => each.textContent)),
      ).toEqual(['Export', 'Look up', 'Full page']);
    }));

  it('opens as a full page: the same site in a tab, with every row of the picture', async () => {
    const page = await around.browser.open(`http://${LISTED}/some/page?session=1`);
    const view = await around.browser.popup(page);
    await says(view, /signature verified/);
    const few = await view.evaluate(() => document.querySelectorAll('.timeline .lane').length);
    await view.clickNamed('button', 'Full page');
    const tab = await around.browser.opened('src/popup/index.html?url=');
    await says(tab, /signature verified/);
    expect(await tab.evaluate(() => document.querySelector('h1')!.textContent)).toBe(LISTED);
    expect(await tab.evaluate(() => location.search)).not.toContain('session');
    expect(await tab.evaluate(() => document.querySelectorAll('.timeline .lane').length)).toBeGreaterThan(few);
    await tab.close();
    await page.close();
  });

  it('keeps the bar of the full page in one row, as what scrolls under it counts on that', async () => {
    const tab = await around.browser.extensionPage(`src/popup/index.html?url=http://${LISTED}/`);
    await says(tab, /signature verified/);
    for (const width of [320, 400]) {
      await tab.viewport(width, 600);
      const middles = await tab.evaluate(() =>
        [...document.querySelectorAll('.acts > .btn')].map((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return (top + bottom) / 2;
        }),
      );
      expect(middles).toHaveLength(5);
      expect(Math.max(...middles) - Math.min(...middles), `at ${width} pixels`).toBeLessThan(4);
    }
    await tab.close();
  });
});
