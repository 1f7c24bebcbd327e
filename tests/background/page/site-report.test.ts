/** What the popup is told of an address: over a true list, with the browser in memory. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteFound } from '../../../src/messages.ts';
import { today } from '../../../src/today.ts';
import * as store from '../../../src/background/list/store.ts';
import { browser } from '../platform.ts';
import { PAGES, storeList } from './listed-pages.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform.ts')).browser }));
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
const { forgetOpen } = await import('../../../src/background/list/open-list.ts');
const { siteReport } = await import('../../../src/background/page/site-report.ts');

const found = async (url: string, asOf?: string) => {
  const report = await siteReport(url, asOf);
  expect(report.lookUp).toBe('done');
  return report as SiteFound;
};

beforeEach(async () => {
  await browser.storage.local.remove('settings');
  await storeList();
  forgetOpen();
});

describe('A report', () => {
  it('of a listed page has its status, its events in order of date, its market and the list', async () => {
    const report = await found(PAGES.both);
    expect(report).toMatchObject({ host: 'both.example', status: 'listed', searched: null, notCounted: [] });
    expect(report.history.map(({ kind }) => kind).sort()).toEqual(['blocked', 'listed', 'named']);
    expect(report.markets).toMatchObject([
      { id: 'Both', domains: [{ name: 'both.example', matched: true, from: null, changedHands: null }] },
    ]);
    expect(report.list).toMatchObject({ state: 'ready', sequence: 1, expired: false });
  });
  it('carries what its market cites and every edition of those lists, and nothing else', async () => {
    const { library } = await found(PAGES.listed);
    expect(Object.keys(library.series)).toEqual(['xx-list']);
    expect(Object.keys(library.sources).sort()).toEqual(['xx-list-2018', 'xx-list-2019', 'xx-list-2020']);
  });
  it('says what was searched where nothing was found', async () => {
    const report = await found(PAGES.unlisted);
    expect(report).toMatchObject({ status: 'not-listed', history: [], markets: [] });
    expect(report.searched).toEqual({
      lists: 1,
      orders: 1,
      seizures: 0,
      submissions: 1,
      editions: { held: 2, complete: 1 },
    });
  });
  it('names the series that do not count by the user’s choice, and shows their events', async () => {
    await browser.storage.local.set({ settings: { seriesIgnored: ['xx-list'] } });
    const report = await found(PAGES.listed);
    expect(report).toMatchObject({ status: 'on-record', notCounted: ['Example list'] });
    expect(report.history).toHaveLength(1);
  });
});

describe('As of a day', () => {
  it('in the past, nothing later is reported', async () => {
    const report = await found(PAGES.listed, '2020-06-01');
    expect(report).toMatchObject({ asOf: '2020-06-01', readOn: today(), history: [] });
    expect(report.result.series).toEqual([]);
  });
  it('in the future, the answer is that of today, with today’s date', async () => {
    expect(await found(PAGES.listed, '2999-01-01')).toMatchObject({ asOf: today(), status: 'listed' });
  });
});

describe('No status', () => {
  it.each(['about:blank', 'file:///a', 'not an address', 'chrome://extensions/'])('can be had of %s', async (url) =>
    expect(await siteReport(url)).toMatchObject({ lookUp: 'impossible', list: { state: 'ready' } }),
  );
  it('is given without a list, and never “not listed”', async () => {
    await store.eraseList();
    forgetOpen();
    const report = await siteReport(PAGES.unlisted);
    expect(report).toMatchObject({ lookUp: 'no-list', host: 'unlisted.example', list: { state: 'none' } });
    expect(report).not.toHaveProperty('status');
  });
  it('but “unknown” is given of an unnamed page by a list that has run out; what it names stays', async () => {
    await storeList(40);
    forgetOpen();
    expect(await found(PAGES.unlisted)).toMatchObject({ status: 'unknown', list: { expired: true } });
    expect(await found(PAGES.listed)).toMatchObject({ status: 'listed' });
  });
});
