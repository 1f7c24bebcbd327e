/** Drives Chromium (Chrome, Edge) with the extension over the debugging pipe. The interface is in `driver.ts`. */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Target, type WebWorker } from 'puppeteer-core';
import { ChromiumPage, ChromiumView } from './chromium-page.ts';
import {
  asExpression,
  fromJson,
  pause,
  portsOf,
  until,
  type Driver,
  type LaunchOptions,
  type Page,
  type ToolbarState,
  type View,
  type WorkerMemory,
} from './driver.ts';
import { residentOfExtensions } from './chromium-memory.ts';
import { netlogOf, settings } from './chromium-settings.ts';
import { askedHosts } from './netlog.ts';
import { endBrowser, withLimits } from './limits.ts';
import { profile, endWithUs } from './profile.ts';

export async function launch(options: LaunchOptions): Promise<ChromiumDriver> {
  const { dir, remove } = profile(options.profileDir);
  try {
    const browser = await puppeteer.launch(settings(options, dir));
    endWithUs(browser.process());
    try {
      const id = options.installed ?? (await browser.installExtension(resolve(options.extensionDir)));
      const driver = withLimits(
        new ChromiumDriver(browser, await browser.version(), id, dir, options, remove),
        'chromium',
        options.callLimit,
      );
      await driver.inWorker('0');
      return driver;
    } catch (error) {
      await endBrowser(browser);
      throw error;
    }
  } catch (error) {
    remove();
    throw error;
  }
}

/** The protocol errors that mean that the worker has ended: its session or its target is gone. */
const SESSION_GONE = 'Target closed';
const hasEnded = (error: unknown): boolean =>
  error instanceof Error && /No session with given id|Session closed|Target closed/.test(error.message);

/** The parts of the extension API that the driver calls. */
interface Chrome {
  tabs: {
    query(of: object): Promise<{ id: number; active: boolean; url?: string; pendingUrl?: string }[]>;
    /** Puts two tabs next to each other. */
    createSplit(ids: number[]): Promise<unknown>;
  };
  action: Record<'getBadgeText' | 'getTitle' | 'getPopup', (of: { tabId: number }) => Promise<string>> & {
    isEnabled(tabId: number): Promise<boolean>;
  };
  windows: { create(of: { incognito: boolean; url: string }): Promise<unknown> };
  permissions: { contains(of: { origins: string[] }): Promise<boolean> };
}

/** Runs in the worker. */
async function readToolbar(url: string): Promise<ToolbarState | null> {
  const { tabs, action } = (globalThis as unknown as { chrome: Chrome }).chrome;
  const found = (await tabs.query({}))
    .filter((tab) => (tab.pendingUrl ?? tab.url) === url)
    .sort((a, b) => Number(b.active) - Number(a.active))[0];
  if (!found) return null;
  const of = { tabId: found.id };
  const [badgeText, title, popup, enabled] = await Promise.all([
    action.getBadgeText(of),
    action.getTitle(of),
    action.getPopup(of),
    action.isEnabled(found.id),
  ]);
  return { badgeText, title, popup, enabled };
}

class ChromiumDriver implements Driver {
  readonly name = 'chromium';

  constructor(
    private readonly browser: Browser,
    readonly version: string,
    readonly extensionId: string,
    readonly profileDir: string,
    private readonly options: LaunchOptions,
    private readonly removeProfile: () => void,
  ) {}

  get baseUrl() {
    return `chrome-extension://${this.extensionId}/`;
  }

  async open(url: string): Promise<Page> {
    const page = new ChromiumPage(await this.browser.newPage());
    await page.goto(url);
    return page;
  }

  async openPrivate(url: string): Promise<Page> {
    const before = new Set(this.browser.targets());
    // Opens a target for every extension, but reports only those allowed there.
    await this.inWorker(() =>
      (globalThis as unknown as { chrome: Chrome }).chrome.windows.create({ incognito: true, url: 'about:blank' }),
    );
    const target = await this.browser.waitForTarget((each) => !before.has(each) && each.type() === 'page');
    const page = new ChromiumPage((await target.page())!);
    await page.page.setViewport({ width: 1000, height: 700 });
    await page.goto(url);
    return page;
  }

  async split(left: Page, right: Page) {
    await this.inWorker(
      async (urls) => {
        const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
        const all = await tabs.query({});
        await tabs.createSplit(urls.map((url) => all.find((tab) => tab.url === url)!.id));
      },
      [left, right].map(({ address }) => address),
    );
  }

  extensionPage = (path: string) => this.open(new URL(path, this.baseUrl).href);

  async opened(path: string): Promise<View> {
    const target = await this.browser.waitForTarget(
      (each) => each.type() === 'page' && each.url().startsWith(this.baseUrl + path),
      { timeout: 15_000 },
    );
    return new ChromiumView(await target.asPage());
  }

  async toolbar(tab: Page | string): Promise<ToolbarState> {
    const url = typeof tab === 'string' ? new URL(tab).href : new URL(tab.address).href;
    // The navigation may end for the driver before the extension hears of it, so look for the tab again.
    const read = () => this.inWorker(readToolbar, url);
    const state = await until(read, Boolean, 3000).catch(() => null);
    if (!state)
      throw new Error(`no tab shows ${url} (as far as the extension may see: it needs the "tabs" permission)`);
    return state;
  }

