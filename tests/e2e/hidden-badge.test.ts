/** A badge that the user hid: the popup shows that and can undo it; open pages follow without a reload. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, buttonsOf, openCard, pressIn } from './badge-reader.ts';
import { listen } from './announced.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { until, type Page, type View } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let page: Page;
  beforeAll(async () => {
    around = await world(name, [LISTED]);
    page = await around.browser.open(`http://${LISTED}/`);
  });
  afterAll(() => around?.end());

  const says = (view: View, words: string) =>
    until(
      () => view.text(),
      (text) => text.includes(words),
      15_000,
    );
  const isThere = (expected: boolean) =>
    until(async () => ((await badgeOf(page)) !== undefined) === expected, Boolean, 15_000);

  it.each([
    ['Until the status changes', `You hid the badge on ${LISTED} until its status changes.`],
    [`On ${LISTED}`, `You hid the badge on ${LISTED}.`],
    ['On all sites of The Pirate Bay', 'You hid the badge on all sites of The Pirate Bay.'],
  ])(
    'after "%s" the popup shows it, and "Show again" brings the badge back in the open page',
    async (choice, words) => {
      await page.activate();
      await isThere(true);
      await openCard(page);
      await pressIn(page, /^Hide…$/);
      await until(
        () => buttonsOf(page),
        (names) => names.includes(choice),
      );
      await pressIn(page, new RegExp(`^${choice}$`));
      await isThere(false);
      const popup = await around.browser.popup(page);
      await says(popup, words);
      const announced = await listen(popup);
      await popup.clickNamed('button', 'Show again');
      await until(announced, (heard) => heard.includes('The badge is shown again on this site.'));
      expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await popup.text()).not.toContain(words);
      await popup.close();
      await isThere(true);
      expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(1);
    },
  );

  it('the popup has no such sentence if the badge is not hidden', async () => {
    const popup = await around.browser.popup(page);
    await says(popup, 'signature verified');
    expect(await popup.text()).not.toMatch(/You hid|Show again/);
    await popup.close();
  });

  it.each([
    ['the badge', 'Show the badge'],
    ['its status', 'Named on a government list'],
  ])(
    'when %s is switched off in the options, an open badge goes at once, and comes back with the switch',
    async (_, box) => {
      await page.activate();
      await isThere(true);
      await openCard(page);
      const options = await around.browser.extensionPage('src/options/index.html');
      await says(options, 'Settings');
      for (const there of [false, true]) {
        await options.activate();
        await options.clickNamed('checkbox', box);
        await isThere(there);
      }
      await options.close();
    },
  );

  it('a site added in the options loses its badge at once, and gets it back after "Show again" there', async () => {
    const options = await around.browser.extensionPage('src/options/index.html');
    await says(options, 'Sites without the badge');
    await options.evaluate((host) => {
      const field = document.querySelector<HTMLInputElement>('input[aria-describedby=silenced-said]')!;
      field.value = host;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, LISTED);
    await options.clickNamed('button', 'Add site');
    await says(options, `Added: ${LISTED}.`);
    await isThere(false);
    await options.activate();
    await options.click('li .btn');
    await says(options, 'None. A badge that you hide');
    await isThere(true);
    await options.close();
  });

  it('an open card stays open when other settings change', async () => {
    await page.activate();
    await openCard(page);
    const options = await around.browser.extensionPage('src/options/index.html');
    await says(options, 'Settings');
    await options.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    await options.evaluate(() =>
      [...document.querySelectorAll('label')].find((each) => each.innerText.trim() === 'Austria')!.click(),
    );
    await says(options, 'Saved');
    await around.browser.toolbar(page);
    // The page is behind the options, so its accessibility tree may be late. Waiting is safe: a closed card would not
    // open by itself.
    await until(
      () => buttonsOf(page),
      (buttons) => buttons.includes('History and sources'),
    );
    await options.close();
  });
});
