/** The explorer answers everyday questions on the real record, offline; the number of clicks stands beside each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, type Page } from '../../tools/drivers/driver.ts';
import { accessibilityProblems } from './accessibility.ts';
import { BROWSERS, world, type World } from './browsers.ts';

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let view: Page;
  beforeAll(async () => {
    around = await world(name, []);
    view = await around.browser.extensionPage('src/explorer/index.html');
    await shows(/ of [\d,]+ entries/);
  });
  afterAll(() => around?.end());

  const shows = (words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      20_000,
    );
  /** Types the words into the search, as a reader does: one click into the field. */
  const search = async (words: string) => {
    await view.evaluate(() => void (location.hash = '#search'));
    await shows(/Search the list/);
    await view.click('#query');
    for (const key of words) await view.press(key === ' ' ? 'Space' : key);
    await until(
      () => view.evaluate(() => document.querySelector<HTMLInputElement>('#query')!.value),
      (value) => value === words,
    );
  };
  const follow = (words: string) =>
    view.evaluate((text) => {
      const link = [...document.querySelectorAll<HTMLElement>('main a')].find((each) => each.innerText === text);
      if (!link) throw new Error(`no link "${text}"`);
      link.click();
    }, words);
  const rows = () => view.evaluate(() => document.querySelectorAll('main tbody tr').length);

  it('what does the whole USTR 2022 list contain? Two clicks: the field, the document', async () => {
    await search('notorious 2022');
    await follow('2022 Review of Notorious Markets for Counterfeiting and Piracy');
    const text = await shows(/39 markets named/);
    expect(text).toContain('Our record holds all 39 markets that this edition counts.');
    expect(text).toContain('8 markets reported removed');
    expect(await rows()).toBe(47);
  });

  it('since when is it on USTR’s list, and which document says so, on which page? Two clicks', async () => {
    await search('pirate bay');
    await follow('The Pirate Bay');
    const text = await shows(/Named in USTR’s 2025 list/);
    expect(text).toMatch(/Named in USTR’s 2011 list/);
    const place = await view.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('tbody tr')].find((row) =>
          row.innerText.includes('Named in USTR’s 2011 list'),
        )!.innerText,
    );
    expect(place).toMatch(/read/);
    // Listed hosts are text.
    const linked = await view.evaluate(() =>
      [...document.querySelectorAll('a')]
        .map((a) => a.href)
        .filter((href) => /\/\/([^/]*\.)?thepiratebay\./.test(href)),
    );
    expect(linked).toEqual([]);
  });

  it('how did Spain’s Special 301 tier change? Two clicks; what was asked stands beside it', async () => {
    await search('spain');
    await follow('Spain');
    const text = await shows(/Tiers by year/);
    expect(text).toMatch(/decided by USTR[^]*removed from the lists/);
    expect(text).toContain('asked by IIPA');
    expect(text).toMatch(/of these editions our record holds no tier of this country/);
  });

  it('what did Peru order, and what did it agree with IFPI? Two clicks', async () => {
    await search('peru');
    await follow('Peru');
    const text = await shows(/documents of authorities of Peru/);
    expect(text).toContain('memorandum of understanding with the recording industry federation IFPI');
    expect(text).toContain('Peru, INDECOPI');
  });

  it('is the Italian order in force? Two clicks; what is not known is said', async () => {
    await search('1337x.org');
    await follow('1337x (1337x.org)');
    await shows(/Each with its own status on the day/);
    const order = await view.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('tbody tr')].find(
          (row) => /\b1337x\.org\b/.test(row.innerText) && /Ordered blocked by .*Bergamo/.test(row.innerText),
        )?.innerText,
    );
    expect(order).toContain('whether it still stands is not in our record');
  });

  it('as of a past day, in the address, each view says so and shows nothing later', async () => {
    await view.evaluate(() => void (location.hash = '#series/ustr-nml?asOf=2015-01-01'));
    const text = await shows(/As of 1 January 2015: what was published later is not shown/);
    expect(text).not.toContain('2022 Review of Notorious Markets');
    await view.evaluate(() => void (location.hash = '#source/ustr-nml-2022?asOf=2015-01-01'));
    await shows(/The list has no such record: ustr-nml-2022/);
  });

  // Chromium alone: on long tables axe takes minutes in Firefox, and reads the same document.
  if (name === 'chromium')
    it.each(['#search?q=pirate', '#source/ustr-nml-2022', '#country/pe', '#series/eu-cpwl'])(
      '%s is accessible, and no wider than a window of 320 pixels',
      async (hash) => {
        await view.viewport(320, 700);
        await view.evaluate((to) => void (location.hash = to), hash);
        await until(
          () => view.evaluate(() => location.hash),
          (at) => at === hash,
        );
        await shows(/Release \d+/);
        expect(
          await view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBeLessThanOrEqual(0);
        expect(await accessibilityProblems(view)).toEqual([]);
      },
      180_000,
    );
});
