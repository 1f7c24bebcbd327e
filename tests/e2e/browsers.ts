/** Starts what an end-to-end test needs, and ends it together: the list server, the test sites and the browser. */
import { inject } from 'vitest';
import { launch as launchChromium } from '../../tools/drivers/chromium.ts';
import { until, type Driver, type LaunchOptions } from '../../tools/drivers/driver.ts';
import { launch as launchFirefox } from '../../tools/drivers/firefox.ts';
import { ListServer } from '../../tools/servers/list-server.ts';
import { serveSites, type Sites } from '../../tools/servers/sites.ts';

export type BrowserName = 'chromium' | 'firefox';
/** For `describe.each`: both browsers, or the one that `npm test -- e2e --browser=…` names. */
export const BROWSERS = (['chromium', 'firefox'] as const).filter(
  (name) => (process.env.LISTMARK_BROWSER || name) === name,
);
const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };

/** The port and the builds of the test file that runs in this process. */
export const slot = () => inject('slots')[Number(process.env.VITEST_POOL_ID) - 1]!;

/** Starts a browser with the extension, without servers. */
export const launch = (name: BrowserName, options: LaunchOptions): Promise<Driver> => LAUNCH[name](options);

export interface World {
  browser: Driver;
  server: ListServer;
  sites: Sites;
  /** May be called more than once. */
  end(): Promise<void>;
}

/** @param synced waits for the first sync, so that the test begins after the extension has started */
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
  // A hook has more time than a test.
  if (synced) await until(() => server.requests('head.jws').length > 0, Boolean, 60_000);
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
