/**
 * What a navigation reads, with the real store over an in-memory IndexedDB and the real look-up. Only the settings are
 * faked.
 */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sync } from '../../../src/background/list/sync.ts';
import { exampleData, getFrom, keys, NOW, publish } from '../../fixtures.ts';

const asked = vi.hoisted(() => [] as string[]);
vi.mock('webextension-polyfill', () => ({
  default: { storage: { local: { get: (key: string) => Promise.resolve(void asked.push(key)).then(() => ({})) } } },
}));

/** A newly started worker: nothing in memory yet. */
async function wokenWorker() {
  vi.resetModules();
  return import('../../../src/background/page/page-look-up.ts');
}

let read: string[];
beforeEach(async () => {
  const store = await import('../../../src/background/list/store.ts');
  const { files } = await publish(exampleData());
  await sync({ get: getFrom(files), store, keys, list: 'curated', origin: 'network', now: NOW });
  read = [];
  asked.length = 0;
  const get = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    read.push(String(key));
    return get.call(this, key);
  });
});
afterEach(() => vi.restoreAllMocks());

describe('A navigation', () => {
  it('to an unlisted page reads only the index, and only once', async () => {
    const { lookUpPage } = await wokenWorker();
    expect(await lookUpPage('https://unlisted.example/a?b')).toMatchObject({ host: 'unlisted.example', matches: [] });
    expect(await lookUpPage('https://another-unlisted.example/')).toMatchObject({ matches: [] });
    expect(read).toEqual(['stored', 'index']);
    expect(asked).toEqual([]);
  });
  it('to a listed page reads its blocks once, for any number of look-ups', async () => {
    const { lookUpPage } = await wokenWorker();
    for (let times = 0; times < 3; times++)
      expect(await lookUpPage('https://www.market.example/', '2026-11-22')).toMatchObject({ status: 'listed' });
    expect(read.slice(2).sort()).toEqual(['library', 'markets 0', 'names 0']);
  });
  it('to an IP address is not known, as the list names sites by their names', async () => {
    const { lookUpPage } = await wokenWorker();
    for (const host of ['192.0.2.1', '[2001:db8::1]'])
      expect(await lookUpPage(`http://${host}/`, '2026-11-22')).toMatchObject({ host, status: 'unknown', matches: [] });
    const { siteReport } = await import('../../../src/background/page/site-report.ts');
    expect(await siteReport('http://192.0.2.1/', '2026-11-22')).toMatchObject({
      status: 'unknown',
      beside: null,
      searched: null,
    });
  });
  it('uses the current settings', async () => {
    const { lookUpPage } = await wokenWorker();
    await lookUpPage('https://market.example/');
    await lookUpPage('https://market.example/');
    expect(asked).toEqual(['settings', 'settings']);
  });
});
