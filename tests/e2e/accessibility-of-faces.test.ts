/**
 * Accessibility: axe checks WCAG 2.2 AA on every page and state, light and dark; keyboard use; and the accessibility
 * tree of the real badge.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, assertAxeFinds } from './accessibility.ts';
import { badgeOf, buttonsOf, openCard } from './badge-reader.ts';
import { BROWSERS, world, type World, slot } from './browsers.ts';
import { allNodes, outline, until, type Driver, type Page, type View } from '../../tools/drivers/driver.ts';
import { focused, walk } from './keyboard.ts';
import { ListClient } from './list-client.ts';
import { deleteDatabase } from './store-spoilers.ts';

const LISTED = 'thepiratebay.org';
const popup = (url: string) => `src/popup/index.html?url=${encodeURIComponent(url)}`;
const STATES: [string, string, RegExp][] = [
  ['the popup of a listed site', popup(`http://${LISTED}/`), /signature verified/],
  ['the popup of a seized site', popup('http://megaupload.com/'), /signature verified/],
  ['the popup of an unlisted site', popup('http://unlisted.example/'), /Not listed is not clearance/],
  ['the popup of a page that is not checked', popup('about:config'), /not checked/],
  ['the settings', 'src/options/index.html', /Lists and orders that count/],
  ['the welcome page', 'src/welcome/index.html', /What it may do/],
];

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let browser: Driver;

  beforeAll(async () => {
    around = await world(name, [LISTED, 'unlisted.example']);
    ({ browser } = around);
  });
  afterAll(() => around?.end());
  const says = (view: View, words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      15_000,
    );
  const extensionPage = async (path: string, words: RegExp) => {
    const view = await browser.extensionPage(path);
    await says(view, words);
    // Keys go to the window in front, and a tab that the driver has just opened may not be in front yet.
    await view.activate();
    await until(() => view.evaluate(() => document.hasFocus()));
    // Firefox starts its accessibility engine at the first query, and reports no focus before that.
    await view.accessibilityTree();
    return view;
  };

  /** Runs axe on the page as loaded and with all details open, then checks that it fits into a narrow window. */
  const passesAxe = async (view: Page) => {
    expect(await accessibilityProblems(view)).toEqual([]);
    await view.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    expect(await accessibilityProblems(view)).toEqual([]);
    await view.viewport(320, 640);
    // The timeline is drawn again after the window has its new size.
    await until(
      () => view.evaluate(() => document.documentElement.scrollWidth),
      (width) => width <= 320,
      5_000,
    );
    await view.close();
  };

  it.each(STATES)('axe finds no problem on %s, with details closed and open', async (_, path, words) => {
    await passesAxe(await extensionPage(path, words));
  });

  it.each(['Cite', 'Export', 'Look up'])('axe finds no problem with the panel "%s" open', async (panel) => {
    const view = await extensionPage(popup('http://megaupload.com/'), /signature verified/);
    await view.clickNamed('button', panel);
    await until(() => view.evaluate(() => document.querySelector('.panel') !== null));
    expect(await accessibilityProblems(view)).toEqual([]);
    await view.close();
  });

  it('axe finds no problem on the popup after a look-up', async () => {
    const view = await extensionPage(popup('http://megaupload.com/'), /signature verified/);
    await view.clickNamed('button', 'Look up');
    for (const key of 'unlisted.example') await view.press(key);
    await view.press('Enter');
    await says(view, /Back to this page/);
    await passesAxe(view);
  });

  it('axe finds no problem on the settings after a site is added and another name is refused', async () => {
    const view = await extensionPage('src/options/index.html', /Lists and orders that count/);
    for (const [typed, answer] of [
      ['kept-away.example', /Added: kept-away\.example\./],
      ['x y', /it holds a blank/],
    ] as const) {
      await view.evaluate((value) => {
        const field = document.querySelector<HTMLInputElement>('input[aria-describedby=silenced-said]')!;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, typed);
      await view.clickNamed('button', 'Add site');
      await says(view, answer);
    }
    const field = await view.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[aria-describedby=silenced-said]')!;
      return {
        invalid: input.ariaInvalid,
        told: document.getElementById(input.getAttribute('aria-describedby')!)!.textContent,
      };
    });
    expect(field).toEqual({ invalid: 'true', told: expect.stringContaining('it holds a blank') });
    await passesAxe(view);
  });

  it.each([
    ['seized', popup('http://megaupload.com/'), /The list is out of date; this is what it said on/],
    [
      'unlisted',
      popup('http://unlisted.example/'),
      /The list is out of date: whether this site is named now is not known/,
    ],
  ])('axe finds no problem on the popup of a site that is %s with an expired list', async (_, path, words) => {
    const client = new ListClient(browser, slot().builds[name].granted);
    await client.shiftClock(2);
    await passesAxe(await extensionPage(path, words));
    await browser.killWorker();
  });

  it('axe finds no problem on the popup if no list is loaded', async () => {
    await browser.killWorker();
    // No list from the package or from the network.
    await browser.inWorker(() => void (self.fetch = () => Promise.reject(new TypeError('not to be had'))));
    const spoiler = await browser.extensionPage('manifest.json');
    await spoiler.evaluate(deleteDatabase);
    await spoiler.close();
    await passesAxe(
      await extensionPage(
        popup(`http://${LISTED}/`),
        /The list is not loaded, so whether this site is named is not known/,
      ),
    );
    await browser.killWorker();
    await (await extensionPage(popup(`http://${LISTED}/`), /signature verified/)).close();
  });

  it('axe finds a planted defect', async () => {
    const view = await extensionPage(popup(`http://${LISTED}/`), /signature verified/);
    await assertAxeFinds(view);
    await view.close();
  });

  it('axe finds no problem on the popup of the toolbar button', async () => {
    const page = await browser.open(`http://${LISTED}/`);
    const view = await browser.popup(page);
    await says(view, /signature verified/);
    expect(await accessibilityProblems(view)).toEqual([]);
    await view.close();
    await page.close();
  });

  it('every target is at least 24 pixels high', async () => {
    for (const [, path, words] of STATES) {
      const view = await extensionPage(path, words);
      const small = await view.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'button, summary, select, input:not([type=checkbox], [type=radio], [type=file]), a.btn, label.switch',
          ),
        ]
          .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 24)
          .map((each) => `${each.tagName} ${each.innerText}`),
      );
      expect(small).toEqual([]);
      await view.close();
    }
  });

  it('Tab goes through the popup of an unlisted site in reading order', async () => {
    const view = await extensionPage(popup('http://unlisted.example/'), /Not listed is not clearance/);
    const stops = await walk(view);
    expect(stops.slice(0, 5)).toEqual([
      'button Export',
      'button Look up',
      'button Print',
      'link Explorer',
      'button Check now',
    ]);
    await view.close();
  });

  it('Tab reaches the tiles, events and sources of a listed site, each with a name, and Cite within ten stops', async () => {
    const view = await extensionPage(popup(`http://${LISTED}/`), /signature verified/);
    const stops = await walk(view);
    const at = (words: RegExp) => stops.findIndex((stop) => words.test(stop));
    const order = [
      /Lists \d+/,
      /Cite/,
      /Export/,
      /Look up/,
      /Print/,
      /Who says so/,
      /Country/,
      /report, read: /,
      /Show all \d+ dated facts/,
      /Sources/i,
      /domains of The Pirate Bay/,
      /Our record is wrong/,
      /Check now/,
      /Settings/,
    ];
    const places = order.map(at);
    expect(places, stops.join('\n')).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(at(/Cite/)).toBeLessThan(10);
    expect(stops.filter((stop) => !/\S+ \S/.test(stop) && !/^(date|spinbutton|group)/i.test(stop))).toEqual([]);
    await view.close();
  });

  it('the settings work by keyboard alone', async () => {
    const view = await extensionPage('src/options/index.html', /Lists and orders that count/);
    await view.press('Tab');
    expect(await focused(view)).toMatch(/^link .*explorer/);
    await view.press('Tab');
    expect(await focused(view)).toBe('checkbox Show the badge');
    await view.press('Space');
    await says(view, /Saved/);
    expect(
      allNodes(await view.accessibilityTree()).find(
        (node) => node.role === 'checkbox' && node.name === 'Show the badge',
      )!.states,
    ).not.toContain('checked');
    await view.press('Space');
    await until(async () =>
      allNodes(await view.accessibilityTree())
        .find((node) => node.role === 'checkbox' && node.name === 'Show the badge')!
        .states.includes('checked'),
    );
    await view.close();
  });

  it('the badge of a page is a named region with named buttons, works by keyboard, and Escape closes its card', async () => {
    const page = await browser.open(`http://${LISTED}/keys`);
    const buttons = () => buttonsOf(page);
    await until(() => badgeOf(page));
    expect(await buttons()).toEqual([
      expect.stringMatching(/^Listmark: Named in the \d{4} US piracy and counterfeit list, by name only\. Show more$/),
      'Hide…',
    ]);
    await until(async () => {
      await page.press('Tab');
      return (await focused(page)).endsWith('Show more');
    });
    await page.press('Enter');
    await until(async () => (await buttons()).includes('History and sources'));
    expect(await focused(page)).toBe('button History and sources');
    expect(await buttons()).toEqual(['History and sources', 'Hide…', 'Close']);
    expect(outline((await badgeOf(page))!)).toContain('Kind of act: ');
    await page.press('Escape');
    await until(async () => (await buttons()).length === 2);
    expect(await focused(page)).toMatch(/Show more$/);
    await page.close();
  });

  it('the badge fits into a window of 320 pixels at a font size of 200 %', async () => {
    const page = await browser.open(`http://${LISTED}/small`);
    await page.viewport(320, 480);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await openCard(page);
    const host = await page.evaluate(() => {
      const { left, right, top, bottom } = document.querySelector('[popover]')!.getBoundingClientRect();
      return { left, right, top, bottom, wide: document.documentElement.scrollWidth };
    });
    expect(host.left).toBeGreaterThanOrEqual(0);
    expect(host.top).toBeGreaterThanOrEqual(0);
    expect(host.right).toBeLessThanOrEqual(320);
    expect(host.bottom).toBeLessThanOrEqual(480);
    expect(host.wide).toBeLessThanOrEqual(320);
    await page.close();
  });
});
