/** A register in real browsers: added, stored in steps, its worker killed in the middle and woken by the alarm, looked up beside the curated list. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RegisterAnswer, RegisterReport } from '../../src/messages.ts';
import { readKey } from '../../src/pipeline/keys.ts';
import { publishRegister, register, type PublishedRegister } from '../register-fixtures.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { until, type Page } from './driver.ts';
import { ListServer } from './list-server.ts';

const LIST = 'xx-register';
/** Six steps of an ingest: it must still be under way when the worker is killed. */
const names = Array.from({ length: 800_000 }, (_, n) => `n${String(n).padStart(6, '0')}.example`);
const now = new Date();
const dates = { issued: now.toISOString(), expires: new Date(now.getTime() + 864e5).toISOString() };

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ value?: unknown; error?: string }> } };

/** Runs in a page of the extension. */
async function ask(question: string, about: unknown): Promise<unknown> {
  const { value, error } = await chrome.runtime.sendMessage({ question, ask: about });
  if (error !== undefined) throw new Error(error);
  return value;
}

/** Runs in a page of the extension, and does not wake the worker: the slice that comes next, or what is in use. */
async function progress(list: string): Promise<{ next: number | null; count: number | null }> {
  const request = indexedDB.open('listmark');
  const wait = <T>(of: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => Object.assign(of, { onsuccess: () => resolve(of.result), onerror: () => reject(of.error!) }));
  const db = await wait(request);
  const store = db.transaction('registers').objectStore('registers');
  const [pending, held] = await Promise.all([wait(store.get(['pending', list])), wait(store.get(['register', list]))]);
  db.close();
  return { next: pending?.next ?? null, count: held?.count ?? null };
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

  it('is stored though its worker is killed in the middle: an alarm wakes it, and it goes on where it stopped', { timeout: 150_000 }, async () => {
    await page.evaluate(`void chrome.runtime.sendMessage({ question: 'addRegister', ask: { address: '${server.url}' } }).catch(() => 0)`);
    const { next } = await until(
      () => page.evaluate(progress, LIST),
      (seen) => seen.next !== null,
      60_000,
    );
    // A worker in the middle of its work does not always end at the first word in Chromium.
    await around.browser.killWorker().catch(() => around.browser.killWorker());
    expect(next).toBeGreaterThan(0);
    expect((await page.evaluate(progress, LIST)).count).toBe(null);
    const fetched = server.log.length;
    await until(
      () => page.evaluate(progress, LIST),
      (seen) => seen.count !== null,
      90_000,
    );
    expect(server.log.length).toBe(fetched);
    const hits = (await page.evaluate(ask, 'inRegisters', { host: `www.${names[123_456]}` })) as RegisterAnswer[];
    expect(hits.map(({ list, hits }) => [list, hits.map((hit) => hit.name)])).toEqual([[LIST, [names[123_456]]]]);
    expect(await page.evaluate(ask, 'inRegisters', { host: 'unlisted.example' })).toEqual([]);
  });

  it('is said to be whole, current and separate: the curated list knows nothing of it', async () => {
    const [report] = (await page.evaluate(ask, 'registers', null)) as RegisterReport[];
    expect(report).toMatchObject({ list: LIST, progress: null, held: { count: names.length, sequence: 1 } });
    expect(await page.evaluate(ask, 'site', { url: `http://${names[5]}/` })).toMatchObject({ check: 'done', status: 'not-listed' });
  });

  it('goes when the user removes it', async () => {
    expect(await page.evaluate(ask, 'removeRegister', { list: LIST })).toEqual([]);
    expect(await page.evaluate(ask, 'inRegisters', { host: names[7] })).toEqual([]);
  });
});
