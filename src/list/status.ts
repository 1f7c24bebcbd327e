/**
 * Computes statuses from events, per series and domain, for a day. docs/status.md has every rule with an example;
 * docs/decisions/0002-status-rules.md has the reasons.
 */
import { compareDates, earliest } from './dates.ts';
import { allEvents, inOrder, isOwn, ownEvents, type HistoryEvent, type Library, type Match } from './history.ts';
import { listStanding, submissionStanding, type Naming } from './list-standing.ts';
import { orderStanding, type OrderStanding } from './order-standing.ts';
import { hostOfUrl } from './names/host.ts';
import type { Evidence, EventKind } from './records.ts';
import type { Question, Status } from './standing.ts';

export type { HistoryEvent, Library, Match } from './history.ts';
export type { Status } from './standing.ts';

export interface SeriesStatus extends Partial<Naming>, Partial<OrderStanding> {
  series: string;
  status: Status;
  /** Dates of the first and the last event of the series that bear on the domain. */
  first: string;
  last: string;
  /** Labels of the editions that name it, oldest first (lists and submissions). */
  editions: readonly string[];
  /** When it was seized, for seizures. */
  seizedOn?: string;
  /** Name of the deciding body, if all orders or seizures have the same one. */
  authority?: string;
  /** True if every act is known from a report only: neither an act nor a copy of one was read. */
  reported?: true;
  /** For a seizure known from reports only: the hosts of the addresses that were read. */
  reportedBy?: readonly string[];
  /** For a seizure: who linked the domain to it, if the authorities published no list of domains. */
  tracedBy?: string;
}

/** These kinds never give a status. */
const HISTORY_ONLY: ReadonlySet<EventKind> = new Set(['closed', 'judgment']);
/** These end a seizure, whoever reports them. */
export const SEIZURE_ENDS: ReadonlySet<EventKind> = new Set(['returned', 'lapsed']);

/** One status for each series that has one for the matched domains, in the order of `compareSeries`. */
export function seriesStatuses(
  matches: readonly Match[],
  library: Library,
  asOf: string,
  jurisdictions: readonly string[] = [],
): SeriesStatus[] {
  const bySeries = new Map<string, HistoryEvent[]>();
  const namesOf = new Map<string, string>();
  for (const { market, domains } of matches) {
    namesOf.set(market.id, market.name);
    const flagged = domains.filter((domain) => !domain.withheld);
    if (!flagged.length) continue;
    const events = allEvents({ market, domains: flagged }, library, asOf).filter((event) => !event.earlierOwner);
    const own = ownEvents(events);
    for (const event of own) push(bySeries, seriesOf(event, library), event);
    // A returned or lapsed domain ends its seizure, in whatever series that is reported.
    for (const series of new Set(own.filter((event) => event.kind === 'seized').map((event) => event.series)))
      for (const event of own)
        if (SEIZURE_ENDS.has(event.kind) && event.series !== series) push(bySeries, series, event);
    // An edition that names the market on another domain gives this domain no status, but then its silence about this
    // domain proves nothing.
    for (const event of events)
      if (!isOwn(event) && event.kind === 'listed' && bySeries.has(event.series)) push(bySeries, event.series, event);
  }
  const found: SeriesStatus[] = [];
  for (const [series, events] of bySeries) {
    const status = statusIn(series, events.sort(inOrder), namesOf, library, asOf);
    if (status) found.push(status);
  }
  return found.sort((a, b) => compareSeries(a, b, library, jurisdictions));
}

/** A later act belongs to the series of its order, whoever made it. */
export const seriesOf = (event: Pick<HistoryEvent, 'order' | 'series'>, library: Library): string =>
  (event.order && library.sources[event.order]?.series) ?? event.series;

/**
 * Sorts current before past, then by the user's jurisdictions, newest event and id. A fixed order, not a ranking of
 * authorities.
 */
