/**
 * Visits a page and reads what the extension shows: the toolbar by the action API, the badge by the accessibility tree,
 * the popup by its text.
 */
import { join } from 'node:path';
import { allNodes, until, type Driver, type ToolbarState } from './drivers/driver.ts';
import type { Status } from '../src/list/status.ts';

export interface Observation {
  host: string;
  toolbar: ToolbarState;
  /** The badge's words; null if there is no badge. */
  badge: string | null;
  /** First lines of the popup: name, sentence. */
  popup: string[];
}

/** @param shots folder for the page's and the popup's screenshots, light and dark */
export async function observe(browser: Driver, host: string, shots: string): Promise<Observation> {
  const page = await browser.open(`http://${host}/`);
  const toolbar = await until(
    () => browser.toolbar(page),
    (state) => state.title.startsWith(host),
    20_000,
  );
  const popup = await browser.popup(page);
  const text = await until(
    () => popup.text(),
    (words) => words.includes('Release'),
    20_000,
  );
  for (const scheme of ['light', 'dark'] as const)
    await popup.screenshot({ path: join(shots, `${host}-popup-${scheme}.png`), scheme });
  await popup.close();
  const region = allNodes(await page.accessibilityTree()).find(
    (node) => node.role === 'region' && node.name === 'Listmark',
  );
  for (const scheme of ['light', 'dark'] as const)
    await page.screenshot({ path: join(shots, `${host}-page-${scheme}.png`), scheme });
  await page.close();
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    host,
    toolbar,
    badge: region ? (allNodes(region).find((node) => node.role === 'button')?.name ?? '') : null,
    popup: lines.slice(0, 4),
  };
}

export function say(wanted: Status, { host, toolbar, badge, popup }: Observation): void {
  console.log(`\n${host} (chosen as ${wanted})`);
  console.log(`  toolbar  ${toolbar.title}`);
  console.log(`  badge    ${badge ?? 'none'}`);
  console.log(`  popup    ${popup.join(' | ')}`);
}
