/** The in-page badge in real pages: closed by its button or by Esc, remembered, and drawn nowhere but on the page it is about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { outline, pause, until, type Page } from './driver.ts';

const LISTED = ['thepiratebay.org', 'rutracker.org', 'vk.com'] as const;
const BADGE = 'region "Listmark"';

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, [...LISTED, 'unlisted.example']);
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
        (state) => state.badgeText !== '' && state.title.startsWith(LISTED[2]),
      );
    }
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
});
