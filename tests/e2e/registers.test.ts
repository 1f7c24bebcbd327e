/**
 * A register in real browsers: it is added and stored in steps; the worker is killed during that and started again by
 * the alarm; a look-up finds it beside the curated list.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RegisterAnswers, RegisterReport } from '../../src/messages.ts';
import { readKey } from '../../src/pipeline/keys.ts';
import { publishRegister, register, type PublishedRegister } from '../register-fixtures.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { until, type Page } from '../../tools/drivers/driver.ts';
import { ListServer } from '../../tools/servers/list-server.ts';

const LIST = 'xx-register';
/** Two steps of an ingest. */
const names = Array.from({ length: 150_000 }, (_, n) => `n${String(n).padStart(6, '0')}.example`);
const NOTHING: RegisterAnswers = { named: [], unreadable: [] };
const now = new Date();
const dates = { issued: now.toISOString(), expires: new Date(now.getTime() + 864e5).toISOString() };

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ value?: unknown; error?: string }> };
  alarms: {
    get(name: string): Promise<{ periodInMinutes?: number } | undefined>;
    create(name: string, when: { when: number; periodInMinutes: number }): Promise<void>;
  };
};
declare let blocked: boolean;

/** Runs in a page of the extension. */
async function ask(question: string, about: unknown): Promise<unknown> {
  const { value, error } = await chrome.runtime.sendMessage({ question, ask: about });
  if (error !== undefined) throw new Error(error);
  return value;
}

/**
 * Runs in a page of the extension and does not start the worker. @returns the next slice, or the number of stored names
 */
async function progress(list: string): Promise<{ next: number | null; count: number | null }> {
  const request = indexedDB.open('listmark');
  const wait = <T>(of: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) =>
      Object.assign(of, { onsuccess: () => resolve(of.result), onerror: () => reject(of.error!) }),
    );
  const db = await wait(request);
  const store = db.transaction('registers').objectStore('registers');
  const [pending, held] = await Promise.all([wait(store.get(['pending', list])), wait(store.get(['register', list]))]);
  db.close();
  return { next: pending?.next ?? null, count: held?.count ?? null };
}

/**
 * Runs in a page of the extension: blocks the ingest after its first step while `blocked` is true. IndexedDB runs one
 * write transaction at a time, in the order of their creation. The page always creates its next transaction before it
 * ends the current one, so the worker's next step cannot run between them. @returns the next slice
 */
async function blockAfterFirstStep(list: string): Promise<number> {
  const wait = <T>(of: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) =>
      Object.assign(of, { onsuccess: () => resolve(of.result), onerror: () => reject(of.error!) }),
    );
  const db = await wait(indexedDB.open('listmark'));
  const queue = () => {
    const store = db.transaction('registers', 'readwrite').objectStore('registers');
    const look = () => wait<{ next: number } | undefined>(store.get(['pending', list]));
    return { look, pending: look() };
  };
  for (let next = queue(); ;) {
    const { look, pending } = next;
    next = queue();
    const seen = await pending;
    if (!seen) continue;
    blocked = true;
    void (async () => {
      while (blocked) await look();
      db.close();
    })();
    return seen.next;
  }
}

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let server: ListServer;
  let page: Page;
  let release: PublishedRegister;

  beforeAll(async () => {
    const key = readKey(inject('workshop').key);
    release = await publishRegister(register(names), { ...dates, key });
    around = await world(name, ['unlisted.example']);
    server = await ListServer.start({ files: release.files });
    page = await around.browser.extensionPage('src/popup/index.html?url=http://unlisted.example/');
  });
  afterAll(async () => {
    await server?.close();
    await around?.end();
  });

  /** Makes sure that the register is completely stored, whatever the tests before have left. */
  async function stored() {
    const [report] = (await page.evaluate(ask, 'registers', null)) as RegisterReport[];
    if (!report) await page.evaluate(ask, 'addRegister', { address: server.url });
    await until(
      () => page.evaluate(progress, LIST),
      (seen) => seen.count !== null,
      30_000,
    );
  }

  it(
    'is stored although the worker is killed: an alarm starts it, the ingest continues, and the options show the progress',
    { timeout: 60_000 },
    async () => {
      const blocking = page.evaluate(blockAfterFirstStep, LIST);
      await page.evaluate(
        `void chrome.runtime.sendMessage({ question: 'addRegister', ask: { address: '${server.url}' } }).catch(() => 0)`,
      );
      expect(await blocking).toBe(64);
      await around.browser.killWorker();
      await page.evaluate('blocked = false');
      expect(await page.evaluate(progress, LIST)).toEqual({ next: 64, count: null });
      const options = await around.browser.extensionPage('src/options/index.html');
      await until(
        () => options.text(),
        (text) => /Being stored\s+97 %/.test(text),
      );
      const fetched = server.log.length;
      // The ingest alarm has a period of half a minute. Make it fire earlier, so that the test need not wait.
      const period = await page.evaluate(async () => (await chrome.alarms.get('ingest'))?.periodInMinutes);
      expect(period).toBe(0.5);
      await page.evaluate(() => chrome.alarms.create('ingest', { when: Date.now() + 1_000, periodInMinutes: 0.5 }));
      await until(
        () => page.evaluate(progress, LIST),
        (seen) => seen.count !== null,
        30_000,
      );
      expect(server.log.length).toBe(fetched);
      await until(
        () => page.evaluate(async () => (await chrome.alarms.get('ingest')) === undefined),
        (gone) => gone,
      );
      await until(
        () => options.text(),
        (text) => text.includes('150,000 names') && !text.includes('Being stored'),
      );
      await options.close();
      const hits = (await page.evaluate(ask, 'inRegisters', { host: `www.${names[123_456]}` })) as RegisterAnswers;
      expect(hits.named.map(({ list, hits }) => [list, hits.map((hit) => hit.name)])).toEqual([
        [LIST, [names[123_456]]],
      ]);
      expect(await page.evaluate(ask, 'inRegisters', { host: 'unlisted.example' })).toEqual(NOTHING);
    },
  );

  it('is reported as complete, and is separate: the curated list does not name its hosts', async () => {
    await stored();
    const [report] = (await page.evaluate(ask, 'registers', null)) as RegisterReport[];
    expect(report).toMatchObject({ list: LIST, progress: null, held: { count: names.length, sequence: 1 } });
    expect(await page.evaluate(ask, 'site', { url: `http://${names[5]}/` })).toMatchObject({
      lookUp: 'done',
      status: 'not-listed',
    });
  });

  it('is deleted when the user removes it', async () => {
    await stored();
    expect(await page.evaluate(ask, 'removeRegister', { list: LIST })).toEqual([]);
    expect(await page.evaluate(ask, 'inRegisters', { host: names[7] })).toEqual(NOTHING);
  });
});
