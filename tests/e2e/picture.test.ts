/** The picture in real browsers: labels, keys, what is told of a mark, and its width on paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { until } from '../../tools/drivers/driver.ts';

const HOSTS = ['thepiratebay.org', 'rarbg.to', 'annas-archive.org'];

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, HOSTS);
  });
  afterAll(() => around?.end());

  const pictureOf = async (host: string, width: number) => {
    const view = await around.browser.extensionPage(
      `src/popup/index.html?url=${encodeURIComponent(`http://${host}/`)}`,
    );
    await view.viewport(width, 700);
    await until(
      () => view.text(),
      (text) => text.includes('signature verified'),
      15_000,
    );
    return view;
  };

  it.each(HOSTS.flatMap((host) => [320, 400, 1100].map((width) => [host, width] as const)))(
    'no label of %s meets another at %i pixels, and nothing is wider than the window',
    async (host, width) => {
      const view = await pictureOf(host, width);
      const met = () =>
        view.evaluate(() => {
          const labels = [...document.querySelectorAll('.timeline .lane > span, .timeline text')].filter(
            (each) => each.textContent,
          );
          const boxes = labels.map((each) => ({ words: each.textContent, box: each.getBoundingClientRect() }));
          return boxes.flatMap((a, n) =>
            boxes
              .slice(n + 1)
              .filter(
                (b) =>
                  a.box.left < b.box.right - 0.5 &&
                  b.box.left < a.box.right - 0.5 &&
                  a.box.top < b.box.bottom - 1.5 &&
                  b.box.top < a.box.bottom - 1.5,
              )
              .map((b) => `${a.words} and ${b.words}`),
          );
        });
      // The years are chosen anew once the window has its new size.
      await until(met, (pairs) => pairs.length === 0, 5_000).catch(() => undefined);
      expect(await met()).toEqual([]);
      expect(
        await view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
      await view.close();
    },
  );

  it('is one tab stop, arrow keys go from mark to mark, and the next stop copies the citation', async () => {
    const view = await pictureOf(HOSTS[0]!, 400);
    await view.evaluate(() => document.querySelector<HTMLElement>('.plot')!.focus());
    const told = () => view.evaluate(() => document.querySelector('.chosen')!.textContent);
    const active = () =>
      view.evaluate(() => {
        const id = document.querySelector('.plot')!.getAttribute('aria-activedescendant');
        return (id && document.getElementById(id)?.getAttribute('aria-label')) ?? '';
      });
    const first = await until(active, Boolean);
    await view.press('End');
    const last = await until(active, (label) => label !== first);
    await view.press('ArrowDown');
    const below = await until(active, (label) => label !== last);
    expect(below).toMatch(/(\d{4}): .*(was read)/);
    expect(await told()).toContain(below.split(':')[0]);
    await view.press('Tab');
    await until(() => view.evaluate(() => document.activeElement?.closest('.chosen') !== null));
    await view.close();
  });

  it('fills the width of the paper', async () => {
    const view = await pictureOf(HOSTS[0]!, 400);
    await view.media({ print: true });
    // As on paper, no script measures anything: the width is read in the same turn in which it changes.
    const [track, room] = await view.evaluate(() => {
      document.body.style.width = '900px';
      document.body.style.maxWidth = 'none';
      const widthOf = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      return [widthOf('.plot .track').right, widthOf('.plot').right];
    });
    expect(room).toBeGreaterThan(700);
    expect(room - track).toBeLessThan(12);
    await view.close();
  });
});
