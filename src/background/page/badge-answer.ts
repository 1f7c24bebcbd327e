/** What the in-page badge says, to whom, and whether it is wanted there. */
import type { Runtime } from 'webextension-polyfill';
import type { BadgeAnswer, Hidden, Hiding, PageOf } from '../../messages.ts';
import { headline } from '../../list/headline.ts';
import { shortWords } from '../../list/sentences.ts';
import { EVIDENCE_WORDS, listOf } from '../../list/words.ts';
import { silence, silencedOn, unsilence, type Silenced } from '../../silenced.ts';
import { lookUpPage, type PageLookUp } from './page-look-up.ts';

/** Whether the settings ask for a badge where the status is this one; whether it is silenced there is asked later. */
export function wantsBadge({ status, settings }: PageLookUp): boolean {
  return settings.badgeOn && (settings.badgeStatuses as string[]).includes(status);
}

let ahead: (PageOf & { answer: Promise<BadgeAnswer | null> }) | null = null;

/** To be called as the script goes into the page: works out the answer while the browser is at that. */
export function prepareBadge(asker: PageOf): void {
  const answer = badgeOn(asker);
  ahead = { ...asker, answer };
  // Whoever asks hears of a failure; if nobody does, nobody needs to.
  answer.catch(() => undefined);
}

export async function badgeFor({ url, tab }: Runtime.MessageSender): Promise<BadgeAnswer | null> {
  if (!url) return null;
  const isPrivate = tab?.incognito ?? false;
  // Once only: what the user chooses in the meantime counts the next time.
  const prepared = ahead;
  ahead = null;
  return prepared?.url === url && prepared.isPrivate === isPrivate ? prepared.answer : badgeOn({ url, isPrivate });
}

async function badgeOn({ url, isPrivate }: PageOf): Promise<BadgeAnswer | null> {
  const checked = await lookUpPage(url);
  if (!checked || checked === 'no-list' || !wantsBadge(checked)) return null;
  const { host, status, matches, settings } = checked;
  const words = wordsOf(checked);
  if ((await hiddenBy(checked, isPrivate)).length) return null;
  const { badgeCorner: corner, badgeForm: form, theme } = settings;
  return { host, status, ...words, market: matches.length === 1 ? matches[0]!.market.name : null, corner, form, theme };
}

export async function hideBadge(how: Hiding, { url, tab }: Runtime.MessageSender): Promise<void> {
  ahead = null;
  const checked = url ? await lookUpPage(url) : null;
  if (!checked || checked === 'no-list' || !checked.matches.length) return;
  const { host, matches } = checked;
  const isPrivate = tab?.incognito ?? false;
  if (how === 'market') for (const { market } of matches) await silence({ how, what: market.id, name: market.name }, isPrivate);
  else await silence({ how, what: host, name: host, ...(how === 'until-change' && { said: sayingOf(checked) }) }, isPrivate);
}

const hiddenBy = (checked: PageLookUp, isPrivate: boolean): Promise<Silenced[]> => silencedOn(checked.host, marketsOf(checked), sayingOf(checked), isPrivate);

async function hidingOf({ url, isPrivate }: PageOf): Promise<Silenced[]> {
  const checked = await lookUpPage(url);
  return checked && checked !== 'no-list' && wantsBadge(checked) ? hiddenBy(checked, isPrivate) : [];
}

export const hidingsOn = async (page: PageOf): Promise<Hidden[]> => (await hidingOf(page)).map(({ how, name }) => ({ how, name }));

export async function showAgain(page: PageOf): Promise<void> {
  ahead = null;
  for (const entry of await hidingOf(page)) {
    await unsilence(entry);
    if (page.isPrivate) await unsilence(entry, true);
  }
}

const marketsOf = ({ matches }: PageLookUp) => matches.map(({ market }) => market.id);

function wordsOf({ result, library }: PageLookUp) {
  const { series } = result;
  const kinds = [...new Set(series.map((each) => EVIDENCE_WORDS[library.series[each.series]!.evidence]))];
  return { words: shortWords(series[0]!, library), sentences: headline(result, library), evidence: listOf(kinds) };
}

/** Changes when what the badge would say changes: closing it holds until then. */
const sayingOf = (checked: PageLookUp): string => JSON.stringify([checked.status, headline(checked.result, checked.library)]);
