/**
 * Where the user does not want the badge: on a site, on every site of a market, or until what it says changes. Kept on
 * this device only; of a private window nothing is kept but in memory. Never exported: it tells which sites were
 * visited.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { covers } from './list/names/host.ts';
import type { Hiding } from './messages.ts';
import { within } from './within.ts';

const KEY = 'silenced';
/** Oldest are dropped beyond this, so that this record cannot grow into a history of visits. */
const LIMIT = 500;

const Entry = v.object({
  how: v.picklist(['until-change', 'site', 'market'] satisfies Hiding[]),
  /** A host, or for `market` the market's id. */
  what: v.string(),
  /** As shown to the user in the options. */
  name: v.string(),
  /** For `until-change`: what the badge said when it was closed. */
  said: v.optional(v.string()),
});
export type Silenced = v.InferOutput<typeof Entry>;

const area = (isPrivate: boolean) => (isPrivate ? browser.storage.session : browser.storage.local);

export async function silenced(isPrivate = false): Promise<Silenced[]> {
  const stored = (await within(area(isPrivate).get(KEY)))[KEY];
  // Each by itself, so that one damaged entry does not bring back the badge everywhere.
  return Array.isArray(stored) ? stored.filter((entry): entry is Silenced => v.is(Entry, entry)) : [];
}

export async function silence(entry: Silenced, isPrivate: boolean): Promise<void> {
  const others = (await silenced(isPrivate)).filter((each) => each.how !== entry.how || each.what !== entry.what);
  await within(area(isPrivate).set({ [KEY]: [...others, entry].slice(-LIMIT) }));
}

/** Undoes it. */
export async function unsilence(entry: Pick<Silenced, 'how' | 'what'>, isPrivate = false): Promise<void> {
  const left = (await silenced(isPrivate)).filter((each) => each.how !== entry.how || each.what !== entry.what);
  await within(area(isPrivate).set({ [KEY]: left }));
}

/** Calls back whenever a badge was hidden or is to be shown again, wherever that was chosen. */
export function onSilenced(hear: () => void): void {
  browser.storage.onChanged.addListener((changes) => {
    if (changes[KEY]) hear();
  });
}

/**
 * What was hidden in private windows is forgotten when the last of them closes. Firefox still counts the one that is
 * closing.
 */
export async function forgetPrivate(closed: number): Promise<void> {
  const open = (await within(browser.windows.getAll())).filter(({ id, incognito }) => incognito && id !== closed);
  if (!open.length) await within(browser.storage.session.remove(KEY));
}

/**
 * Why the badge is to stay away; on a site, also from all below it. A private window also heeds what was said outside
 * it.
 */
export async function silencedOn(
  host: string,
  markets: readonly string[],
  says: string,
  isPrivate: boolean,
): Promise<Silenced[]> {
  const entries = [...(await silenced()), ...(isPrivate ? await silenced(true) : [])];
  return entries.filter(({ how, what, said }) => {
    if (how === 'market') return markets.includes(what);
    return how === 'site' ? covers(what, host) : what === host && said === says;
  });
}
