/** Drives a tab of Firefox over BiDi. */
import { writeFileSync } from 'node:fs';
import type { AccessibleNode, Box, Gesture, Media, Named, Page, Place, Scheme, Visit } from './driver.ts';
import { restingPlaceOf, until } from './driver.ts';
import type { ChromeWindow, FirefoxLink } from './firefox-link.ts';
import { assist } from './firefox-assist.ts';
import { boxOf, readTree } from './firefox-tree.ts';

/** WebDriver's names for keys that are not characters. */
export const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

let tabs = 0;

const chord = (held: string, key: string) => [
  { type: 'keyDown', value: held },
  { type: 'keyDown', value: key },
  { type: 'keyUp', value: key },
  { type: 'keyUp', value: held },
];

export class FirefoxPage implements Page {
  address = 'about:blank';
  #scheme: Scheme | undefined;

  constructor(
    private readonly link: FirefoxLink,
    /** The tab's browsing context id in BiDi. */
    readonly context: string,
    /** Our own number, stored on the browser's tab element. */
    readonly tab: number,
  ) {}

  static async create(link: FirefoxLink): Promise<FirefoxPage> {
    // In the first window, although a private one may be in front.
    const { contexts } = await link.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      maxDepth: 0,
    });
    const { context } = await link.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      referenceContext: contexts[0]!.context,
    });
    const tab = ++tabs;
    await link.privileged(
      (number) => void ((globalThis as unknown as ChromeWindow).gBrowser.selectedTab.listmarkTab = number),
      tab,
    );
    return new FirefoxPage(link, context, tab);
  }

  /** The tab of a new private window. */
  static async createPrivate(link: FirefoxLink): Promise<FirefoxPage> {
    const contexts = async () =>
      (await link.send<{ contexts: { context: string }[] }>('browsingContext.getTree', { maxDepth: 0 })).contexts;
    const before = new Set((await contexts()).map((each) => each.context));
    const tab = ++tabs;
    await link.privileged(async (number) => {
      const win = globalThis as unknown as ChromeWindow;
      const opened = win.OpenBrowserWindow({ private: true });
      await new Promise((done) => opened.addEventListener('load', done, { once: true }));
      await opened.delayedStartupPromise;
      opened.gBrowser.selectedTab.listmarkTab = number;
    }, tab);
    const found = await until(async () => (await contexts()).find(({ context }) => !before.has(context)));
    return new FirefoxPage(link, found!.context, tab);
  }

  /** Waits for the tab with this beginning of its address. */
  static async find(link: FirefoxLink, address: string): Promise<FirefoxPage> {
    const contexts = async () =>
      (await link.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', { maxDepth: 0 }))
        .contexts;
    const found = await until(
      async () => (await contexts()).find(({ url }) => url.startsWith(address)),
      Boolean,
      15_000,
    );
    const tab = ++tabs;
    await link.privileged(
      (begins, number) => {
        const all = (globalThis as unknown as ChromeWindow).listmarkTabs();
        all.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith(begins))!.listmarkTab = number;
      },
      address,
      tab,
    );
    return new FirefoxPage(link, found!.context, tab);
  }

  evaluate<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T> {
    return this.link.evaluate(this.context, what, args);
  }

  text = () => this.evaluate(() => document.body?.innerText ?? '');
  content = () => this.evaluate(() => document.documentElement.outerHTML);

  async goto(
    url: string,
    { wait = 'load', timeout = 15_000 }: { wait?: 'load' | 'none'; timeout?: number } = {},
  ): Promise<Visit> {
    this.address = url;
    return this.#visit(
      this.link.send('browsingContext.navigate', {
        context: this.context,
        url,
        wait: wait === 'none' ? 'none' : 'complete',
      }),
      timeout,
      wait,
    );
  }

  reload = () =>
    this.#visit(this.link.send('browsingContext.reload', { context: this.context, wait: 'complete' }), 15_000, 'load');

  async #visit(going: Promise<unknown>, timeout: number, wait: 'load' | 'none'): Promise<Visit> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>(
      (_, reject) => (timer = setTimeout(() => reject(new Error(`no load in ${timeout} ms`)), timeout)),
    );
    try {
      await Promise.race([going, late]);
      if (wait === 'none') return {};
      // A page in another process gets a new browsing context, without the settings of the old one.
      if (this.#scheme) await this.scheme(this.#scheme);
      const status = await this.evaluate(
        () =>
          (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.responseStatus,
      );
      return status ? { status } : {};
    } catch (error) {
      return { error: /NS_ERROR_\w+/.exec((error as Error).message)?.[0] ?? (error as Error).message };
    } finally {
      clearTimeout(timer);
      going.catch(() => {});
    }
  }

  accessibilityTree = (): Promise<AccessibleNode> => readTree(this.link, { tab: this.tab });

  async scheme(scheme: Scheme) {
    this.#scheme = scheme;
    await this.link.privileged(
      (tab, wanted) => {
        const found = (globalThis as unknown as ChromeWindow).listmarkTabs().find((each) => each.listmarkTab === tab);
        found!.linkedBrowser.browsingContext.prefersColorSchemeOverride = wanted;
      },
      this.tab,
      scheme,
    );
    await until(() => this.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme));
  }

  async screenshot(options: { path?: string; scheme?: Scheme } = {}): Promise<Uint8Array> {
    if (options.scheme) await this.scheme(options.scheme);
    const { data } = await this.link.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    const png = Buffer.from(data, 'base64');
    if (options.path) writeFileSync(options.path, png);
    return png;
  }

  async click(selector: string) {
    const middle = await this.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'nearest' });
      const box = element?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    if (!middle) throw new Error(`nothing matches ${selector}`);
    await this.#clickAt(middle);
  }

  async clickNamed(role: string, name: Named) {
    // A click cannot reach anything outside of the window.
    await this.evaluate(
      ({ top, bottom }) =>
        scrollBy({ top: bottom > innerHeight ? bottom - innerHeight + 1 : Math.min(top, 0), behavior: 'instant' }),
      await this.boxOf(role, name),
    );
    const box = await this.boxOf(role, name);
    await this.#clickAt({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
  }

  boxOf = (role: string, name: Named): Promise<Box> =>
    restingPlaceOf(() => boxOf(this.link, { tab: this.tab }, role, name));

  async hand(...gestures: Gesture[]) {
    const at = ([x, y]: Place) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
    const mouse = (...actions: object[]) => [{ type: 'pointer', id: 'mouse', actions }];
    for (const gesture of gestures) {
      const actions =
        'move' in gesture
          ? mouse(at(gesture.move))
          : 'down' in gesture
            ? mouse({ type: 'pointerDown', button: gesture.down })
            : 'up' in gesture
              ? mouse({ type: 'pointerUp', button: gesture.up })
              : 'wheel' in gesture
                ? [
                    {
                      type: 'wheel',
                      id: 'wheel',
                      actions: [{ ...at(gesture.wheel), type: 'scroll', deltaX: 0, deltaY: gesture.by }],
                    },
                  ]
                : 'touch' in gesture
                  ? [
                      {
                        type: 'pointer',
                        id: 'finger',
                        parameters: { pointerType: 'touch' },
                        actions: [
                          at(gesture.touch),
                          { type: 'pointerDown', button: 0 },
                          at(gesture.to),
                          { type: 'pointerUp', button: 0 },
                        ],
                      },
                    ]
                  : [
                      {
                        type: 'key',
                        id: 'keys',
                        actions: chord(KEYS[gesture.with]!, KEYS[gesture.key] ?? gesture.key),
                      },
                    ];
      await this.link.send('input.performActions', { context: this.context, actions });
    }
  }

  /**
   * Does to everything on the page what assistive technology can do: presses it (except these names), focuses it, moves
   * caret and selection there.
   */
  assist = (...spared: string[]): Promise<string[]> => assist(this.link, this.tab, spared);

  async #clickAt({ x, y }: { x: number; y: number }) {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.link.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  async press(key: string) {
    const value = KEYS[key] ?? key;
    const actions = [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
    await this.link.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'key', id: 'keys', actions }],
    });
  }

  async viewport(width: number, height: number) {
    await this.link.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  async media({ forcedColors = false, reducedMotion = false, print = false }: Media) {
    await this.link.privileged(
      (tab, { colors, still, medium }) => {
        const { listmarkTabs, Services } = globalThis as unknown as ChromeWindow;
        listmarkTabs().find((each) => each.listmarkTab === tab)!.linkedBrowser.browsingContext.mediumOverride = medium;
        // Both preferences are global; 2 means "always my own colours", which pages see as forced colours.
        Services.prefs.setIntPref('browser.display.document_color_use', colors);
        Services.prefs.setIntPref('ui.prefersReducedMotion', still);
      },
      this.tab,
      { colors: forcedColors ? 2 : 0, still: Number(reducedMotion), medium: print ? 'print' : '' },
    );
    // The page's process gets the change later.
    const wanted = {
      '(forced-colors: active)': forcedColors,
      '(prefers-reduced-motion: reduce)': reducedMotion,
      print,
    };
    await until(() =>
      this.evaluate((all) => Object.entries(all).every(([query, is]) => matchMedia(query).matches === is), wanted),
    );
  }

  async print() {
    const { data } = await this.link.send<{ data: string }>('browsingContext.print', { context: this.context });
    return Buffer.from(data, 'base64');
  }

  async activate() {
    await this.link.send('browsingContext.activate', { context: this.context });
  }

  async close() {
    await this.link.send('browsingContext.close', { context: this.context }).catch(() => {});
  }
}
