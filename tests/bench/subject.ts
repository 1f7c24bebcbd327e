/**
 * A Chromium with one extension or none: measures what a page costs in it, and how soon the extension shows its mark.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, until, type Hosts } from '../../tools/drivers/driver.ts';
import { Devtools, type Session } from './devtools.ts';
import { WATCH } from './watch.ts';

export interface Mark {
  at: number;
  /** When the browser answered the call. */
  done?: number;
  what: string;
}
export interface Times {
  /**
   * In ms from navigation start: the first call of the action API that sets a mark; the browser's answer to it; the
   * first frame with the badge.
   */
  toolbar: number;
  taken: number;
  badge: number;
}
export interface Cost {
  scripts: number;
  /** Bytes of the source text. */
  bytes: number;
  nodes: number;
  sheets: number;
  requests: number;
}

/** Added to the worker in a copy of the extension: records each call for the toolbar with the clock that pages use. */
const SPY = `
;globalThis.costMarks = [];
for (const name of ['setIcon', 'setBadgeText', 'setTitle']) {
  const real = chrome.action[name];
  const now = () => performance.timeOrigin + performance.now();
  chrome.action[name] = (about, ...rest) => {
    const { tabId, ...what } = about;
    const mark = { at: now(), what: name + JSON.stringify(what) };
    globalThis.costMarks.push(mark);
    const answer = real.call(chrome.action, about, ...rest);
    answer?.then?.(() => { mark.done = now(); }, () => {});
    return answer;
  };
}
`;

/** Milliseconds, long enough for everything that a new tab or the end of a worker causes. */
const SETTLE = 500;
const TAB = 250;

export class Subject {
  readonly #devtools: Devtools;
  readonly #copy = mkdtempSync(join(tmpdir(), 'listmark-cost-'));
  #id: string | null = null;
  /** The values that it sets in the toolbar for an unlisted page. */
  readonly #ordinary = new Set<string>();

