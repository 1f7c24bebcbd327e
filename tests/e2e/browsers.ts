/**
 * Both browsers for table tests, and a world around them: the list's host, the stand-in sites, the browser, all ended
 * together.
 */
import { inject } from 'vitest';
import { launch as launchChromium } from '../../tools/drivers/chromium.ts';
import { until, type Driver, type LaunchOptions } from '../../tools/drivers/driver.ts';
import { launch as launchFirefox } from '../../tools/drivers/firefox.ts';
import { ListServer } from '../../tools/servers/list-server.ts';
import { serveSites, type Sites } from '../../tools/servers/sites.ts';

export type BrowserName = 'chromium' | 'firefox';
/** For table tests: both, or the one that `npm test -- e2e --browser=…` names. */
export const BROWSERS = (['chromium', 'firefox'] as const).filter(
  (name) => (process.env.LISTMARK_BROWSER || name) === name,
);
const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };

/** The port and the builds of the file that runs here. */
export const slot = () => inject('slots')[Number(process.env.VITEST_POOL_ID) - 1]!;

/** A browser with the extension, and no world around it. */
export const launch = (name: BrowserName, options: LaunchOptions): Promise<Driver> => LAUNCH[name](options);

export interface World {
  browser: Driver;
  server: ListServer;
  sites: Sites;
  /** To be called as often as one likes. */
  end(): Promise<void>;
}

/** @param synced waits until the list's host was asked once, so that what follows meets a settled extension */
export async function world(
  name: BrowserName,
  hosts: string[],
  {
    build = 'granted',
    synced = true,
    files = inject('workshop').release,
    ...options
  }: Partial<LaunchOptions> & {
    build?: 'granted' | 'production';
    synced?: boolean;
    files?: string | Map<string, Uint8Array>;
  } = {},
): Promise<World> {
  const server = await ListServer.start({ files, port: slot().listPort });
  const sites = await serveSites(hosts);
  const browser = await launch(name, { extensionDir: slot().builds[name][build], hosts: sites.hosts, ...options });
  if (synced) await until(() => server.requests('head.jws').length > 0);
  let ending: Promise<void> | undefined;
  const endAll = async () => {
    await browser.close();
    await sites.close();
    await server.close();
  };
  return {
    browser,
    server,
    sites,
    end: () => (ending ??= endAll()),
  };
}
