/** What the badge says, to which page, and when nothing is drawn: over a true list, with the browser in memory. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../src/settings.ts';
import { SHAPES } from '../../../src/marks.ts';
import { browser, failing } from '../platform.ts';
import { PAGES, storeList } from './listed-pages.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform.ts')).browser }));
const { forgetOpen } = await import('../../../src/background/list/open-list.ts');
const { badgeFor, hideBadge, hidingsOn, prepareBadge, showAgain } =
  await import('../../../src/background/page/badge-answer.ts');

const choose = (settings: Partial<Settings>) => browser.storage.local.set({ settings });
const from = (url: string, incognito = false) => ({ url, tab: { incognito } }) as never;
const page = (url: string, isPrivate = false) => ({ url, isPrivate });

beforeEach(async () => {
  failing.clear();
  for (const area of [browser.storage.local, browser.storage.session])
    for (const key of ['settings', 'silenced']) await area.remove(key);
  await storeList();
  forgetOpen();
  // Nothing that an earlier test prepared is left.
  await badgeFor(from(PAGES.unlisted));
});

describe('The badge', () => {
  it('says what the lists say about the page, in the user’s choice of size', async () => {
    await choose({ badgeCorner: 'top-left', theme: 'dark' });
    expect(await badgeFor(from(PAGES.listed))).toMatchObject({
      host: 'market.example',
      mark: SHAPES.listed,
      market: 'Some market',
      notes: [
        'The list: Example watch list, Example Office.',
        'Kind of act: government list. Listmark judges nothing; a listing is not a finding of law.',
      ],
      corner: 'top-left',
      theme: 'dark',
    });
    const { words, sentences } = (await badgeFor(from(PAGES.listed)))!;
    expect(words).toContain('2020');
    expect(sentences).toEqual([]);
  });
  it('names in its card the newest edition of the other lists, the orders, and the submissions', async () => {
    expect((await badgeFor(from(PAGES.both)))!.sentences).toEqual([
      expect.stringMatching(/^Ordered blocked by /),
      'Also named by Example asks in submissions.',
    ]);
  });
  it('has the weaker mark where the naming is old', async () => {
    expect(await badgeFor(from(PAGES.old))).toMatchObject({
      mark: SHAPES['listed-earlier'],
      words: 'Last named in the Example Office’s 2018 watch list',
    });
  });
  it.each([
    ['a page that is not listed', PAGES.unlisted],
    ['one that only industry named', PAGES.named],
    ['one that is only on record', PAGES.onRecord],
    ['what is no page of the web', 'file:///home/market.example'],
    ['a sender without an address', ''],
  ])('is not there on %s', async (_, url) => expect(await badgeFor(from(url))).toBeNull());
  it('is shown for a status that the user added, and not shown if badges are off', async () => {
    await choose({ badgeStatuses: ['named'] });
    expect(await badgeFor(from(PAGES.named))).toMatchObject({ mark: SHAPES.named });
    expect(await badgeFor(from(PAGES.listed))).toBeNull();
    await choose({ badgeOn: false });
    expect(await badgeFor(from(PAGES.listed))).toBeNull();
  });
  it('is not drawn where the settings cannot be read: it may have been switched off', async () => {
    failing.set('storage.local.get', new Error('no'));
    expect(await badgeFor(from(PAGES.listed))).toBeNull();
  });
});

describe('An answer that was prepared', () => {
  /** What was prepared has the corner of its own time. */
  async function prepared(asker: { url: string; isPrivate: boolean }): Promise<void> {
    await choose({ badgeCorner: 'top-left' });
    prepareBadge(asker);
    await vi.waitFor(async () => expect(await hidingsOn(asker)).toEqual([]));
    await choose({ badgeCorner: 'bottom-left' });
  }
  it('is given to its page, once', async () => {
    await prepared(page(PAGES.listed));
    expect(await badgeFor(from(PAGES.listed))).toMatchObject({ corner: 'top-left' });
    expect(await badgeFor(from(PAGES.listed))).toMatchObject({ corner: 'bottom-left' });
  });
  it('is given to no other page, and not to the same one in a private window', async () => {
    await prepared(page(PAGES.listed));
    expect(await badgeFor(from(PAGES.both))).toMatchObject({ host: 'both.example' });
    await prepared(page(PAGES.listed));
    expect(await badgeFor(from(PAGES.listed, true))).toMatchObject({ corner: 'bottom-left' });
  });
  it('is forgotten when the user hides the badge', async () => {
    await prepared(page(PAGES.listed));
    await hideBadge('site', from(PAGES.listed));
    expect(await badgeFor(from(PAGES.listed))).toBeNull();
  });
});

describe('A badge that was hidden', () => {
  it.each(['site', 'market', 'until-change'] as const)(
    '%s: stays away, is told by name, and can be shown again',
    async (how) => {
      await hideBadge(how, from(PAGES.listed));
      expect(await badgeFor(from(PAGES.listed))).toBeNull();
      expect(await badgeFor(from(PAGES.both))).not.toBeNull();
      expect(await hidingsOn(page(PAGES.listed))).toEqual([
        { how, name: how === 'market' ? 'Some market' : 'market.example' },
      ]);
      await showAgain(page(PAGES.listed));
      expect(await badgeFor(from(PAGES.listed))).not.toBeNull();
    },
  );
  it('until its words change comes back with other words', async () => {
    await hideBadge('until-change', from(PAGES.both));
    expect(await badgeFor(from(PAGES.both))).toBeNull();
    await choose({ seriesIgnored: ['xx-courts'] });
    expect(await badgeFor(from(PAGES.both))).not.toBeNull();
  });
  it('in a private window is kept in memory only, and there both kinds are shown again', async () => {
    await hideBadge('site', from(PAGES.listed, true));
    expect(await browser.storage.local.get('silenced')).toEqual({});
    expect(await badgeFor(from(PAGES.listed))).not.toBeNull();
    expect(await badgeFor(from(PAGES.listed, true))).toBeNull();
    await hideBadge('site', from(PAGES.listed));
    await showAgain(page(PAGES.listed, true));
    expect(await badgeFor(from(PAGES.listed, true))).not.toBeNull();
    expect(await badgeFor(from(PAGES.listed))).not.toBeNull();
  });
  it('is shown again also where an answer without it was prepared', async () => {
    await hideBadge('site', from(PAGES.listed));
    prepareBadge(page(PAGES.listed));
    await showAgain(page(PAGES.listed));
    expect(await badgeFor(from(PAGES.listed))).not.toBeNull();
  });
  it('is not reported if badges are off, because there would be none anyway', async () => {
    await hideBadge('site', from(PAGES.listed));
    await choose({ badgeOn: false });
    expect(await hidingsOn(page(PAGES.listed))).toEqual([]);
  });
  it('cannot be hidden on a page that is not listed: nothing of it is stored', async () => {
    await hideBadge('site', from(PAGES.unlisted));
    expect(await browser.storage.local.get('silenced')).toEqual({});
  });
});
