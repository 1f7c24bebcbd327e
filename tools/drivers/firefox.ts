/** Drives Firefox with the extension over WebDriver BiDi, without geckodriver. The interface is in `driver.ts`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureFirefox } from '../browsers.ts';
import {
  asExpression,
  fromJson,
  until,
  type Driver,
  type LaunchOptions,
  type Page,
  type ToolbarState,
  type View,
} from './driver.ts';
import { FirefoxLink, type ChromeWindow } from './firefox-link.ts';
import { FirefoxPage } from './firefox-page.ts';
import { openPopup } from './firefox-popup.ts';
import {
  allowInPrivate,
  grantOrigins,
  readToolbar,
  residentOfExtensions,
  runInBackground,
  stopBackground,
  backgroundState,
  errorsOf,
} from './firefox-extension.ts';
import { endBrowser, withLimits } from './limits.ts';
import { endWithUs, profile } from './profile.ts';
import { socksProxy, type SocksProxy } from './socks.ts';

export async function launch(options: LaunchOptions): Promise<Driver> {
  const { dir, remove } = profile(options.profileDir);
  const proxy = await socksProxy(options.hosts);
  const undo = async () => {
    await proxy.close();
    remove();
  };
  try {
    const id = geckoId(options.extensionDir);
    const uuid = uuidOf(id);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: options.executablePath ?? ensureFirefox(),
      headless: !options.headed,
      userDataDir: dir,
      acceptInsecureCerts: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      defaultViewport: null,
      env: { ...process.env, MOZ_HEADLESS_WIDTH: '1000', MOZ_HEADLESS_HEIGHT: '800', ...options.env },
      // Needed for extension pages and privileged script.
      args: ['-remote-allow-system-access'],
      extraPrefsFirefox: {
        ...preferences(proxy.port),
        'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
        ...options.prefs,
      },
    });
    endWithUs(browser.process());
    try {
      const root = `moz-extension://${uuid}/`;
      const version = await browser.version();
      const plain = new FirefoxDriver(browser, version, id, root, dir, options.extensionDir, proxy, undo);
      const driver = withLimits(plain, 'firefox', options.callLimit);
      // Needed for a Firefox that never remembers history.
      if (options.prefs?.['browser.privatebrowsing.autostart']) await driver.allowInPrivate();
      if (options.installed) await until(() => driver.workerAlive(), Boolean, 15_000);
      else await driver.reinstall(options.packed);
      return driver;
    } catch (error) {
      await endBrowser(browser);
      throw error;
    }
  } catch (error) {
    await undo();
    throw error;
  }
}

function geckoId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id !== 'string')
    throw new Error(
      `${extensionDir}/manifest.json has no browser_specific_settings.gecko.id: is it the Firefox build?`,
    );
  return id;
}

/**
 * The same UUID for the same id: it is the origin of the extension's stored data, which must be found again after a
 * restart.
 */
const uuidOf = (id: string) =>
  createHash('sha256')
    .update(id)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

const preferences = (proxyPort: number) => ({
  // All traffic and name resolution goes through the proxy, so no name server is asked.
  'network.proxy.type': 1,
  'network.proxy.socks': '127.0.0.1',
  'network.proxy.socks_port': proxyPort,
  'network.proxy.socks_version': 5,
  'network.proxy.socks_remote_dns': true,
  'network.proxy.no_proxies_on': '127.0.0.1',
  'network.dns.disablePrefetch': true,
  // Accepts permission requests without the prompt, which a headless run cannot reach.
  'extensions.webextOptionalPermissionPrompts': false,
  // A temporary add-on disappears at a restart, but its data and UUID stay, so install it again.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'dom.security.https_first': false,
  'dom.security.https_only_mode': false,
  'intl.locale.requested': 'en-US',
});

class FirefoxDriver implements Driver {
  readonly name = 'firefox';
  readonly #link: FirefoxLink;

  constructor(
    private readonly browser: Browser,
    readonly version: string,
    readonly extensionId: string,
    readonly baseUrl: string,
    readonly profileDir: string,
    private readonly extensionDir: string,
    private readonly proxy: SocksProxy,
    private readonly undo: () => Promise<void>,
  ) {
    this.#link = new FirefoxLink(browser);
  }

  async open(url: string): Promise<Page> {
    const page = await FirefoxPage.create(this.#link);
    await page.goto(url);
    return page;
  }

  async openPrivate(url: string): Promise<Page> {
    const page = await FirefoxPage.createPrivate(this.#link);
    await page.goto(url);
    return page;
  }

  async split(left: Page, right: Page) {
    await this.#link.privileged(
      (numbers) => {
        const { gBrowser, Services } = globalThis as unknown as ChromeWindow;
        Services.prefs.setBoolPref('browser.tabs.splitView.enabled', true);
        gBrowser.addTabSplitView(numbers.map((number) => gBrowser.tabs.find((tab) => tab.listmarkTab === number)!));
      },
      [left, right].map((page) => (page as FirefoxPage).tab),
    );
  }

  extensionPage = (path: string) => this.open(new URL(path, this.baseUrl).href);

  opened = (path: string): Promise<View> => FirefoxPage.find(this.#link, this.baseUrl + path);

  async toolbar(tab: Page | string): Promise<ToolbarState> {
    const url = new URL(typeof tab === 'string' ? tab : tab.address).href;
    const state = await until(() => this.#link.privileged(readToolbar, this.extensionId, url), Boolean, 3000).catch(
      () => null,
    );
    if (!state) throw new Error(`no tab shows ${url}`);
    return state;
  }

  async popup(tab: Page) {
    await tab.activate();
    return openPopup(this.#link, this.extensionId);
  }

  async inWorker<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T> {
    return fromJson(await this.#link.privileged(runInBackground, this.extensionId, asExpression(what, args)));
  }

  killWorker = async () => {
    await this.#link.privileged(stopBackground, this.extensionId);
    await until(async () => !(await this.workerAlive()));
  };

  workerAlive = async () => (await this.#link.privileged(backgroundState, this.extensionId)) === 'running';

  workerMemory = async () => {
    const resident = await this.#link.privileged(residentOfExtensions);
    return resident === null ? null : { resident };
  };

  workerErrors = () => this.#link.privileged(errorsOf, this.baseUrl);

  grant = (origins: string[]) => this.#link.privileged(grantOrigins, this.extensionId, origins);

  async allowInPrivate() {
    await this.#link.privileged(allowInPrivate, this.extensionId);
    await this.reinstall();
  }

  async reinstall(extensionDir = this.extensionDir) {
    // A packed extension is installed permanently, as from the store; a folder only until the browser ends.
    if (extensionDir.endsWith('.xpi'))
      await this.#link.send('webExtension.install', {
        extensionData: { type: 'archivePath', path: resolve(extensionDir) },
        'moz:permanent': true,
      });
    else await this.browser.installExtension(resolve(extensionDir));
    await until(() => this.workerAlive(), Boolean, 15_000);
  }

  refusedHosts = async () => [...this.proxy.refused].map((each) => each.replace(/:\d+$/, ''));

  async close() {
    await endBrowser(this.browser);
    await this.undo();
  }
}
