/**
 * Statuses in words. Every sentence attributes; none judges. Editions are enumerated or shown as unbroken
 * runs, never "since"; what is not known is said.
 */
import { precision } from './dates.ts';
import type { Evidence, EventKind, Series } from './records.ts';
import type { HistoryEvent, Library, SeriesStatus, Status } from './status.ts';

export const STATUS_WORDS: Record<Status, string> = {
  listed: 'Named on a government list',
  'formerly-listed': 'Formerly named on a government list',
  blocked: 'Under a blocking order shown to be in force',
  'block-ordered': 'Ordered blocked; whether the order is in force is not known',
  'formerly-blocked': 'Formerly under a blocking order',
  seized: 'Domain seized',
  named: 'Named by industry bodies only',
  'not-listed': 'Not named on the lists checked',
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

export const VERIFICATION_WORDS = { act: 'the act was read', 'copy-of-act': 'a copy of the act was read', report: 'a report was read' } as const;
export const NOT_CLEARANCE = 'Not listed is not clearance.';

/** "2011–2014 and 2016": runs only where the labels are consecutive years, everything else one by one. */
export function editionRuns(editions: readonly string[]): string {
  const runs: string[][] = [];
  for (const edition of editions) {
    const run = runs.at(-1);
    if (run && /^\d{4}$/.test(edition) && Number(edition) === Number(run.at(-1)) + 1) run.push(edition);
    else runs.push([edition]);
  }
  return listOf(runs.flatMap((run) => (run.length > 2 ? [`${run[0]!}–${run.at(-1)!}`] : run)));
}

/** "a, b and c" */
export function listOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** "19 January 2012", "January 2012" or "2012", as precise as the source and no more. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  if (!month) return year!;
  const name = MONTHS[Number(month) - 1]!;
  return precision(date) === 'month' ? `${name} ${year!}` : `${Number(day)} ${name} ${year!}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Made at the first need: it takes as long as the rest of a verdict. */
let regions: Intl.DisplayNames | null = null;

/** "Peru"; the code itself where the platform has no name for it. */
export function countryName(code: string): string {
  regions ??= new Intl.DisplayNames(['en'], { type: 'region' });
  return regions.of(code) ?? code;
}

function possessive(series: Series): string {
  return series.issuedBy.endsWith('s') ? `${series.issuedBy}’` : `${series.issuedBy}’s`;
}

/** A list's name with editions: "USTR’s lists of 2011–2014 and 2016". */
export function lists(series: Series, editions: readonly string[]): string {
  const noun = series.noun ?? 'list';
  return editions.length === 1 ? `${possessive(series)} ${editions[0]!} ${noun}` : `${possessive(series)} ${noun}s of ${editionRuns(editions)}`;
}

/** The badge's few words: one listing, the newest edition. */
export function shortWords(status: SeriesStatus, library: Library): string {
  const series = library.series[status.series]!;
  const where = () => (series.jurisdiction ? ` in ${countryName(series.jurisdiction)}` : '');
  switch (status.status) {
    case 'listed':
      return `Named in ${lists(series, status.editions.slice(-1))}`;
    case 'formerly-listed':
      return `Formerly named in ${lists(series, status.editions.slice(-1))}`;
    case 'blocked':
      return `Blocked by ${EVIDENCE_WORDS[series.evidence]}${where()}`;
    case 'block-ordered':
      return `Ordered blocked${where()} (force not known)`;
    case 'formerly-blocked':
      return `Formerly blocked${where()}`;
    case 'seized':
      return `${seized(status)} by ${series.issuedBy}`;
    case 'named':
      return `Named by ${series.issuedBy}: what industry asked for`;
    case 'not-listed':
    case 'unknown':
      return STATUS_WORDS[status.status];
  }
}

/** "the MCMC (Malaysia)", but "a court of Denmark" as it is. */
function withPlace(series: Series): string {
  const country = series.jurisdiction && series.jurisdiction !== 'EU' ? countryName(series.jurisdiction) : '';
  return !country || series.issuedBy.includes(country) ? series.issuedBy : `${series.issuedBy} (${country})`;
}

/** A private body orders nothing. */
const ordered = (series: Series): string => (series.evidence === 'voluntary-agreement' ? 'Blocking agreed' : 'Ordered blocked');
const act = (series: Series): string => (series.evidence === 'voluntary-agreement' ? 'agreement' : 'order');

/** A seizure is often only traced by a reporter and confirmed by nobody: then the words are the reporter's. */
const seized = ({ reported }: { reported?: true }): string => (reported ? 'Domain reported seized' : 'Domain seized');

/** What one series says, as one sentence. */
export function seriesSentence(status: SeriesStatus, library: Library): string {
  const series = library.series[status.series]!;
  const by = () => withPlace(series);
  switch (status.status) {
    case 'listed':
      return `Named in ${lists(series, status.editions)}.${status.laterIncomplete ? ' Later editions are not complete in our record.' : ''}`;
    case 'formerly-listed':
      return `Named in ${lists(series, status.editions)}; ${status.absentFrom ? `not in its ${status.absentFrom} edition` : 'its removal is reported'}.`;
    case 'blocked':
      return `${ordered(series)} by ${by()}; the ${act(series)} is shown to be in force.`;
    case 'block-ordered':
      return `${ordered(series)} by ${by()}; whether the ${act(series)} is in force is not known.`;
    case 'formerly-blocked':
      return `Formerly ${ordered(series).toLowerCase()} by ${by()}; the ${act(series)} has ended.`;
    case 'seized':
      return `${seized(status)} by ${series.issuedBy}, ${dateWords(status.last)}.`;
    case 'named':
      return `Named in ${lists(series, status.editions)}; what an industry body asked for, not a decision.`;
    case 'not-listed':
    case 'unknown':
      return `${STATUS_WORDS[status.status]}.`;
  }
}

/** The same below a heading that has said what they have in common: "The Bucharest Tribunal (Romania)", "RIAA’s 2024 submission". */
export function partWords(status: SeriesStatus, library: Library): string {
  const series = library.series[status.series]!;
  const words = status.status === 'named' ? lists(series, status.editions) : withPlace(series);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const EVENT_WORDS: Record<Exclude<EventKind, 'seized'>, (by: Series, edition: string | undefined) => string> = {
  listed: (by, edition) => `Named in ${possessive(by)}${edition ? ` ${edition}` : ''} ${by.noun ?? 'list'}`,
  delisted: (by) => `Removal from ${possessive(by)} ${by.noun ?? 'list'} reported`,
  blocked: (by) => `${by.evidence === 'observed' ? 'Seen blocked' : ordered(by)} by ${by.issuedBy}`,
  unblocked: (by) => `Order of ${by.issuedBy} lifted`,
  extended: (by) => `Order extended by ${by.issuedBy}`,
  confirmed: (by) => `Order confirmed by ${by.issuedBy}`,
  annulled: (by) => `Set aside by ${by.issuedBy}`,
  reinstated: (by) => `Order restored by ${by.issuedBy}`,
  returned: (by) => `Domain returned by ${by.issuedBy}`,
  lapsed: () => 'Seized domain reported lapsed',
  closed: () => 'Reported closed',
  judgment: (by) => `Judgment, ${by.issuedBy}`,
  named: (by, edition) => `Named in ${possessive(by)}${edition ? ` ${edition}` : ''} ${by.noun ?? 'submission'}`,
};

/** One line of the history. */
export function eventWords(event: HistoryEvent, library: Library): string {
  const series = library.series[event.series]!;
  if (event.kind === 'seized') return `${seized(event.verification === 'report' ? { reported: true } : {})} by ${series.issuedBy}`;
  return EVENT_WORDS[event.kind](series, library.sources[event.source]!.edition);
}
