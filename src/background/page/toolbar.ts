/**
 * The toolbar mark of each tab. Icon shape and title give the status, never colour alone; no page can touch them. No
 * badge text: both browsers draw it over the icon and hide its shape.
 */
import browser, { type Tabs } from 'webextension-polyfill';
import { hostOfUrl } from '../../list/names/host.ts';
import { isAddress } from '../../list/names/typed-host.ts';
import { shownPage } from '../../list/names/shown-page.ts';
import { markOf } from '../../list/mark.ts';
import { printable } from '../../list/plain-text.ts';
import { namedAddress } from '../../words/record/named-words.ts';
import { causeInShort } from '../../words/record/on-record-words.ts';
import { shortWords } from '../../words/record/sentences.ts';
import { listOf } from '../../words/lists.ts';
import type { MarkName } from '../../marks.ts';
import { reasonOf, within } from '../../within.ts';
import { prepareBadge, wantsBadge } from './badge-answer.ts';
import { injectBadge, hasPageAccess } from './badge.ts';
import { setIcon } from './icon.ts';
import { isExpired } from '../list/open-list.ts';
import { lookUpPage } from './page-look-up.ts';
import { inRegisters } from '../register/look-up.ts';
import { say } from '../../words/page.ts';

/** By tab: the address shown last or being shown now, and the title that the mark got. */
const shownTabs = new Map<number, { url: string; titleSet: Promise<string | null> }>();

/**
 * Sets the mark for the tab's address and injects the badge if there should be one.
 * @param again true if the page may have a badge already, from before a change of settings or list
 */
export async function showTab(tab: Tabs.Tab, again = false): Promise<void> {
  if (tab.id === undefined) return;
  const url = addressOf(tab);
  const titleSet = setMark(tab.id, url, again);
  shownTabs.set(tab.id, { url, titleSet });
  await titleSet;
}

/**
 * On load, sets the mark again only if the browser reset it with the new document. Browsers may do that after the
 * navigation event. Compares the title, because the icon cannot be read back.
 */
export async function restoreMark(tab: Tabs.Tab): Promise<void> {
  const before = tab.id === undefined ? undefined : shownTabs.get(tab.id);
  const title = before?.url === addressOf(tab) ? await before.titleSet.catch(() => null) : null;
  if (title !== null && (await within(browser.action.getTitle({ tabId: tab.id! })).catch(() => '')).startsWith(title))
    return;
  await showTab(tab);
}

/** @returns the title that was set; null if the tab has moved on */
async function setMark(tabId: number, url: string, again: boolean): Promise<string | null> {
  // A worker that has just started may get events about an earlier page of the tab. So ask which page the tab shows
  // now, in parallel with the look-up. If the tab moves on after that, a newer call handles it.
  const [now, { mark, title, badge, listed }, hasAccess] = await Promise.all([
    within(browser.tabs.get(tabId)).catch(() => null),
    describe(url),
    hasPageAccess(),
  ]);
  if (!now || shownTabs.get(tabId)?.url !== url) return null;
  if (addressOf(now) !== url) return showTab(now).then(() => null);
  const titleDone = within(browser.action.setTitle({ tabId, title }));
  // A discarded tab has no document to draw in. Restoring it triggers another call. The script also takes away a badge
  // that should be there no more; a page that is not listed has none, and gets no script.
  if ((badge || (again && listed)) && hasAccess && !now.discarded) {
    void injectBadge(tabId);
    prepareBadge({ url, isPrivate: now.incognito });
  }
  // Last, because the worker must read and decode the icon file.
  const iconDone = setIcon({ tabId, path: { 16: `/icons/${mark}-16.png`, 32: `/icons/${mark}-32.png` } });
  await Promise.all([titleDone, iconDone]).catch(() => undefined); // The tab was closed meanwhile.
  // Registers never change the mark, so they must not delay it.
  const registers = await registersNaming(url);
  if (registers.length && shownTabs.get(tabId)?.url === url)
    await within(
      browser.action.setTitle({ tabId, title: say('in-registers', { title, registers: listOf(registers) }) }),
    ).catch(() => undefined);
  return title;
}

/** Titles of the user's registers that name the host. Empty if they cannot be read; the popup reports that. */
async function registersNaming(url: string): Promise<string[]> {
  const host = hostOfUrl(url);
  const answers = host === null ? null : await inRegisters(host).catch(() => null);
  return answers?.named.map(({ about }) => printable(about.title)) ?? [];
}

const addressOf = (tab: Tabs.Tab): string => shownPage(tab.pendingUrl && !tab.url ? tab.pendingUrl : (tab.url ?? ''));

interface Description {
  /**
   * Instead of `unknown` (docs/status.md) it names the cause: page that cannot be checked, no list, list out of date.
   * `unknown` is left for a list that cannot be read.
   */
  mark: MarkName;
  title: string;
  badge: boolean;
  /** The record names the page, whatever the settings make of it. */
  listed: boolean;
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
    return markOnly('unknown', say('unreadable', { reason: reasonOf(error) }));
  }
  if (found === null) return markOnly('impossible', say('impossible'));
  if (found === 'no-list') return markOnly('no-list', say('no-list'));
  const { host, status, result, library, list } = found;
  const named = namedAddress(result.matches, host);
  // "www." is the same site.
  const name = named && host !== `www.${named}` ? say('named', { host, named }) : host;
  const first = result.series[0];
  const aged = (title: string) =>
    isExpired(list) ? say('expired', { title, date: list.stored.published.slice(0, 10) }) : title;
  if (result.record) {
    const causes = listOf(result.record.causes.map((cause) => causeInShort(cause, library)));
    return { mark: status, title: aged(say('on-record', { name, causes })), badge: false, listed: true };
  }
  if (first) {
    // An industry request is not counted as one more listing.
    const more = result.series.slice(1).filter((each) => each.status !== 'named').length;
    const words = shortWords(first, library);
    const title = aged(more ? say('found-more', { name, words, more }) : say('found', { name, words }));
    return { mark: markOf(status, result.series), title, badge: wantsBadge(found), listed: true };
  }
  if (status === 'unknown' && isAddress(host)) return markOnly('unknown', say('ip-address', { host }));
  if (status === 'unknown') return markOnly('stale', say('stale', { host }));
  return markOnly('not-listed', say('not-listed', { host }));
}

const markOnly = (mark: MarkName, title: string): Description => ({ mark, title, badge: false, listed: false });

export async function showTabById(tabId: number): Promise<void> {
  const tab = await within(browser.tabs.get(tabId)).catch(() => null);
  if (tab) await showTab(tab);
}

/** Sets the mark of every tab again, after a change of list, permission or settings. */
export async function refreshTabs(): Promise<void> {
  const tabs = await within(browser.tabs.query({})).catch(() => []);
  await Promise.all(tabs.map((tab) => showTab(tab, true)));
}
