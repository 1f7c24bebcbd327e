/**
 * The common words of all sentences. Every sentence attributes, none judges. Editions are enumerated or shown as
 * unbroken runs, never as "since". What is not known is said.
 */
import { precision } from './dates.ts';
import type { HistoryEvent, Library } from './history.ts';
import type { Evidence, EventKind, Series } from './records.ts';
import type { Status } from './standing.ts';

export const STATUS_WORDS: Record<Status, string> = {
  listed: 'Named on a government list',
  'formerly-listed': 'Formerly named on a government list',
  blocked: 'Under a blocking order shown to be in force',
  'block-ordered': 'Ordered blocked; whether the order still stands is not in our record',
  'formerly-blocked': 'Formerly ordered blocked',
  seized: 'Domain seized',
  named: 'Named by industry bodies only',
  'on-record': 'On record, with no status today',
  'not-listed': 'Not named by this address in the lists, orders and submissions on record',
  unknown: 'Not known',
};

export const EVIDENCE_WORDS: Record<Evidence, string> = {
  'court-order': 'court order',
  'administrative-order': 'administrative order',
  'government-list': 'government list',
  seizure: 'seizure',
  'voluntary-agreement': 'voluntary agreement of access providers',
  'industry-submission': 'industry submission',
  observed: 'observed by a third party',
  judgment: 'judgment',
  report: 'report',
  statute: 'statute',
};

export const VERIFICATION_WORDS = {
  act: 'the act was read',
  'copy-of-act': 'a copy of the act was read',
  report: 'a report was read',
} as const;
export const ADDRESS_UNKNOWN =
  'This is an IP address. The list names sites by their names, so it can say nothing about an address.';
export const NOT_CLEARANCE = 'Not listed is not clearance.';

/** "a, b and c" */
export function listOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** "two"; from ten on in digits. */
export const countWords = (count: number): string => COUNTS[count] ?? String(count);

/** With a full stop at its end, unless it has a sign there. A closing bracket is none. */
export const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** "3 lists"; "1 event is". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "19 January 2012", "January 2012" or "2012", with exactly the source's precision. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  if (!month) return year!;
  const name = MONTHS[Number(month) - 1]!;
  return precision(date) === 'month' ? `${name} ${year!}` : `${Number(day)} ${name} ${year!}`;
}

/** With a preposition: "on 19 January 2012", "in January 2012", "in 2012". */
export const onDate = (date: string): string => `${precision(date) === 'day' ? 'on' : 'in'} ${dateWords(date)}`;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Created at first use: it takes as long as the rest of a look-up. */
let regions: Intl.DisplayNames | null = null;

/** "Peru"; the code itself if the platform has no name for it. */
export function countryName(code: string): string {
  regions ??= new Intl.DisplayNames(['en'], { type: 'region' });
  try {
    return regions.of(code) ?? code;
  } catch {
    // Not a valid code: a newer list may use other jurisdictions.
    return code;
  }
}

/** Countries whose name takes an article inside a sentence, by ISO 3166 code. */
const WITH_ARTICLE: ReadonlySet<string> = new Set([
  'AE',
  'BS',
  'CD',
  'CF',
  'DO',
  'EU',
  'GB',
  'GM',
  'MH',
  'MV',
  'NL',
  'PH',
  'SC',
  'US',
]);

/** The name as used inside a sentence: "Peru", "the Netherlands". */
export const countryInText = (code: string): string =>
  WITH_ARTICLE.has(code) ? `the ${countryName(code)}` : countryName(code);

export function possessive(series: Series): string {
  return series.issuedBy.endsWith('s') ? `${series.issuedBy}’` : `${series.issuedBy}’s`;
}

/** True if the issuer is only a kind of body, not a name: "a court of Denmark". */
export const isGeneric = ({ issuedBy }: Pick<Series, 'issuedBy'>): boolean =>
  /^(?:an? |investigators |authorities |United States authorities)/.test(issuedBy);

/**
 * The deciding body, as used inside a sentence: its name if the record has one, else the issuer of the series.
 * @param authority as printed in the source
 */
export function decider(series: Series, authority: string | undefined): string {
  if (!authority || !isGeneric(series)) return series.issuedBy;
  return /^(?:the|an?) /i.test(authority) || !authority.includes(' ') ? authority : `the ${authority}`;
}

