/**
 * The sites on which the user hid the badge: one site, every site of a market, or until the badge's text changes.
 * Stored on this device only; entries of private windows only in memory. Never exported: it tells which sites the user
 * visited.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { covers } from './list/names/host.ts';
import type { Hiding } from './messages.ts';
import { within } from './within.ts';

const KEY = 'silenced';
/** The oldest entries beyond this are dropped, so that the list cannot become a browsing history. */
const LIMIT = 500;

const Entry = v.object({
  how: v.picklist(['until-change', 'site', 'market'] satisfies Hiding[]),
  /** A host, or for `market` the market's id. */
  what: v.string(),
  /** As shown to the user in the options. */
  name: v.string(),
  /** For `until-change`: fingerprint of the badge's text when it was hidden. */
  badge: v.optional(v.string()),
});
export type Silenced = v.InferOutput<typeof Entry>;

const storageArea = (isPrivate: boolean) => (isPrivate ? browser.storage.session : browser.storage.local);

export async function silenced(isPrivate = false): Promise<Silenced[]> {
  const stored = (await within(storageArea(isPrivate).get(KEY)))[KEY];
  // Each entry is checked separately, so that one damaged entry does not bring back all badges.
  return Array.isArray(stored) ? stored.filter((entry): entry is Silenced => v.is(Entry, entry)) : [];
}

export async function silence(entry: Silenced, isPrivate: boolean): Promise<void> {
  const others = (await silenced(isPrivate)).filter((each) => each.how !== entry.how || each.what !== entry.what);
  await within(storageArea(isPrivate).set({ [KEY]: [...others, entry].slice(-LIMIT) }));
}

export async function unsilence(entry: Pick<Silenced, 'how' | 'what'>, isPrivate = false): Promise<void> {
  const left = (await silenced(isPrivate)).filter((each) => each.how !== entry.how || each.what !== entry.what);
  await within(storageArea(isPrivate).set({ [KEY]: left }));
}

/** Calls `listener` whenever an entry is added or removed, in any page of the extension. */
export function onSilencedChange(listener: () => void): void {
  browser.storage.onChanged.addListener((changes) => {
    if (changes[KEY]) listener();
  });
}

/**
 * Forgets the entries of private windows once the last private window has closed. Firefox still counts the window that
 * is closing.
 * @param closed id of the window that is closing
 */
export async function forgetPrivate(closed: number): Promise<void> {
  const open = (await within(browser.windows.getAll())).filter(({ id, incognito }) => incognito && id !== closed);
  if (!open.length) await within(browser.storage.session.remove(KEY));
}

/**
 * The entries that hide the badge on a host. An entry for a site also covers its subdomains. In a private window the
 * entries from normal windows apply, too.
 * @param badgeText fingerprint of what the badge would say now
 */
export async function silencedOn(
  host: string,
  markets: readonly string[],
  badgeText: string,
  isPrivate: boolean,
): Promise<Silenced[]> {
  const entries = [...(await silenced()), ...(isPrivate ? await silenced(true) : [])];
  return entries.filter(({ how, what, badge }) => {
    if (how === 'market') return markets.includes(what);
    return how === 'site' ? covers(what, host) : what === host && badge === badgeText;
  });
}
