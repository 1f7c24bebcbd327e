/** The toolbar mark of each tab: state by shape, badge text and title, never by colour alone. The one channel that no page can touch. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { Status } from '../list/status.ts';
import { NOT_CLEARANCE, shortWords, STATUS_WORDS } from '../list/words.ts';
import { readSettings } from '../settings.ts';
import { wantsBadge } from './badge-answer.ts';
import { showBadge } from './badge.ts';
import { isExpired } from './keeper.ts';
import { checkAddress } from './page-check.ts';

/** `unknown` of DESIGN is told apart by its cause: no list, a list out of date, a page that cannot be checked, a list that cannot be read. */
type Mark = Status | 'impossible' | 'no-list' | 'stale';

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
  stale: 'old',
};

/** Shows what is known of the tab's address, and offers the in-page badge where that says so. */
export async function showTab(tab: Tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const url = addressOf(tab);
  const [{ mark, title, badge }, { toolbarText }] = await Promise.all([describe(url), readSettings()]);
  const tabId = tab.id;
  // A worker that was just woken meets events of what the tab showed before: what counts is what it shows now.
  const now = await browser.tabs.get(tabId).catch(() => null);
  if (!now) return;
  if (addressOf(now) !== url) return showTab(now);
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path: { 16: `/icons/${mark}-16.png`, 32: `/icons/${mark}-32.png` } }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeText({ tabId, text: toolbarText ? BADGE_TEXT[mark] : '' }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#33407a' }),
    ]);
  } catch {
    return; // The tab was closed meanwhile.
  }
  // A discarded tab has no page to draw in; it is shown again when it is restored.
  if (badge && !tab.discarded) await showBadge(tabId, url);
}

const addressOf = (tab: Tabs.Tab): string => (tab.pendingUrl && !tab.url ? tab.pendingUrl : (tab.url ?? ''));

async function describe(url: string): Promise<{ mark: Mark; title: string; badge: boolean }> {
  let checked;
  try {
    checked = await checkAddress(url);
  } catch (error) {
    return { mark: 'unknown', title: `Listmark: not known, the list cannot be read (${String(error)})`, badge: false };
  }
  if (checked === null) return { mark: 'impossible', title: 'Listmark: not checked; only web pages can be', badge: false };
  if (checked === 'no-list') return { mark: 'no-list', title: 'Listmark: not known, the list is not loaded', badge: false };
  const { host, status, verdict, library, list } = checked;
  const first = verdict.series[0];
  if (first) {
    // What industry asked for is not one more of them, however many asked.
    const others = verdict.series.slice(1).filter((each) => each.status !== 'named').length;
    const more = others > 0 ? ` and ${others} more` : '';
    const age = isExpired(list) ? ` (list of ${list.stored.published.slice(0, 10)}, out of date)` : '';
    return { mark: status, title: `${host}: ${shortWords(first, library)}${more}${age}`, badge: wantsBadge(checked) };
  }
  if (status === 'unknown') return { mark: 'stale', title: `${host}: not known, the list is out of date`, badge: false };
  return { mark: 'not-listed', title: `${host}: ${STATUS_WORDS['not-listed'].toLowerCase()}. ${NOT_CLEARANCE}`, badge: false };
}

export async function showTabById(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab) await showTab(tab);
}

/** After a new list, a new permission or a new setting: every tab again. */
export async function refreshTabs(): Promise<void> {
  await Promise.all((await browser.tabs.query({})).map(showTab));
}
