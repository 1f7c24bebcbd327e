/** WCAG 2.2 AA by axe on every page and state, light and dark; the keyboard's way through them; and what a screen reader meets in the real badge. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityProblems, assertAxeFinds } from './accessibility.ts';
import { launch as launchChromium } from './chromium.ts';
import { allNodes, outline, until, type Driver, type View } from './driver.ts';
import { launch as launchFirefox } from './firefox.ts';
import { focused, walk } from './keyboard.ts';
import { serveSites, type Sites } from './sites.ts';

const LISTED = 'thepiratebay.org';
const popup = (url: string) => `src/popup/index.html?url=${encodeURIComponent(url)}`;
const STATES: [string, string, RegExp][] = [
  ['the popup of a listed site', popup(`http://${LISTED}/`), /signature verified/],
  ['the popup of a seized site', popup('http://megaupload.com/'), /signature verified/],
  ['the popup of an unlisted site', popup('http://unlisted.example/'), /Not listed is not clearance/],
  ['the popup of a page that is not checked', popup('about:config'), /not checked/],
  ['the settings', 'src/options/index.html', /Which series count/],
  ['the welcome page', 'src/welcome/index.html', /What it may do/],
];

describe.each([
  ['chromium', launchChromium],
  ['firefox', launchFirefox],
] as const)('%s', (name, launch) => {
  let browser: Driver;
  let sites: Sites;

  beforeAll(async () => {
    sites = await serveSites([LISTED, 'unlisted.example']);
    browser = await launch({ extensionDir: inject('builds')[name].granted, hosts: sites.hosts });
  });
  afterAll(async () => {
    await browser?.close();
    await sites?.close();
  });
  const says = (view: View, words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      15_000,
    );
  const extensionPage = async (path: string, words: RegExp) => {
    const view = await browser.extensionPage(path);
    await says(view, words);
    // Keys go to the window in front; a tab that was just opened by the driver need not be it yet.
    await view.activate();
    await until(() => view.evaluate(() => document.hasFocus()));
    // Firefox starts its accessibility engine at the first look, and tells of no focus before.
    await view.accessibilityTree();
    return view;
  };

  it.each(STATES)('axe finds nothing wrong with %s, open or closed', async (_, path, words) => {
    const view = await extensionPage(path, words);
    expect(await accessibilityProblems(view)).toEqual([]);
    await view.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    expect(await accessibilityProblems(view)).toEqual([]);
    await view.viewport(320, 640);
    expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await view.close();
  });

  it('axe finds a planted defect, so it is looking', async () => {
    const view = await extensionPage(popup(`http://${LISTED}/`), /signature verified/);
    await assertAxeFinds(view);
    await view.close();
  });

  it('axe finds nothing wrong with the true popup', async () => {
    const page = await browser.open(`http://${LISTED}/`);
    const view = await browser.popup(page);
    await says(view, /signature verified/);
    expect(await accessibilityProblems(view)).toEqual([]);
    await view.close();
    await page.close();
  });

  it('every target is at least 24 pixels high or has room around it', async () => {
    for (const [, path, words] of STATES) {
      const view = await extensionPage(path, words);
      const small = await view.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, summary, select, input:not([type=checkbox], [type=radio], [type=file]), a.btn, label.switch')]
          .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 24)
          .map((each) => `${each.tagName} ${each.innerText}`),
      );
      expect(small).toEqual([]);
      await view.close();
    }
  });

  it('the keyboard goes through the popup of an unlisted site in the order of reading', async () => {
    const view = await extensionPage(popup('http://unlisted.example/'), /Not listed is not clearance/);
    const stops = await walk(view);
    expect(stops.slice(0, 6)).toEqual([
      'button Copy as text',
      'button Export JSON',
      expect.stringMatching(/^(textbox|searchbox|entry) Look up another site$/),
      'button Look up',
      'button Check now',
      'button Options',
    ]);
    await view.close();
  });

  it('the keyboard reaches chips, events and sources of a listed site, each with a name', async () => {
    const view = await extensionPage(popup(`http://${LISTED}/`), /signature verified/);
    const stops = await walk(view);
    const at = (words: RegExp) => stops.findIndex((stop) => words.test(stop));
    const order = [
      /All \d+$/,
      /Lists \d+/,
      /All countries/,
      /report: /,
      /Show all \d+ events/,
      /Sources/i,
      /domains of The Pirate Bay/,
      /Named in USTR/,
      /Our record is wrong/,
      /Cite/,
      /Copy as text/,
      /Look up another/,
      /Check now/,
      /Options/,
    ];
    const places = order.map(at);
    expect(places, stops.join('\n')).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(stops.filter((stop) => !/\S+ \S/.test(stop) && !/^(date|spinbutton|group)/i.test(stop))).toEqual([]);
    await view.close();
  });

  it('the settings work by keyboard alone', async () => {
    const view = await extensionPage('src/options/index.html', /Which series count/);
    await view.press('Tab');
    expect(await focused(view)).toBe('checkbox Show the badge');
    await view.press('Space');
    await says(view, /Saved/);
    expect(allNodes(await view.accessibilityTree()).find((node) => node.role === 'checkbox' && node.name === 'Show the badge')!.states).not.toContain(
      'checked',
    );
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
    const region = () => page.accessibilityTree().then((tree) => allNodes(tree).find((node) => node.role === 'region' && node.name === 'Listmark') ?? null);
    const buttons = async () => allNodes((await region())!).flatMap((node) => (node.role === 'button' ? [node.name] : []));
    await until(region);
    expect(await buttons()).toEqual([expect.stringMatching(/^Named in USTR’s \d{4} list\. Show more$/), 'Hide until the status changes']);
    await until(async () => {
      await page.press('Tab');
      return (await focused(page)).endsWith('Show more');
    });
    await page.press('Enter');
    await until(async () => (await buttons()).includes('History and sources'));
    expect(await focused(page)).toBe('button History and sources');
    expect(await buttons()).toEqual(['History and sources', 'Hide…', 'Make it small', 'Close this card']);
    expect(outline((await region())!)).toContain('Kind of act: ');
    await page.press('Escape');
    await until(async () => (await buttons()).length === 2);
    expect(await focused(page)).toMatch(/Show more$/);
    await page.close();
  });

  it('the badge stands at twice the size in a window of 320 pixels', async () => {
    const page = await browser.open(`http://${LISTED}/small`);
    await page.viewport(320, 480);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const open = () => page.accessibilityTree().then((tree) => allNodes(tree).find((node) => node.role === 'button' && node.name.endsWith('Show more')));
    await page.clickNamed('button', (await until(open))!.name);
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
