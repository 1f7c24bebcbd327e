/**
 * The worker of the browser benches: all the production code, but with one listener that measures times. The path of
 * the address chooses the work: `.../floor` only opens the database and reads one small value; any other path is looked
 * up in the curated list and in the registers. So floor and look-up run in the same worker.
 */
import browser from 'webextension-polyfill';
import '../../src/background/answers.ts';
import { fetchFrom } from '../../src/background/list/fetch-file.ts';
import { lookUpPage } from '../../src/background/page/page-look-up.ts';
import * as store from '../../src/background/register/register-store.ts';
import { syncRegister } from '../../src/background/register/register-sync.ts';
import { inRegisters } from '../../src/background/register/look-up.ts';
import { inDatabase, readLastSync } from '../../src/background/list/store.ts';
import { LIST_KEYS } from '../../src/config.ts';
import { hostOfUrl } from '../../src/list/names/host.ts';
import type { Get } from '../../src/list/release/read-release.ts';
import { VISITED } from './visited.ts';

/** Milliseconds since the worker's start. */
export interface Wake {
  url: string;
  /** All scripts were evaluated. */
  ready: number;
  /** The event of the navigation arrived. */
  event: number;
  verdict: number;
  /** Registers that name the host. */
  found: number;
}

let wake: Wake | null = null;
const ready = performance.now();

browser.tabs.onUpdated.addListener((_id, _change, { url }) => {
  if (wake || !url?.includes(VISITED)) return;
  const event = performance.now();
  wake = { url, ready, event, verdict: 0, found: 0 };
  void look(url).then((found) => (wake = { url, ready, event, verdict: performance.now(), found }));
});

async function look(url: string): Promise<number> {
  if (new URL(url).pathname.endsWith('/floor')) {
    await readLastSync();
    return 0;
  }
  const [, hits] = await Promise.all([lookUpPage(url), inRegisters(hostOfUrl(url)!)]);
  return hits.named.length;
}

export interface Ingested {
  /** From the last byte of the download to the first answer. */
  milliseconds: number;
  downloaded: number;
  stored: number;
  /** Longest time without an answer of the worker. */
  longestBlock: number;
}

/** Reads and stores a register from an address, as a sync does. */
async function ingest(list: string, address: string, host: string): Promise<Ingested> {
  await store.removeRegister(list);
  await store.writeAdded({ list, addresses: [address] });
  const fetched = fetchFrom(address, { timeout: 600_000, pace: 1_000_000 });
  let last = 0;
  let downloaded = 0;
  const get: Get = async (name, limit) => {
    const bytes = await fetched(name, limit);
    downloaded += bytes.length;
    last = performance.now();
    return bytes;
  };
  const watch = { onManySteps: async () => undefined, onStep: () => undefined };
  const blocks = blockWatch();
  const { outcome, reason } = await syncRegister({
    get,
    keys: LIST_KEYS,
    list,
    now: new Date().toISOString(),
    observer: watch,
  });
  if (outcome !== 'updated') throw new Error(`${outcome}: ${reason}`);
  await inRegisters(host);
  const milliseconds = performance.now() - last;
  await browser.alarms.clearAll();
  return { milliseconds, downloaded, stored: await storedBytes(list), longestBlock: blocks.end() };
}

function blockWatch(): { end(): number } {
  let longest = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 5);
  return {
    end() {
      clearInterval(timer);
      return longest;
    },
  };
}

/** Milliseconds, long enough for a busy machine. */
const TIMEOUT = 600_000;

const sizeOf = (value: unknown): number => {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce((sum: number, each) => sum + sizeOf(each), 0);
};

async function storedBytes(list: string): Promise<number> {
  return inDatabase(async (db) => {
    let sum = 0;
    for (let at = await db.transaction('registers').store.openCursor(); at; at = await at.continue())
      if (at.key[1] === list) sum += sizeOf(at.value);
    return sum;
  }, TIMEOUT);
}

/** The floor of an ingest: the same number of bytes, written as one value. */
async function writeOne(bytes: number): Promise<number> {
  const value = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(value.subarray(at, Math.min(bytes, at + 65_536)));
  return inDatabase(async (db) => {
    const start = performance.now();
    const tx = db.transaction('registers', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(value.buffer, ['bench', 'floor']), tx.done]);
    const milliseconds = performance.now() - start;
    await db.delete('registers', ['bench', 'floor']);
    return milliseconds;
  }, TIMEOUT);
}

export interface Bench {
  wake(): Wake | null;
  ingest(list: string, address: string, host: string): Promise<Ingested>;
  writeOne(bytes: number): Promise<number>;
  remove(list: string): Promise<void>;
}

Object.assign(globalThis, {
  bench: { wake: () => wake, ingest, writeOne, remove: store.removeRegister } satisfies Bench,
});
