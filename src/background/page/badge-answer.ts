/** What the in-page badge says on a page, whether it is shown there, and how the user hides it. */
import type { Runtime } from 'webextension-polyfill';
import type { BadgeAnswer, Hidden, Hiding, PageOf } from '../../messages.ts';
import { headline } from '../../words/record/headline.ts';
import { markOf } from '../../list/mark.ts';
import type { SeriesStatus } from '../../list/status.ts';
import { listInFull, namingSentence, shortWords } from '../../words/record/sentences.ts';
import { EVIDENCE_WORDS } from '../../words/record/terms.ts';
import { listOf } from '../../words/lists.ts';
import { silence, silencedOn, unsilence, type Silenced } from '../../silenced.ts';
import { SHAPES } from '../../marks.ts';
import { lookUpPage, type PageLookUp } from './page-look-up.ts';
import { say } from '../../words/page.ts';

/** True if the settings ask for a badge at this status. Does not look at silenced sites; `badgeFor` does. */
export function wantsBadge({ status, settings }: PageLookUp): boolean {
  return settings.badgeOn && (settings.badgeStatuses as string[]).includes(status);
}

let prepared: (PageOf & { answer: Promise<BadgeAnswer | null> }) | null = null;

/** Works out the answer while the browser injects the content script. Call it at the same time as the injection. */
export function prepareBadge(page: PageOf): void {
  const answer = badgeOnPage(page);
  prepared = { ...page, answer };
  // `badgeFor` reports the failure if the script asks. This only avoids an unhandled rejection if it never does.
  answer.catch(() => undefined);
}

export async function badgeFor({ url, tab }: Runtime.MessageSender): Promise<BadgeAnswer | null> {
  if (!url) return null;
  const isPrivate = tab?.incognito ?? false;
  // Used once only: the user may change settings before the next question.
  const early = prepared;
  prepared = null;
  return early?.url === url && early.isPrivate === isPrivate ? early.answer : badgeOnPage({ url, isPrivate });
}

async function badgeOnPage({ url, isPrivate }: PageOf): Promise<BadgeAnswer | null> {
  const found = await lookUpPage(url);
  if (!found || found === 'no-list' || !wantsBadge(found)) return null;
  const { host, status, result, matches, settings } = found;
  const words = badgeWords(found);
  if ((await hiddenBy(found, isPrivate)).length) return null;
  const { badgeCorner: corner, badgeForm: form, theme } = settings;
  const market = matches.length === 1 ? matches[0]!.market.name : null;
  return { host, mark: SHAPES[markOf(status, result.series)], ...words, market, corner, form, theme };
}

export async function hideBadge(how: Hiding, { url, tab }: Runtime.MessageSender): Promise<void> {
  prepared = null;
  const found = url ? await lookUpPage(url) : null;
  if (!found || found === 'no-list' || !found.matches.length) return;
  const { host, matches } = found;
  const isPrivate = tab?.incognito ?? false;
  if (how === 'market')
    for (const { market } of matches) await silence({ how, what: market.id, name: market.name }, isPrivate);
  else
    await silence(
      { how, what: host, name: host, ...(how === 'until-change' && { badge: badgeFingerprint(found) }) },
      isPrivate,
    );
}

const hiddenBy = (found: PageLookUp, isPrivate: boolean): Promise<Silenced[]> =>
  silencedOn(found.host, marketIds(found), badgeFingerprint(found), isPrivate);

async function hiddenOn({ url, isPrivate }: PageOf): Promise<Silenced[]> {
  const found = await lookUpPage(url);
  return found && found !== 'no-list' && wantsBadge(found) ? hiddenBy(found, isPrivate) : [];
}

export const hidingsOn = async (page: PageOf): Promise<Hidden[]> =>
  (await hiddenOn(page)).map(({ how, name }) => ({ how, name }));

export async function showAgain(page: PageOf): Promise<void> {
  prepared = null;
  for (const entry of await hiddenOn(page)) {
    await unsilence(entry);
    if (page.isPrivate) await unsilence(entry, true);
  }
}

const marketIds = ({ matches }: PageLookUp) => matches.map(({ market }) => market.id);

function badgeWords({ result, library }: PageLookUp): Pick<BadgeAnswer, 'words' | 'sentences' | 'notes'> {
  const [first, ...more] = result.series;
  const seriesOf = (status: SeriesStatus) => library.series[status.series]!;
  const isList = (status: SeriesStatus) => seriesOf(status).evidence === 'government-list';
  const kinds = [...new Set(result.series.map((status) => EVIDENCE_WORDS[seriesOf(status).evidence]))];
  return {
    words: shortWords(first!, library),
    // Of a list the newest edition only: the popup has the others, and the gaps between them.
    sentences: [
      ...(first!.nameOnly && isList(first!) ? [namingSentence(first!, library)] : []),
      ...more.filter(isList).map((status) => say('also-named', { words: shortWords(status, library) })),
      ...headline({ ...result, series: result.series.filter((status) => !isList(status)) }, library),
    ],
    notes: [
      ...(isList(first!) ? [say('the-list', { list: listInFull(seriesOf(first!)) })] : []),
      say('kind-of-act', { kinds: listOf(kinds) }),
    ],
  };
}

/** Changes whenever the text of the badge changes. "Hide until the status changes" compares it. */
const badgeFingerprint = (found: PageLookUp): string =>
  JSON.stringify([found.status, headline(found.result, found.library)]);
