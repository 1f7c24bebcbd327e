/**
 * The mark in the toolbar of a browser with a window, read from the pixels of the screen: it is complete and not
 * covered.
 */
import { expect, it } from 'vitest';
import { BROWSERS, slot } from './browsers.ts';
import type { Scheme } from '../../tools/drivers/driver.ts';
import { serveSites } from '../../tools/servers/sites.ts';
import { visit, withToolbar } from '../../tools/drivers/toolbar-window.ts';

const SITES = [
  ['thepiratebay.org', 'listed', /: Named in .*, by name only/],
  ['megaupload.com', 'seized', /: Domain reported seized/],
  ['unlisted.example', 'not-listed', /: not named/],
] as const;

it.each(BROWSERS.flatMap((name) => (['light', 'dark'] as Scheme[]).map((scheme) => [name, scheme] as const)))(
  '%s with a %s toolbar shows the complete mark of each state',
  { timeout: 120_000 },
  async (name, scheme) => {
    const sites = await serveSites(SITES.map(([host]) => host));
    try {
      await withToolbar(
        name,
        { extensionDir: slot().builds[name].granted, hosts: sites.hosts, scheme },
        async ({ browser, shows }) => {
          const page = await browser.open('about:blank');
          for (const [host, mark, title] of SITES) {
            await visit(browser, page, `http://${host}/`, title);
            await shows(mark);
            expect((await browser.toolbar(page)).badgeText).toBe('');
          }
        },
      );
    } finally {
      await sites.close();
    }
  },
);
