/** The mark and the title of a tab for every status, and into which pages the badge's script goes. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser, calls, callsOf, chrome, failing, openTab, tabs, told } from '../platform.ts';
import * as store from '../../../src/background/list/store.ts';
import { PAGES, storeList } from './listed-pages.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform.ts')).browser }));
vi.stubGlobal('chrome', chrome);
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
const { forgetOpen } = await import('../../../src/background/list/open-list.ts');
const { forgetAccess } = await import('../../../src/background/page/badge.ts');
const { refreshTabs, showTab } = await import('../../../src/background/page/toolbar.ts');

beforeEach(async () => {
  failing.clear();
  tabs.clear();
  calls.length = 0;
  forgetAccess();
  await browser.storage.local.remove('settings');
  await storeList();
  forgetOpen();
});

const show = async (url: string, id = 1) => {
  await showTab(openTab(id, url) as never);
  const { path } = told(id, 'setIcon') as unknown as { path: Record<string, string> };
  return { mark: /icons\/(.*)-16\.png/.exec(path[16]!)![1]!, title: told(id, 'setTitle')!['title']! };
};

describe('A tab shows', () => {
  it.each<[string, string, string, RegExp]>([
    ['a listed page', PAGES.listed, 'listed', /^market\.example: .*2020/],
    ['a listing that no newer edition repeats', PAGES.old, 'listed-earlier', /^old\.example: Last named .*2018/],
    ['an order of which nobody knows whether it is in force', PAGES.ordered, 'block-ordered', /^ordered\.example: /],
    ['what only industry named', PAGES.named, 'named', /^named\.example: /],
    ['what is only on record, denying nothing', PAGES.onRecord, 'on-record', /on record, no status today: /],
    ['silence, which is no clearance', PAGES.unlisted, 'not-listed', /not named.*not clearance/i],
    [
      'an IP address, which the list cannot name',
      'http://192.0.2.7/',
      'unknown',
      /^192\.0\.2\.7: not known; .*not by IP/,
    ],
    ['a page of the browser', 'about:addons', 'impossible', /not checked; only web pages can be/],
  ])('%s', async (_, url, mark, title) => {
    expect(await show(url)).toEqual({ mark, title: expect.stringMatching(title) as string });
  });
  it('how many series more, without those of industry', async () => {
    expect((await show(PAGES.both)).title).toMatch(/; 1 more entry on record$/);
  });
  it('that nothing is known without a list, and never that a page is not listed', async () => {
    await store.eraseList();
    forgetOpen();
    expect(await show(PAGES.unlisted)).toEqual({
      mark: 'no-list',
      title: 'Listmark: not known, the list is not loaded',
    });
  });
  it('that the list is out of date, beside what it names and instead of what it does not', async () => {
    await storeList(40);
    forgetOpen();
    expect(await show(PAGES.unlisted)).toMatchObject({
      mark: 'stale',
      title: expect.stringContaining('not known') as string,
    });
    expect(await show(PAGES.listed)).toMatchObject({
      mark: 'listed',
      title: expect.stringContaining('out of date') as string,
    });
  });
});

describe('The badge’s script', () => {
  const drawnIn = () =>
    callsOf('scripting.executeScript').map(({ args }) => (args[0] as { target: { tabId: number } }).target.tabId);
  it('is injected into listed pages only', async () => {
    for (const [n, url] of Object.values(PAGES).entries()) await show(url, n + 1);
    expect(drawnIn()).toEqual([1, 2, 3]);
  });
  it('is injected again into each listed page that may have a badge, to remove it, after badges are switched off', async () => {
    for (const [n, url] of Object.values(PAGES).entries()) openTab(n + 1, url);
    const listed = Object.values(PAGES).flatMap((url, n) => (url === PAGES.unlisted ? [] : n + 1));
    await browser.storage.local.set({ settings: { badgeOn: false } });
    await refreshTabs();
    expect(drawnIn().sort()).toEqual(listed);
    // On the way to a page there is no badge yet.
    calls.length = 0;
    await show(PAGES.listed);
    expect(drawnIn()).toEqual([]);
  });
  it('is not injected without the user’s permission, or if the browser does not say whether it is given', async () => {
    const { contains } = browser.permissions;
    browser.permissions.contains = () => Promise.resolve(false);
    await show(PAGES.listed);
    browser.permissions.contains = contains;
    forgetAccess();
    failing.set('permissions.contains', new Error('no'));
    await show(PAGES.listed, 2);
    expect(drawnIn()).toEqual([]);
  });
  it('is not injected into a discarded tab', async () => {
    Object.assign(openTab(1, PAGES.listed), { discarded: true });
    await showTab(tabs.get(1) as never);
    expect(told(1, 'setTitle')!['title']).toContain('market.example');
    expect(drawnIn()).toEqual([]);
  });
});

describe('A tab that has navigated', () => {
  it('has the mark of its present page, not of the earlier one', async () => {
    const before = { ...openTab(1, PAGES.listed) };
    openTab(1, PAGES.unlisted);
    await showTab(before as never);
    expect(callsOf('action.setTitle').map(({ args }) => (args[0] as { title: string }).title)).toEqual([
      expect.stringContaining('unlisted.example'),
    ]);
    expect(callsOf('scripting.executeScript')).toEqual([]);
  });
  it('to the source view of a page has the mark of that page', async () => {
    expect(await show(`view-source:${PAGES.listed}`)).toMatchObject({ mark: 'listed' });
  });
  it('has the mark of its pending address while it has no other', async () => {
    Object.assign(openTab(1, ''), { pendingUrl: PAGES.listed });
    await showTab(tabs.get(1) as never);
    expect(told(1, 'setTitle')!['title']).toContain('market.example');
  });
  it('that is closed gets no mark, and no error is thrown', async () => {
    const gone = { ...openTab(1, PAGES.listed) };
    tabs.clear();
    await showTab(gone as never);
    expect(callsOf('action.setTitle')).toEqual([]);
  });
});

it('All tabs are marked again after a new list', async () => {
  openTab(1, PAGES.listed);
  openTab(2, PAGES.unlisted);
  await refreshTabs();
  expect([1, 2].map((id) => told(id, 'setTitle')?.['title'])).toEqual([
    expect.stringContaining('market.example'),
    expect.stringContaining('unlisted.example'),
  ]);
});
