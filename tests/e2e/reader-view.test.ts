/** In the browser's reader view, and in the view of a page's source, toolbar and popup answer for the page itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { until } from '../../tools/drivers/driver.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
const ARTICLE = `http://${LISTED}/article`;
const OTHER = 'http://unlisted.example/article';
const text = `<!doctype html><title>An article</title><article><h1>An article</h1>${'<p>A sentence that is long enough to be read, and a little longer.</p>'.repeat(40)}</article>`;
const readerOf = (url: string) => `about:reader?url=${encodeURIComponent(url)}`;

/** Prefixes that each browser puts before the address of the page. */
const VIEWS = { chromium: [['view-source:']], firefox: [['about:reader?url='], ['view-source:']] } as const;

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, [LISTED, 'unlisted.example']);
    around.sites.set('/article', text);
  });
  afterAll(() => around?.end());

  it.each(VIEWS[name])('%s of a listed page has the same mark and popup as the page', async (prefix) => {
    const view = (url: string) => (prefix === 'view-source:' ? prefix + url : readerOf(url));
    const page = await around.browser.open(view(ARTICLE));
    const { title } = await until(() => around.browser.toolbar(view(ARTICLE)), saysNamed);
    expect(title).toMatch(new RegExp(`^${LISTED}: `));
    const popup = await around.browser.popup(page);
    const words = await until(
      () => popup.text(),
      (text) => text.includes('signature verified'),
    );
    expect(words).toMatch(new RegExp(`^${LISTED}\\b`));
    expect(words).toMatch(/Named in USTR/);
    await popup.close();
    await page.goto(view(OTHER));
    await until(
      () => around.browser.toolbar(view(OTHER)),
      (state) => state.title.startsWith('unlisted.example: not named'),
    );
    await page.close();
  });
});