export function compareSeries(
  a: SeriesStatus,
  b: SeriesStatus,
  library: Library,
  jurisdictions: readonly string[],
): number {
  const chosen = (s: SeriesStatus) => (jurisdictions.includes(library.series[s.series]?.jurisdiction ?? '') ? 0 : 1);
  return (
    PHASE[a.status] - PHASE[b.status] ||
    chosen(a) - chosen(b) ||
    compareDates(b.last, a.last) ||
    (a.series < b.series ? -1 : 1)
  );
}

const PHASE: Record<Status, number> = {
  listed: 0,
  blocked: 0,
  seized: 0,
  'block-ordered': 1,
  'formerly-listed': 2,
  'formerly-blocked': 2,
  named: 3,
  'on-record': 4,
  'not-listed': 5,
  unknown: 6,
};

type Standing = { status: Status; seizedOn?: string } & Partial<Naming> & Partial<OrderStanding>;

function statusIn(
  series: string,
  events: readonly HistoryEvent[],
  namesOf: ReadonlyMap<string, string>,
  library: Library,
  asOf: string,
): SeriesStatus | null {
  const standing = standingIn(library.series[series]!.evidence, { series, events, namesOf, library, asOf });
  if (!standing) return null;
  const past = ownEvents(events).filter((event) => earliest(event.date) <= asOf);
  const namings = past.filter((event) => event.kind === 'listed' || event.kind === 'named');
  const editions = namings.map((event) => library.sources[event.source]!.edition ?? event.date.slice(0, 4));
  const reported =
    past.every((event) => HISTORY_ONLY.has(event.kind) || event.verification === 'report') &&
    ({ reported: true, ...(standing.status === 'seized' && reportersOf(past, library)) } as const);
  const authority = authorityOf(past, library);
  return {
    series,
    first: past[0]!.date,
    last: past.at(-1)!.date,
    editions: [...new Set(editions)],
    ...standing,
    ...(authority && { authority }),
    ...reported,
  };
}

/** Exhaustive on purpose: a new evidence class must be given its status here. */
function standingIn(evidence: Evidence, question: Question): Standing | null {
  switch (evidence) {
    case 'government-list':
      return listStanding(question);
    case 'industry-submission':
      return submissionStanding(question);
    case 'seizure':
      return seizureStanding(question);
    case 'court-order':
    case 'administrative-order':
    case 'voluntary-agreement':
      return orderStanding(question);
    case 'observed':
    case 'judgment':
    case 'report':
    case 'statute':
      return null;
  }
}

function seizureStanding({ events, asOf }: Question): Standing | null {
  const past = events.filter((event) => earliest(event.date) <= asOf);
  const seized = past.findLast(({ kind }) => kind === 'seized');
  if (!seized) return null;
  const last = past.findLast(
    ({ kind, partly }) =>
      kind === 'seized' || (kind === 'annulled' && !partly) || kind === 'reinstated' || SEIZURE_ENDS.has(kind),
  );
  return last?.kind === 'seized' || last?.kind === 'reinstated' ? { status: 'seized', seizedOn: seized.date } : null;
}

function authorityOf(events: readonly HistoryEvent[], library: Library): string | undefined {
  const acts = events.filter(({ kind }) => kind === 'blocked' || kind === 'seized');
  const names = new Set(acts.map(({ source }) => library.sources[source]!.authority));
  return names.size === 1 ? [...names][0] : undefined;
}

/** Who reports a seizure, if the record knows it from reports only. */
function reportersOf(
  events: readonly HistoryEvent[],
  { sources }: Library,
): Pick<SeriesStatus, 'reportedBy' | 'tracedBy'> {
  const seizures = events.filter(({ kind }) => kind === 'seized');
  const tracers = new Set(seizures.map(({ source }) => sources[source]!.tracedBy));
  const [tracedBy] = tracers;
  const hosts = seizures.flatMap(({ readAt }) => hostOfUrl(readAt)?.replace(/^www\./, '') ?? []);
  const reportedBy = [...new Set(hosts)];
  return { reportedBy, ...(tracers.size === 1 && tracedBy && { tracedBy }) };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
