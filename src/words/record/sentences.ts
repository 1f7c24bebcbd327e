/** The words for one status: the short form for the badge, and the sentence for one series. */
import { formerlyListedWords, listedWords, lists, withGaps } from './naming-words.ts';
import type { OneOrder } from '../../list/order-standing.ts';
import { orderSentence } from './order-words.ts';
import type { Series } from '../../list/records.ts';
import { severalOrders } from './several-orders.ts';
import type { Library, SeriesStatus, Status } from '../../list/status.ts';
import { countryInText } from '../countries.ts';
import { capitalize, countWords, listOf } from '../lists.ts';
import { dateWords, onDate } from '../dates.ts';
import { deciderWithPlace, seizedBy } from './deciders.ts';
import { EVIDENCE_WORDS, STATUS_WORDS } from './terms.ts';
import { orderWord, seized, traced } from './events.ts';

/**
 * The first sentence of the popup on a listing, with the newest edition only. Where that names the market by its name
 * alone, the sentence says whose name it is, and what was printed.
 */
export function namingSentence(status: SeriesStatus, library: Library): string {
  const { nameOnly, nameReported } = status;
  if (!nameOnly || (status.status !== 'listed' && status.status !== 'formerly-listed'))
    return `${shortWords(status, library)}.`;
  const edition = plainly(library.series[status.series]!, status.editions.at(-1)!);
  const said = { listed: status.laterEditions ? 'was last named' : 'is named', 'formerly-listed': 'was named' };
  return `${nameOnly} ${said[status.status]} in ${edition}; ${noDomainWords(nameReported)}.`;
}

/** @param reported true if a report was read in place of the list, which may print what the report leaves out */
export const noDomainWords = (reported: boolean | undefined): string =>
  reported ? 'we read only a report of it, which gives no domain' : 'the list prints no domain';

/** The short form for badge and toolbar, in one line and with the newest edition only. */
export function shortWords(status: SeriesStatus, library: Library): string {
  const series = library.series[status.series]!;
  const where = () => (series.jurisdiction ? ` in ${countryInText(series.jurisdiction)}` : '');
  const namedIn = (how: string) =>
    `${how} in ${plainly(series, status.editions.at(-1)!)}${status.nameOnly ? ', by name only' : ''}`;
  const agreed = series.evidence === 'voluntary-agreement';
  const orders = status.orders ?? [];
  const by = orders.length > 1 ? ` by ${countWords(orders.length)} ${orderWord(series)}s` : '';
  switch (status.status) {
    case 'listed':
      return namedIn(status.laterEditions ? 'Last named' : 'Named');
    case 'formerly-listed':
      return namedIn('No longer named; last');
    case 'blocked':
      return `Blocked by ${inForceOrders(orders, series)}${where()}`;
    case 'block-ordered':
      return `${agreed ? 'Blocking agreed' : 'Ordered blocked'}${where()}${by}, ${isSuspended(orders) ? 'enforcement suspended' : 'not known to stand'}`;
    case 'formerly-blocked':
      return status.ended?.how === 'term' || status.ended?.how === 'statute'
        ? `Ordered blocked${where()}${by} until ${dateWords(status.ended.date)}`
        : `Formerly ordered blocked${where()}${by}`;
    case 'seized':
      // Without the court, which the sentences name: one line holds only so much.
      return `${seized(status)} by ${series.issuedBy}${traced(status)}`;
    case 'named':
      return `Named by ${series.issuedBy}: what industry asked for`;
    case 'on-record':
    case 'not-listed':
    case 'unknown':
      return STATUS_WORDS[status.status];
  }
}

/** An edition for readers who know neither list nor issuer: "the 2025 US piracy and counterfeit list". */
const plainly = (series: Series, edition: string): string =>
  series.plainName ? `the ${edition} ${series.plainName}` : lists(series, [edition]);

/** "Review of Notorious Markets …, Office of the United States Trade Representative (USTR)" */
export function listInFull({ name, issuer, issuedBy }: Series): string {
  const short = issuedBy.replace(/^the /, '');
  return `${name}, ${issuer}${issuer.includes(short) ? '' : ` (${short})`}`;
}

/** "court order", "two court orders" */
function inForceOrders(orders: readonly OneOrder[], { evidence }: Series): string {
  const count = orders.filter(({ inForce }) => inForce).length;
  const words = EVIDENCE_WORDS[evidence];
  return count > 1 ? `${countWords(count)} ${words.replace(/(?<=order|agreement)/, 's')}` : words;
}

/** True if every order that may stand was suspended. */
function isSuspended(orders: readonly OneOrder[]): boolean {
  const open = orders.filter(({ inForce }) => inForce !== false);
  return open.length > 0 && open.every(({ hindered }) => hindered?.how === 'suspended' && !hindered.partly);
}

/** A status in a few words, as a heading, with its cause where that changes it. */
export function statusWords(status: Status, first: SeriesStatus | undefined): string {
  if (status === 'seized' && first) return seized(first) + traced(first);
  return first?.ended?.how === 'term' || first?.ended?.how === 'statute'
    ? 'Ordered blocked for a term that has run out'
    : STATUS_WORDS[status];
}

/** One series in one sentence or a few. */
export function seriesSentence(status: SeriesStatus, library: Library): string {
  const series = library.series[status.series]!;
  switch (status.status) {
    case 'listed':
      return listedWords(status, series);
    case 'formerly-listed':
      return formerlyListedWords(status, series);
    case 'blocked':
    case 'block-ordered':
    case 'formerly-blocked':
      return orderSentence(status, library);
    case 'seized':
      return seizureWords(status, series);
    case 'named':
      return `Named in ${lists(series, status.editions)}${withGaps(status.gaps)}; what an industry body asked for, not a decision.`;
    case 'on-record':
    case 'not-listed':
    case 'unknown':
      return `${STATUS_WORDS[status.status]}.`;
  }
}

/**
 * A seizure that is only reported is attributed to its reporter, and the sentence says that no authority's list names
 * the domain.
 */
function seizureWords(status: SeriesStatus, series: Series): string {
  const { reportedBy, tracedBy } = status;
  const said = `${seized(status)} by ${seizedBy(series, status.authority)} ${onDate(status.seizedOn ?? status.last)}`;
  if (tracedBy) return `${said}: traced by ${tracedBy}; no list of the authorities in our record names the domain.`;
  return reportedBy?.length ? `${said}, according to ${listOf(reportedBy)}.` : `${said}.`;
}

/**
 * Short form below a heading that says what the items have in common: "The Bucharest Tribunal (Romania)", "RIAA’s 2024
 * submission".
 */
export function partWords(status: SeriesStatus, library: Library): string {
  const series = library.series[status.series]!;
  const words =
    status.status === 'named'
      ? `${lists(series, status.editions)}${withGaps(status.gaps)}`
      : [deciderWithPlace(series, status.authority), severalOrders(status, series), hindranceInShort(status)]
          .filter(Boolean)
          .join(', ');
  return capitalize(words);
}

/** What the common heading of orders that may stand leaves out. */
function hindranceInShort({ orders = [] }: SeriesStatus): string {
  const { hindered } = orders.find((order) => order.hindered) ?? {};
  if (!hindered) return '';
  const what = hindered.how === 'suspended' ? 'enforcement suspended' : 'set aside';
  const when = `${hindered.reported ? ', as reported' : ''} ${onDate(hindered.date)}`;
  return `${what}${hindered.partly ? ' in part' : ''}${when}`;
}