  constructor(
    readonly name: string,
    hosts: Hosts,
  ) {
    process.on('exit', () => rmSync(this.#copy, { recursive: true, force: true }));
    this.#devtools = new Devtools(hosts);
  }

  async install(folder: string): Promise<void> {
    cpSync(folder, this.#copy, { recursive: true });
    const { background } = JSON.parse(readFileSync(join(this.#copy, 'manifest.json'), 'utf8')) as {
      background: { service_worker: string };
    };
    writeFileSync(join(this.#copy, background.service_worker), SPY, { flag: 'a' });
    this.#id = await this.#devtools.install(this.#copy);
  }

  /** Visits an unlisted page to learn the values for it, and closes the tabs that the extension has opened. */
  async learn(unlisted: string): Promise<void> {
    for (const { type, targetId } of await this.#devtools.targets())
      if (type === 'page') await this.#devtools.send('Target.closeTarget', { targetId });
    await this.#inTab(async (page) => {
      await page.send('Page.navigate', { url: unlisted });
      await pause(2 * SETTLE);
    });
    for (const { what } of await this.#marks()) this.#ordinary.add(what);
  }

  /** Counts what is in the page after one load, including the extension's part. */
  cost = (url: string): Promise<Cost> =>
    this.#inTab(async (page) => {
      const scripts: string[] = [];
      const cost = { sheets: 0, requests: 0 };
      page.on('Debugger.scriptParsed', ({ scriptId }) => void scripts.push(scriptId as string));
      page.on('CSS.styleSheetAdded', () => void cost.sheets++);
      page.on('Network.requestWillBeSent', () => void cost.requests++);
      for (const domain of ['DOM', 'CSS', 'Debugger', 'Network']) await page.send(`${domain}.enable`);
      await page.send('Page.navigate', { url });
      await pause(3 * SETTLE);
      const sources = await Promise.all(
        scripts.map((scriptId) => page.send<{ scriptSource: string }>('Debugger.getScriptSource', { scriptId })),
      );
      const { root } = await page.send<{ root: Node }>('DOM.getDocument', { depth: -1, pierce: true });
      return {
        ...cost,
        scripts: scripts.length,
        bytes: sources.reduce((sum, { scriptSource }) => sum + Buffer.byteLength(scriptSource), 0),
        nodes: count(root),
      };
    });

  /** Script time (ms) and heap (kB) of one load of the page, for its whole process. */
  load = (url: string): Promise<{ script: number; heap: number }> =>
    this.#inTab(async (page) => {
      await page.send('Performance.enable');
      await page.send('Page.navigate', { url });
      await pause(SETTLE);
      const { metrics } = await page.send<{ metrics: { name: string; value: number }[] }>('Performance.getMetrics');
      await page.send('HeapProfiler.collectGarbage');
      const { usedSize } = await page.send<{ usedSize: number }>('Runtime.getHeapUsage');
      return { script: metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000, heap: usedSize / 1024 };
    });

  /** The kinds of marks that it shows. */
  trial = (url: string): Promise<Times> => this.times(url, { cold: false, shows: [], pause: 3_000 });

  /**
   * @param shows the marks to wait for; NaN for one that does not appear within three seconds
   * @throws Error if the killed worker answers
   */
  times = (
    url: string,
    { cold, shows, pause: least = SETTLE }: { cold: boolean; shows: readonly ('toolbar' | 'badge')[]; pause?: number },
  ): Promise<Times> =>
    this.#inTab(async (page) => {
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
      if (cold) await this.#kill();
      await pause(SETTLE);
      await page.send('Page.navigate', { url });
      await pause(least);
      const within = async <T>(look: () => Promise<T>) => until(look, Boolean, 3_000).catch(() => undefined);
      if (shows.includes('badge')) await within(() => page.evaluate('globalThis.costSeen'));
      const [start, badge] = await page.evaluate<[number, number | null]>(
        '[performance.timeOrigin, globalThis.costSeen ?? null]',
      );
      const says = ({ at, what }: Mark) => at >= start && !this.#ordinary.has(what);
      const find = async () => (await this.#marks(cold ? start : 0)).find((mark) => says(mark) && mark.done);
      const mark = shows.includes('toolbar') ? await within(find) : await find();
      return { toolbar: (mark?.at ?? NaN) - start, taken: (mark?.done ?? NaN) - start, badge: badge ?? NaN };
    });

  close = (): Promise<void> => this.#devtools.close();

  async #inTab<T>(use: (page: Session) => Promise<T>): Promise<T> {
    const { targetId } = await this.#devtools.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
    const page = await this.#devtools.attach(targetId);
    await page.send('Page.enable');
    await pause(TAB);
    try {
      return await use(page);
    } finally {
      await this.#devtools.send('Target.closeTarget', { targetId });
    }
  }

  #worker = async () =>
    (await this.#devtools.targets()).find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${this.#id}/`),
    );

  /** @param since the worker must have started after it */
  async #marks(since = 0): Promise<Mark[]> {
    const target = await this.#worker();
    if (!target) return [];
    const worker = await this.#devtools.attach(target.targetId);
    const { boot, marks } = await worker.evaluate<{ boot: number; marks: Mark[] }>(
      '({ boot: performance.timeOrigin, marks: globalThis.costMarks ?? [] })',
    );
    // An attached debugger would keep the worker from ending.
    await worker.detach();
    if (boot < since) throw new Error(`${this.name}: the worker that should have been killed answered`);
    return marks;
  }

  async #kill(): Promise<void> {
    const target = await this.#worker();
    if (target) await this.#devtools.send('Target.closeTarget', { targetId: target.targetId });
  }
}

interface Node {
  children?: Node[];
  shadowRoots?: Node[];
}
/** Includes shadow roots, also closed ones, and their content. */
const count = ({ children = [], shadowRoots = [] }: Node): number =>
  1 + [...children, ...shadowRoots].reduce((sum, node) => sum + count(node), 0);
