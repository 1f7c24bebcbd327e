/** The badge on invented pages under real host names: pill, card and dot for every status that can have a badge. */
import { until, type Driver } from '../drivers/driver.ts';
import type { Status } from '../../src/list/status.ts';
import type { Scene } from './scenes.ts';

type Step = [role: string, name: RegExp];
const CARD: Step = ['button', /Show more$/];
const SMALL: Step = ['button', /^Only make it small/];
const HIDE: Step = ['button', /^Hide…/];

interface Storage {
  chrome: { storage: { local: { set(what: object): Promise<void> } } };
}

const badge =
  (statuses: Status[], host: string, steps: Step[] = [], path = '/') =>
  async (browser: Driver) => {
    await browser.inWorker(
      (badgeStatuses) => (globalThis as unknown as Storage).chrome.storage.local.set({ settings: { badgeStatuses } }),
      statuses,
    );
    const page = await browser.open(`http://${host}${path}`);
    // The demo page has the word Listmark, too; only the badge has such a button.
    await until(async () => JSON.stringify(await page.accessibilityTree()).includes('Show more'), Boolean, 20_000);
    for (const [role, name] of steps) await page.clickNamed(role, name);
    return page;
  };

export function badgeScenes(of: Map<Status, string>): Scene[] {
  const shown = (...args: [host: string, steps?: Step[], path?: string]) => badge([...of.keys()], ...args);
  const listed = of.get('listed')!;
  const wide = { width: 900, height: 420 };
  const narrow = { width: 320, height: 480 };
  return [
    ...[...of].flatMap(([status, host]): Scene[] => {
      return [
        { name: `badge-${status}-pill`, ...wide, open: shown(host) },
        { name: `badge-${status}-card`, ...wide, open: shown(host, [CARD]) },
        { name: `badge-${status}-dot`, ...wide, open: shown(host, [CARD, HIDE, SMALL]) },
      ];
    }),
    { name: 'badge-card-hide', ...wide, open: shown(listed, [CARD, HIDE]) },
    { name: 'badge-320', ...narrow, open: shown(listed) },
    { name: 'badge-card-320', ...narrow, open: shown(listed, [CARD]) },
    { name: 'badge-rtl-page', ...wide, open: shown(listed, [CARD], '/rtl') },
  ];
}
