/**
 * Speaks WebDriver BiDi with Firefox directly, because puppeteer cannot navigate to extension pages or run script with
 * the browser's privileges.
 */
import type { Browser } from 'puppeteer-core';
import { asExpression, fromJson } from './driver.ts';

/** The parts of a BiDi response in use. */
interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

export class FirefoxLink {
  readonly #send: (method: string, params: object) => Promise<{ result: unknown }>;

  constructor(browser: Browser) {
    // Not in puppeteer's types; its connection is the only way to send other BiDi commands.
    const { connection } = browser as unknown as {
      connection: { send(method: string, params: object): Promise<{ result: unknown }> };
    };
    this.#send = (method, params) => connection.send(method, params);
  }

  async send<T>(method: string, params: object): Promise<T> {
    return (await this.#send(method, params)).result as T;
  }

  async evaluate<T>(context: string, what: string | ((...args: never[]) => unknown), args: unknown[]): Promise<T> {
    const evaluated = await this.send<Evaluated>('script.evaluate', {
      expression: asExpression(what, args),
      target: { context },
      awaitPromise: true,
    });
    if (evaluated.type !== 'success') throw new Error(evaluated.exceptionDetails?.text ?? 'the script failed');
    return fromJson(evaluated.result?.value);
  }

  /** Runs in the browser's first window (browser.xhtml) with all rights; needs `-remote-allow-system-access`. */
  async privileged<T, A extends unknown[]>(what: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const { contexts } = await this.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
      maxDepth: 0,
    });
    const { context } = contexts[0]!;
    if (!this.#prepared.has(context)) await this.evaluate(context, prepare, []);
    this.#prepared.add(context);
    return this.evaluate(context, what, args);
  }
  readonly #prepared = new Set<string>();
}

/** Runs privileged. */
function prepare(): void {
  const win = globalThis as unknown as ChromeWindow;
  win.listmarkTabs = () =>
    [...win.Services.wm.getEnumerator('navigator:browser')].flatMap((each: ChromeWindow) => each.gBrowser.tabs);
}

/**
 * What of the browser's own window the privileged functions use. They run there, so they may use nothing else of this
 * module.
 */
export interface ChromeWindow extends Window {
  gBrowser: { selectedTab: FirefoxTab; tabs: FirefoxTab[]; addTabSplitView(tabs: FirefoxTab[]): unknown };
  /** The tabs of every window; put there by `privileged`. */
  listmarkTabs(): FirefoxTab[];
  OpenBrowserWindow(options: { private: boolean }): ChromeWindow & { delayedStartupPromise: Promise<void> };
  Services: any;
  ChromeUtils: { importESModule(url: string): any };
  WebExtensionPolicy: { getByID(id: string): { extension: any } | null };
  Cc: any;
  Ci: any;
}
export interface FirefoxTab {
  /** The driver's own number of the tab: its browsing context is another one after a change of process. */
  listmarkTab?: number;
  linkedBrowser: FirefoxBrowser;
  selected: boolean;
}
/** A `<browser>` element: a tab's, or the popup's. */
export interface FirefoxBrowser extends HTMLElement {
  currentURI: { spec: string };
  /** The page's zoom, 1 where it has none. */
  fullZoom: number;
  browsingContext: any;
  messageManager: any;
}