/** With the country: "the MCMC (Malaysia)", "the ministry (Kominfo, Indonesia)", but "a court of Denmark" unchanged. */
export function deciderWithPlace(series: Series, authority?: string): string {
  const by = decider(series, authority);
  const country = series.jurisdiction && series.jurisdiction !== 'EU' ? countryName(series.jurisdiction) : '';
  if (!country || by.includes(country)) return by;
  return by.endsWith(')') ? `${by.slice(0, -1)}, ${country})` : `${by} (${country})`;
}

/** A voluntary agreement is not an order. */
export const ordered = (series: Series): string =>
  series.evidence === 'voluntary-agreement' ? 'Blocking agreed' : 'Ordered blocked';
export const orderWord = (series: Series): string =>
  series.evidence === 'voluntary-agreement' ? 'agreement' : 'order';

/** Many seizures are only reported; then the words say so. */
export const seized = ({ reported }: { reported?: true }): string =>
  reported ? 'Domain reported seized' : 'Domain seized';
/** ", traced by TorrentFreak", the end of a clause about a reported seizure. */
export const traced = ({ tracedBy }: { tracedBy?: string | undefined }): string =>
  tracedBy ? `, traced by ${tracedBy}` : '';

/**
 * Who seized, with the court or body that the source names: the requesting, ordering and acting bodies often differ.
 */
export const seizedBy = (series: Series, authority: string | undefined): string =>
  authority && isGeneric(series) && authority !== series.issuedBy
    ? `${series.issuedBy} (${authority})`
    : series.issuedBy;

const EVENT_WORDS: Record<
  Exclude<EventKind, 'seized'>,
  (series: Series, by: string, edition: string | undefined) => string
> = {
  listed: (series, _, edition) =>
    `Named in ${possessive(series)}${edition ? ` ${edition}` : ''} ${series.noun ?? 'list'}`,
  delisted: (series) => `Removal from ${possessive(series)} ${series.noun ?? 'list'} reported`,
  blocked: (series, by) => `${series.evidence === 'observed' ? 'Seen blocked' : ordered(series)} by ${by}`,
  unblocked: (series, by) =>
    `${series.evidence === 'voluntary-agreement' ? 'Blocking ended' : 'Order lifted'} by ${by}`,
  extended: (_, by) => `Order extended by ${by}`,
  confirmed: (_, by) => `Order confirmed by ${by}`,
  annulled: (_, by) => `Set aside by ${by}`,
  suspended: (_, by) => `Enforcement of the order suspended by ${by}`,
  reinstated: (_, by) => `Restored by ${by}`,
  returned: (_, by) => `Domain returned by ${by}`,
  lapsed: () => 'Seized domain reported lapsed',
  closed: () => 'Reported closed',
  judgment: (_, by) => `Judgment of ${by}`,
  named: (series, _, edition) =>
    `Named in ${possessive(series)}${edition ? ` ${edition}` : ''} ${series.noun ?? 'submission'}`,
};

/** One event of the history as a line of text. */
export function eventWords(
  event: Pick<HistoryEvent, 'kind' | 'series' | 'source' | 'verification' | 'dateKind' | 'evidence' | 'partly'>,
  library: Library,
): string {
  const series = library.series[event.series]!;
  const source = library.sources[event.source]!;
  const by = decider(series, source.authority);
  if (event.kind === 'seized')
    return event.verification === 'report'
      ? `${seized({ reported: true })} by ${seizedBy(series, source.authority)}${traced(source)}`
      : `${seized({})} by ${seizedBy(series, source.authority)}`;
  // Somebody saw later that it had been ordered.
  if (event.kind === 'blocked' && event.dateKind === 'observed' && event.evidence !== 'observed')
    return `${series.evidence === 'voluntary-agreement' ? 'Seen blocked by agreement of' : 'Seen to be ordered blocked by'} ${by}; since when is not in our record`;
  // Being held in a register is not a confirming act.
  if (event.kind === 'confirmed' && event.dateKind === 'observed') return 'Seen in the register';
  if (event.partly && event.kind === 'annulled') return `Set aside in part by ${by}`;
  if (event.partly && event.kind === 'suspended') return `Enforcement of the order suspended in part by ${by}`;
  if (event.kind === 'judgment' && event.evidence === 'report') return 'Judgment reported';
  return EVENT_WORDS[event.kind](series, by, source.edition);
}
