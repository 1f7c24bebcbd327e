/** What the gallery shows: each scene leads one browser to one view of one state. */
import type { Driver, Page } from '../../tests/e2e/driver.ts';
import { until } from '../../tests/e2e/driver.ts';
import type { Status } from '../../src/list/status.ts';
import type { Variant } from './builds.ts';

export interface Scene {
  name: string;
  variant?: Variant;
  width: number;
  /** Fixed, or as tall as the page. */
  height?: number;
  rtl?: boolean;
  open(browser: Driver): Promise<Page>;
}

const details = (url: string) => `src/popup/index.html?url=${encodeURIComponent(url)}`;

const ready = async (page: Page, words: RegExp) => {
  await until(
    () => page.text(),
    (text) => words.test(text),
    20_000,
  );
  return page;
};

const popup = (url: string, then?: (page: Page) => Promise<void>) => async (browser: Driver) => {
  const page = await ready(await browser.extensionPage(details(url)), /Release|No list/);
  await then?.(page);
  return page;
};

const openAll = (page: Page) => page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));

const badge =
  (host: string, steps: [role: string, name: RegExp][] = [], path = '/') =>
  async (browser: Driver) => {
    const page = await browser.open(`http://${host}${path}`);
    await until(async () => JSON.stringify(await page.accessibilityTree()).includes('Listmark'), Boolean, 20_000);
    for (const [role, name] of steps) {
      const node = await until(async () => find(await page.accessibilityTree(), role, name), Boolean, 10_000);
      await page.clickNamed(role, node!.name);
    }
    return page;
  };

type Node = Awaited<ReturnType<Page['accessibilityTree']>>;
const find = (node: Node, role: string, name: RegExp): Node | undefined =>
  node.role === role && name.test(node.name) ? node : node.children.map((child) => find(child, role, name)).find(Boolean);

const CARD: [string, RegExp] = ['button', /Show more$/];

export function scenes(of: Map<Status, string>): Scene[] {
  const listed = of.get('listed') ?? 'thepiratebay.org';
  const blocked = of.get('blocked') ?? listed;
  return [
    ...[...of].map(([status, host]): Scene => ({ name: `popup-${status}`, width: 400, open: popup(`http://${host}/`) })),
    { name: 'popup-not-listed', width: 400, open: popup('http://unlisted.example/') },
    { name: 'popup-not-checked', width: 400, open: popup('about:config') },
    { name: 'popup-out-of-date-listed', width: 400, variant: 'stale', open: popup(`http://${listed}/`) },
    { name: 'popup-out-of-date-unlisted', width: 400, variant: 'stale', open: popup('http://unlisted.example/') },
    { name: 'popup-list-not-loaded', width: 400, variant: 'no-list', open: popup(`http://${listed}/`) },
    { name: 'popup-everything-open', width: 400, open: popup(`http://${listed}/`, openAll) },
    { name: 'popup-320', width: 320, open: popup(`http://${listed}/`) },
    { name: 'popup-as-tab-desktop', width: 1100, open: popup(`http://${listed}/`) },
    { name: 'popup-rtl', width: 400, rtl: true, open: popup(`http://${listed}/`) },
    { name: 'badge-pill', width: 900, height: 420, open: badge(listed) },
    { name: 'badge-card', width: 900, height: 420, open: badge(listed, [CARD]) },
    { name: 'badge-card-hide', width: 900, height: 420, open: badge(listed, [CARD, ['button', /^Hide/]]) },
    { name: 'badge-dot', width: 900, height: 420, open: badge(listed, [CARD, ['button', /^Make it small/]]) },
    { name: 'badge-blocked', width: 900, height: 420, open: badge(blocked) },
    { name: 'badge-card-320', width: 320, height: 480, open: badge(listed, [CARD]) },
    { name: 'badge-320', width: 320, height: 480, open: badge(listed) },
    { name: 'badge-rtl-page', width: 900, height: 420, open: badge(listed, [CARD], '/rtl') },
    { name: 'options', width: 900, open: async (browser) => ready(await browser.extensionPage('src/options/index.html'), /Settings/) },
    { name: 'options-320', width: 320, open: async (browser) => ready(await browser.extensionPage('src/options/index.html'), /Settings/) },
    { name: 'options-rtl', width: 900, rtl: true, open: async (browser) => ready(await browser.extensionPage('src/options/index.html'), /Settings/) },
    { name: 'welcome', width: 900, open: async (browser) => ready(await browser.extensionPage('src/welcome/index.html'), /Listmark/) },
    { name: 'welcome-320', width: 320, open: async (browser) => ready(await browser.extensionPage('src/welcome/index.html'), /Listmark/) },
  ];
}