  async popup(tab: Page): Promise<View> {
    await tab.activate();
    const extension = (await this.browser.extensions()).get(this.extensionId);
    if (!extension) throw new Error(`the extension ${this.extensionId} is not loaded`);
    const before = new Set(this.browser.targets());
    await (tab as ChromiumPage).page.triggerExtensionAction(extension);
    const target = await this.browser.waitForTarget(
      (each) => !before.has(each) && each.type() !== 'service_worker' && each.url().startsWith(this.baseUrl),
      {
        timeout: 5000,
      },
    );
    const view = new ChromiumView(await target.asPage());
    await until(
      () => view.evaluate('document.readyState'),
      (state) => state === 'complete',
    );
    return view;
  }

  async inWorker<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T> {
    const worker = await this.#readyWorker();
    return fromJson(await worker.evaluate(asExpression(what, args)));
  }

  /** A worker may end between two calls; then start it again and repeat the call. */
  async #readyWorker(): Promise<WebWorker> {
    for (let tries = 3; ; tries--)
      try {
        if (!this.#workerTarget()) await this.#wakeWorker();
        await this.#workerStarted();
        const worker = await this.#workerTarget()?.worker();
        if (!worker) throw new Error(SESSION_GONE);
        // A worker that has just started has no `chrome` yet.
        await until(() => worker.evaluate('typeof chrome === "object" && typeof chrome.runtime === "object"'));
        return worker;
      } catch (error) {
        if (tries === 1 || !hasEnded(error)) throw error;
        await pause(100);
      }
  }

  async killWorker() {
    const target = this.#workerTarget();
    if (!target) return;
    // `worker.close()` is the only way that works while a debugger is attached: stopAllWorkers and closeTarget hang for
    // ever. A busy worker may not end at the first call, so the call is repeated.
    for (let words = 3; words > 0 && this.#workerTarget() === target; words--) {
      await target
        .worker()
        .then((worker) => worker?.close())
        .catch((error: unknown) => {
          if (!hasEnded(error)) throw error;
        });
      await until(() => this.#workerTarget() !== target, Boolean, words > 1 ? 3_000 : 10_000).catch(
        (error: unknown) => {
          if (words === 1) throw error;
        },
      );
    }
  }

  workerAlive = async () => this.#workerTarget() !== undefined;

  async workerMemory(): Promise<WorkerMemory | null> {
    const resident = residentOfExtensions(this.browser.process()?.pid);
    const worker = await this.#workerTarget()?.worker();
    if (resident === null || !worker) return null;
    // Missing in puppeteer's types: bytes of ArrayBuffers.
    const usage = (await worker.client.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    return { resident, heap: usage.usedSize, buffers: usage.backingStorageSize ?? 0 };
  }

  async workerErrors() {
    const errors: string[] = [];
    const session = await this.#workerTarget()?.createCDPSession();
    // A new session gets earlier messages again.
    session?.on('Log.entryAdded', ({ entry }) => entry.level === 'error' && errors.push(entry.text));
    session?.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
      errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
    );
    await Promise.all([session?.send('Log.enable'), session?.send('Runtime.enable')]);
    await pause(200);
    await session?.detach();
    return errors;
  }

  async grant(origins: string[]) {
    const held = await this.inWorker(
      (wanted) => (globalThis as unknown as { chrome: Chrome }).chrome.permissions.contains({ origins: wanted }),
      origins,
    );
    if (!held)
      throw new Error(
        'Chromium grants optional host access only through its own prompt: use the e2e build, or withXvfb of xvfb.ts',
      );
  }

  reinstall = (extensionDir = this.options.extensionDir) => this.#load(extensionDir, false);
  allowInPrivate = () => this.#load(this.options.extensionDir, true);

  async #load(extensionDir: string, enableInIncognito: boolean) {
    const before = new Set(this.browser.targets());
    const old = this.#workerTarget();
    const session = await this.browser.target().createCDPSession();
    // Missing in puppeteer's types.
    await session.send('Extensions.loadUnpacked', { path: resolve(extensionDir), enableInIncognito });
    await session.detach();
    await this.browser.waitForTarget((each) => this.#isWorker(each) && !before.has(each), { timeout: 15_000 });
    // The old worker has ended, but an attached debugger keeps it in the list.
    if (old && this.browser.targets().includes(old)) await (await old.worker())?.close().catch(() => {});
  }

  refusedHosts = async (): Promise<string[]> =>
    askedHosts(netlogOf(this.profileDir)).filter((host) => host !== '127.0.0.1' && !portsOf(this.options.hosts, host));

  /** Calls back when the browser has ended, for any reason. */
  onClosed(listener: () => void) {
    this.browser.once('disconnected', listener);
  }

  async close() {
    await endBrowser(this.browser);
    this.removeProfile();
  }

  async #wakeWorker() {
    const session = await this.browser.target().createCDPSession();
    const { targetId } = await session.send('Target.createTarget', {
      url: `${this.baseUrl}manifest.json`,
      background: true,
    });
    try {
      await this.#workerStarted();
    } finally {
      await session.send('Target.closeTarget', { targetId });
      await session.detach();
    }
  }

  #workerTarget = (): Target | undefined => this.browser.targets().findLast((each) => this.#isWorker(each));
  #workerStarted = () => this.browser.waitForTarget((each) => this.#isWorker(each), { timeout: 15_000 });
  #isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(this.baseUrl);
}
