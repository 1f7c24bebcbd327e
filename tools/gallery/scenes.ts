/**
 * The scenes of the gallery: each brings one browser to one state. Popup, options and welcome page; badges and toolbar
 * have their own files.
 */
import type { Driver, Hosts, Page, View } from '../drivers/driver.ts';
import { until } from '../drivers/driver.ts';
import type { Status } from '../../src/list/status.ts';
import { badgeScenes } from './badge-scenes.ts';
import type { Variant } from './builds.ts';
import { CROWDED } from './records.ts';
import { toolbarScene } from './toolbar-scene.ts';

/** What a scene may need besides the browser: the builds, and the local stand-ins for real sites. */
export interface Around {
  of: Record<Variant, string>;
  hosts: Hosts;
  hostIs(state: Scene['host']): void;
}

export interface Scene {
  name: string;
  variant?: Variant;
  /** How the list's host behaves during the scene; without it, it serves the list. */
  host?: 'down' | 'tampers';
  /** Size of the window; absent for the toolbar's popup, which sizes itself. */
  width?: number;
  /** Fixed height, or the height of the page. */
  height?: number;
  rtl?: boolean;
  open(browser: Driver, around: Around): Promise<Page | View>;
}

const ready = async <V extends View>(page: V, words: RegExp): Promise<V> => {
  await until(
    () => page.text(),
    (text) => words.test(text),
    20_000,
  );
  return page;
};

type Then = (page: View) => Promise<unknown>;
const popup = (url: string, then?: Then) => async (browser: Driver) => {
  const page = await ready(
    await browser.extensionPage(`src/popup/index.html?url=${encodeURIComponent(url)}`),
    /Release|No list/,
  );
  await then?.(page);
  return page;
};

/** The popup as a click on the toolbar opens it, with the browser's maximum height. */
const trueToolbarPopup = (url: string) => async (browser: Driver) => {
  const page = await browser.open(url);
  const view = await ready(await browser.popup(page), /Release/);
  const close = view.close.bind(view);
  view.close = () => close().then(() => page.close());
  return view;
};

const page =
  (path: string, words: RegExp, then?: Then) =>
  async (browser: Driver): Promise<Page> => {
    const view = await ready(await browser.extensionPage(path), words);
    await then?.(view);
    return view;
  };

const openAll: Then = (view) =>
  view.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
const open =
  (selector: string): Then =>
  (view) =>
    view.evaluate((which) => void (document.querySelector<HTMLDetailsElement>(which)!.open = true), selector);
const checkNow: Then = async (view) => {
  await view.click('footer button');
  await ready(view, /Last check failed[^]*Check now/);
};
const asOf =
  (day: string): Then =>
  async (view) => {
    await view.evaluate((value) => {
      const input = document.querySelector<HTMLInputElement>('.as-of input')!;
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, day);
    await ready(view, /As of /);
  };
const filtered: Then = async (view) => {
  await view.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tile')].find((tile) => tile.innerText.startsWith('Orders'))!.click(),
  );
};

const panel =
  (words: string): Then =>
  (view) =>
    view.evaluate(
      (label) =>
        [...document.querySelectorAll<HTMLElement>('.bar .btn')].find((each) => each.innerText === label)!.click(),
      words,
    );
const lookedUp: Then = async (view) => {
  await panel('Look up')(view);
  await view.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#look-up')!;
    field.value = 'unlisted.example';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await view.click('.look-up button');
  await ready(view, /Back to this page/);
};

const options = (then?: Then) => page('src/options/index.html', /Settings/, then);
const welcome = page('src/welcome/index.html', /Badges inside pages/);

export function scenes(of: Map<Status, string>): Scene[] {
  const listed = of.get('listed')!;
  const url = `http://${listed}/`;
  const unlisted = 'http://unlisted.example/';
  return [
    ...[...of].map(([status, host]): Scene => ({
      name: `popup-${status}`,
      width: 400,
      open: popup(`http://${host}/`),
    })),
    { name: 'popup-not-listed', width: 400, open: popup(unlisted) },
    { name: 'popup-not-checked', width: 400, open: popup('about:config') },
    { name: 'popup-subdomain', width: 400, open: popup(`http://a.b.${of.get('named')!}/`) },
    { name: 'popup-as-of', width: 400, open: popup(url, asOf('2012-03-01')) },
    { name: 'popup-filtered', width: 400, open: popup(url, filtered) },
    { name: 'popup-cite', width: 400, height: 600, open: popup(url, panel('Cite')) },
    { name: 'popup-export', width: 400, height: 600, open: popup(url, panel('Export')) },
    { name: 'popup-looked-up', width: 400, height: 600, open: popup(url, lookedUp) },
    { name: 'popup-sources', width: 400, open: popup(url, open('details:has(h2)')) },
    { name: 'popup-everything-open', width: 400, open: popup(url, openAll) },
    { name: 'popup-crowded', width: 400, open: popup(`http://${CROWDED}/`) },
    { name: 'popup-crowded-320', width: 320, open: popup(`http://${CROWDED}/`, openAll) },
    { name: 'popup-crowded-rtl', width: 400, rtl: true, open: popup(`http://${CROWDED}/`) },
    { name: 'popup-320', width: 320, open: popup(url) },
    { name: 'popup-as-tab-desktop', width: 1100, open: popup(url) },
    { name: 'popup-rtl', width: 400, rtl: true, open: popup(url) },
    { name: 'popup-in-toolbar', open: trueToolbarPopup(url) },
    { name: 'popup-in-toolbar-unlisted', open: trueToolbarPopup(unlisted) },
    ...badgeScenes(of),
    toolbarScene(of),
    { name: 'options', width: 900, open: options() },
    { name: 'options-everything-open', width: 900, open: options(openAll) },
    { name: 'options-320', width: 320, open: options() },
    { name: 'options-rtl', width: 900, rtl: true, open: options() },
    { name: 'welcome', width: 900, open: welcome },
    { name: 'welcome-rtl', width: 900, rtl: true, open: welcome },
    { name: 'popup-check-refused', width: 400, host: 'tampers', open: popup(url, checkNow) },
    { name: 'popup-host-down', width: 400, host: 'down', open: popup(unlisted, checkNow) },
    { name: 'welcome-as-shipped', variant: 'as-shipped', width: 900, open: welcome },
    { name: 'welcome-as-shipped-320', variant: 'as-shipped', width: 320, open: welcome },
    { name: 'popup-as-shipped', variant: 'as-shipped', width: 400, open: popup(unlisted) },
    { name: 'options-as-shipped', variant: 'as-shipped', width: 900, open: options() },
    { name: 'popup-out-of-date-listed', variant: 'stale', width: 400, open: popup(url) },
    { name: 'popup-out-of-date-unlisted', variant: 'stale', width: 400, open: popup(unlisted) },
    { name: 'popup-list-not-loaded', variant: 'no-list', width: 400, open: popup(url) },
  ];
}
