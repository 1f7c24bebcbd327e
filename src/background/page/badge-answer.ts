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
  const found = await lookUpPage(url);
  if (!found || found === 'no-list' || !wantsBadge(found)) return null;
  const { host, status, matches, settings } = found;
  const words = wordsOf(found);
  if ((await hiddenBy(found, isPrivate)).length) return null;
  const { badgeCorner: corner, badgeForm: form, theme } = settings;
  return { host, status, ...words, market: matches.length === 1 ? matches[0]!.market.name : null, corner, form, theme };
}

export async function hideBadge(how: Hiding, { url, tab }: Runtime.MessageSender): Promise<void> {
  ahead = null;
  const found = url ? await lookUpPage(url) : null;
  if (!found || found === 'no-list' || !found.matches.length) return;
  const { host, matches } = found;
  const isPrivate = tab?.incognito ?? false;
  if (how === 'market')
    for (const { market } of matches) await silence({ how, what: market.id, name: market.name }, isPrivate);
  else
    await silence({ how, what: host, name: host, ...(how === 'until-change' && { said: sayingOf(found) }) }, isPrivate);
}

const hiddenBy = (found: PageLookUp, isPrivate: boolean): Promise<Silenced[]> =>
  silencedOn(found.host, marketsOf(found), sayingOf(found), isPrivate);

async function hidingOf({ url, isPrivate }: PageOf): Promise<Silenced[]> {
  const found = await lookUpPage(url);
  return found && found !== 'no-list' && wantsBadge(found) ? hiddenBy(found, isPrivate) : [];
}

export const hidingsOn = async (page: PageOf): Promise<Hidden[]> =>
  (await hidingOf(page)).map(({ how, name }) => ({ how, name }));

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
const sayingOf = (found: PageLookUp): string => JSON.stringify([found.status, headline(found.result, found.library)]);
