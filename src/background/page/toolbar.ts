/**
 * The toolbar mark of each tab: the state by its shape and its title, never by colour alone. The one channel that no
 * page can touch. No badge text: both browsers draw it over the mark, so that its shape could not be seen.
 */
import browser, { type Tabs } from 'webextension-polyfill';
import { hostOfUrl } from '../../list/names/host.ts';
import { shownPage } from '../../list/names/shown-page.ts';
import type { Status } from '../../list/status.ts';
import { printable } from '../../list/plain-text.ts';
import { namedDomain } from '../../list/named-words.ts';
import { causeInShort } from '../../list/on-record-words.ts';
import { shortWords } from '../../list/sentences.ts';
import { listOf, NOT_CLEARANCE, STATUS_WORDS } from '../../list/words.ts';
import { reasonOf, within } from '../../within.ts';
import { prepareBadge, wantsBadge } from './badge-answer.ts';
import { drawBadge, mayDraw } from './badge.ts';
import { setIcon } from './icon.ts';
import { isExpired } from '../list/open-list.ts';
import { lookUpPage } from './page-look-up.ts';
import { inRegisters } from '../register/look-up.ts';

/**
 * The status `unknown` (docs/status.md) is told apart by its cause: no list, a list out of date, a page that cannot be
 * checked, a list that cannot be read.
 */
type Mark = Status | 'impossible' | 'no-list' | 'stale';

/** Of each tab the address that is being shown, or was last, and the title that it was given. */
const showing = new Map<number, { url: string; told: Promise<string | null> }>();

/** Shows what is known of the tab's address, and offers the in-page badge where that says so. */
export async function showTab(tab: Tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const url = addressOf(tab);
  const told = tell(tab.id, url);
  showing.set(tab.id, { url, told });
  await told;
}

/**
 * On load, sets the mark again only if the browser reset it with the new document: browsers may do that after they told
 * us of the navigation. Compares the title, as the icon cannot be read back.
 */
export async function showTabOnceMore(tab: Tabs.Tab): Promise<void> {
  const before = tab.id === undefined ? undefined : showing.get(tab.id);
  const title = before?.url === addressOf(tab) ? await before.told.catch(() => null) : null;
  if (title !== null && (await within(browser.action.getTitle({ tabId: tab.id! })).catch(() => '')).startsWith(title))
    return;
  await showTab(tab);
}

/** @returns the title; null where something else was to be said, or nothing */
async function tell(tabId: number, url: string): Promise<string | null> {
  // A worker that has just started may get events about an earlier page of the tab, so the tab is asked what it shows
  // now, in parallel with the look-up. If the tab moves on after that, a newer call handles it.
  const [now, { mark, title, badge }, drawing] = await Promise.all([
    within(browser.tabs.get(tabId)).catch(() => null),
    describe(url),
    mayDraw(),
  ]);
  if (!now || showing.get(tabId)?.url !== url) return null;
  if (addressOf(now) !== url) return showTab(now).then(() => null);
  const words = within(browser.action.setTitle({ tabId, title }));
  // A discarded tab has no page to draw in; it is shown again when it is restored.
  if (badge && drawing && !now.discarded) {
    void drawBadge(tabId);
    prepareBadge({ url, isPrivate: now.incognito });
  }
  // Last, as the worker itself reads and draws the icon's file.
  const icon = setIcon({ tabId, path: { 16: `/icons/${mark}-16.png`, 32: `/icons/${mark}-32.png` } });
  await Promise.all([words, icon]).catch(() => undefined); // The tab was closed meanwhile.
  // After the mark, which they never change, and not in its way.
  const registers = await registersNaming(url);
  if (registers.length && showing.get(tabId)?.url === url)
    await within(browser.action.setTitle({ tabId, title: `${title}\nAlso in ${listOf(registers)}` })).catch(
      () => undefined,
    );
  return title;
}

/** Titles of the registers, added by the user, that name the host. Where they cannot be read the popup says so. */
async function registersNaming(url: string): Promise<string[]> {
  const host = hostOfUrl(url);
  const answers = host === null ? null : await inRegisters(host).catch(() => null);
  return answers?.named.map(({ about }) => printable(about.title)) ?? [];
}

const addressOf = (tab: Tabs.Tab): string => shownPage(tab.pendingUrl && !tab.url ? tab.pendingUrl : (tab.url ?? ''));

interface Description {
  mark: Mark;
  title: string;
  badge: boolean;
}

async function describe(url: string): Promise<Description> {
  const described = await describeLookUp(url);
  return { ...described, title: printable(described.title) };
}

async function describeLookUp(url: string): Promise<Description> {
  let found;
  try {
    found = await lookUpPage(url);
  } catch (error) {
    return withoutHit('unknown', `Listmark: not known, the list cannot be read (${reasonOf(error)})`);
  }
  if (found === null) return withoutHit('impossible', 'Listmark: not checked; only web pages can be');
  if (found === 'no-list') return withoutHit('no-list', 'Listmark: not known, the list is not loaded');
  const { host, status, result, library, list } = found;
  const named = namedDomain(result.matches, host);
  // "www." is the same site.
  const name = named && host !== `www.${named}` ? `${host} (named: ${named})` : host;
  const first = result.series[0];
  const age = isExpired(list) ? ` (list of ${list.stored.published.slice(0, 10)}, out of date)` : '';
  if (result.record) {
    const title = `${name}: on record, no status today: ${listOf(result.record.causes.map((cause) => causeInShort(cause, library)))}${age}`;
    return { mark: status, title, badge: false };
  }
  if (first) {
    // What industry asked for is not one more of them, however many asked.
    const others = result.series.slice(1).filter((each) => each.status !== 'named').length;
    const more = others > 0 ? ` and ${others} more` : '';
    const title = `${name}: ${shortWords(first, library)}${more}${age}`;
    return { mark: status, title, badge: wantsBadge(found) };
  }
  if (status === 'unknown') return withoutHit('stale', `${host}: not known, the list is out of date`);
  return withoutHit('not-listed', `${host}: ${STATUS_WORDS['not-listed'].toLowerCase()}. ${NOT_CLEARANCE}`);
}

const withoutHit = (mark: Mark, title: string): Description => ({ mark, title, badge: false });

export async function showTabById(tabId: number): Promise<void> {
  const tab = await within(browser.tabs.get(tabId)).catch(() => null);
  if (tab) await showTab(tab);
}

/** After a new list, a new permission or a new setting: every tab again. */
export async function refreshTabs(): Promise<void> {
  const tabs = await within(browser.tabs.query({})).catch(() => []);
  await Promise.all(tabs.map(showTab));
}
