/** The toolbar mark of each tab: state by shape, badge text and title, never by colour alone. The one channel that no page can touch. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { Status } from '../list/status.ts';
import { NOT_CLEARANCE, shortWords, STATUS_WORDS } from '../list/words.ts';
import { showBadge } from './badge.ts';
import { checkAddress } from './page-check.ts';

type Mark = Status | 'impossible' | 'no-list';

/** One to four characters; a state is told by its letters too, for those who do not see its shape. */
const BADGE_TEXT: Record<Mark, string> = {
  listed: 'LIST',
  'formerly-listed': 'was',
  blocked: 'BLK',
  'block-ordered': 'ord',
  'formerly-blocked': 'was',
  seized: 'SEIZ',
  named: 'ask',
  'not-listed': '',
  unknown: '?',
  impossible: '',
  'no-list': '?',
};

/** Shows what is known of the tab's address, and offers the in-page badge where that says so. */
export async function showTab(tab: Tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const url = tab.pendingUrl && !tab.url ? tab.pendingUrl : (tab.url ?? '');
  const { mark, title, badge } = await describe(url);
  const tabId = tab.id;
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path: iconOf(mark) }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeText({ tabId, text: BADGE_TEXT[mark] }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#33407a' }),
    ]);
  } catch {
    return; // The tab was closed meanwhile.
  }
  if (badge) await showBadge(tabId, url);
}

async function describe(url: string): Promise<{ mark: Mark; title: string; badge: boolean }> {
  let checked;
  try {
    checked = await checkAddress(url);
  } catch (error) {
    return { mark: 'no-list', title: `Listmark: the list cannot be read (${String(error)})`, badge: false };
  }
  if (checked === null) return { mark: 'impossible', title: 'Listmark: this page cannot be checked', badge: false };
  if (checked === 'no-list') return { mark: 'no-list', title: 'Listmark: the list is not loaded', badge: false };
  const { host, status, verdict, library } = checked;
  const first = verdict.series[0];
  if (first) return { mark: status, title: `${host}: ${shortWords(first, library)}`, badge: status === 'listed' || status === 'blocked' };
  if (status === 'unknown') return { mark: 'unknown', title: `${host}: not known, the list is out of date`, badge: false };
  return { mark: 'not-listed', title: `${host}: ${STATUS_WORDS['not-listed'].toLowerCase()}. ${NOT_CLEARANCE}`, badge: false };
}

/** Firefox and Chromium both take the sizes they need from this. */
const iconOf = (mark: Mark): Record<string, string> => {
  const name = mark === 'impossible' ? 'unknown' : mark === 'no-list' ? 'stale' : mark === 'formerly-blocked' ? 'formerly-listed' : mark;
  return { 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` };
};

export async function showTabById(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab) await showTab(tab);
}

/** After a new list or a new permission: every tab again. */
export async function refreshTabs(): Promise<void> {
  await Promise.all((await browser.tabs.query({})).map(showTab));
}
