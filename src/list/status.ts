/**
 * Status: computed from events per series and domain as of a date, never stored. The rules are DESIGN's
 * table; docs/decisions/0002-status-rules.md says how its open ends were closed.
 */
import { addMonths, compareDates, earliest, latest, precision, type DateKind, type Precision } from './dates.ts';
import type { Evidence, EventKind, Market, MarketDomain, MarketEvent, Series, Source, Statute, Verification } from './records.ts';

export type Status = 'listed' | 'formerly-listed' | 'blocked' | 'block-ordered' | 'formerly-blocked' | 'seized' | 'named' | 'not-listed' | 'unknown';

/** Everything but the markets, by id; a source of an edition also carries how many markets our record found in it. */
export interface Library {
  series: Readonly<Record<string, Series>>;
  sources: Readonly<Record<string, Source & { found?: number }>>;
}

/** How an event bears on the domain in question: its source printed it, printed only the market's name, or speaks of other domains of the market. */
export type Bearing = 'printed' | 'market-only' | 'family';

export interface HistoryEvent {
  date: string;
  datePrecision: Precision;
  dateKind: DateKind;
  kind: EventKind;
  series: string;
  source: string;
  evidence: Evidence;
  verification: Verification;
  locator: string;
  /** Official address of the act, else the address of what was read. */
  url: string;
  readAt: string;
  market: string;
  domains: readonly string[] | 'market-only';
  bearing: Bearing;
  printedName?: string;
  permanent?: true;
  until?: string;
  /** What a statute makes of an order that says no term itself: permanent, or ended after this day at the latest. */
  statute?: { name: string; source: string; permanent?: true; until?: string };
  /** Source id of the order that the event belongs to; set on events of orders only. */
  order?: string;
  /** For orders: shown to be in force as of the date asked about, ended, or null where it is not known. */
  inForce: boolean | null;
  note?: string;
}

export interface SeriesStatus {
  series: string;
  status: Status;
  /** Dates of the first and the last event of the series that bear on the domain. */
  first: string;
  last: string;
  /** Labels of the editions that name it, oldest first (lists and submissions). */
  editions: readonly string[];
  /** A list names it, and there are newer editions, none of them complete in the record. */
  laterIncomplete?: true;
  /** The first complete edition whose silence makes it formerly listed. */
  absentFrom?: string;
  /** Every act behind it is known from somebody's account only; neither an act nor a copy was read. */
  reported?: true;
}

export interface Match {
  market: Market;
  /** The market's domains that cover the host, most specific first; never empty. */
  domains: readonly MarketDomain[];
}

const ORDER_KINDS: ReadonlySet<EventKind> = new Set(['blocked', 'unblocked', 'extended', 'confirmed', 'annulled', 'reinstated']);
/** What ends a seizure; a later act names it by `order`, the others are facts about the name, whoever reports them. */
const SEIZURE_ENDS: ReadonlySet<EventKind> = new Set(['returned', 'lapsed']);
/** Never a status. */
const HISTORY_ONLY: ReadonlySet<EventKind> = new Set(['closed', 'judgment']);
/** A bare name ties to the market's domains in lists only: an order or a seizure shows on no domain that it did not print. */
const NAMES_SUFFICE: ReadonlySet<EventKind> = new Set(['listed', 'delisted', 'named', 'closed', 'judgment']);

/** The market's events up to `asOf` in order of date, each with its bearing on the matched domains. */
export function history({ market, domains }: Match, library: Library, asOf: string): HistoryEvent[] {
  const all = market.events.map((event) => resolve(event, market, domains, library)).sort(inOrder);
  for (const event of all) if (event.order) event.inForce = orderForce(ordersOf(all, event.order), asOf);
  return all.filter((event) => earliest(event.date) <= asOf);
}

/** One status for each series that has one for the matched domains, in the order of `compareSeries`. */
export function seriesStatuses(matches: readonly Match[], library: Library, asOf: string, jurisdictions: readonly string[] = []): SeriesStatus[] {
  const bySeries = new Map<string, HistoryEvent[]>();
  for (const match of matches) {
    if (match.domains.every((domain) => domain.withheld)) continue;
    // Events after `asOf` are kept: a later act can show that an order was in force on the date.
    const events = history(match, library, '9999-12-31').filter((event) => event.bearing !== 'family');
    for (const event of events) push(bySeries, seriesOf(event, library), event);
    // A name that was given up or given back ends its seizure in whatever series that is told.
    for (const series of new Set(events.filter((event) => event.kind === 'seized').map((event) => event.series)))
      for (const event of events) if (SEIZURE_ENDS.has(event.kind) && event.series !== series) push(bySeries, series, event);
  }
  const found: SeriesStatus[] = [];
  for (const [series, events] of bySeries) {
    const status = statusIn(series, events.sort(inOrder), library, asOf);
    if (status) found.push(status);
  }
  return found.sort((a, b) => compareSeries(a, b, library, jurisdictions));
}

/** Current before past, then the chosen jurisdictions, then the newest event, then the id: fixed, and no ranking of authorities. */
export function compareSeries(a: SeriesStatus, b: SeriesStatus, library: Library, jurisdictions: readonly string[]): number {
  const chosen = (s: SeriesStatus) => (jurisdictions.includes(library.series[s.series]?.jurisdiction ?? '') ? 0 : 1);
  return PHASE[a.status] - PHASE[b.status] || chosen(a) - chosen(b) || compareDates(b.last, a.last) || (a.series < b.series ? -1 : 1);
}

const PHASE: Record<Status, number> = {
  listed: 0,
  blocked: 0,
  seized: 0,
  'block-ordered': 1,
  'formerly-listed': 2,
  'formerly-blocked': 2,
  named: 3,
  'not-listed': 4,
  unknown: 5,
};

function resolve(event: MarketEvent, market: Market, matched: readonly MarketDomain[], library: Library): HistoryEvent {
  const source = library.sources[event.source];
  const series = source && library.series[source.series];
  if (!source || !series) throw new Error(`${market.id}: the list holds no source "${event.source}", or not its series`);
  const date = event.date ?? source.date;
  const readAt = event.readAt ?? source.read[0]!.url;
  const isOrder = ORDER_KINDS.has(event.kind);
  const until = event.until ?? (isOrder ? source.until : undefined);
  const permanent = event.permanent ?? (isOrder && !until ? source.permanent : undefined);
  const statute = event.kind === 'blocked' && !until && !permanent && source.statute ? series.statutes?.find(({ id }) => id === source.statute) : undefined;
  return {
    date,
    datePrecision: precision(date),
    dateKind: event.dateKind ?? source.dateKind,
    kind: event.kind,
    series: series.id,
    source: source.id,
    evidence: series.evidence,
    verification: event.verification,
    locator: event.locator,
    url: source.url ?? readAt,
    readAt,
    market: market.id,
    domains: event.domains,
    bearing: bearing(event, date, matched),
    ...(event.printedName && { printedName: event.printedName }),
    ...(permanent && { permanent }),
    ...(until && { until }),
    ...(statute && { statute: { name: statute.name, source: statute.source, ...forceOf(statute, date) } }),
    ...(isOrder && { order: event.order ?? source.id }),
    inForce: null,
    ...(event.note && { note: event.note }),
  };
}

/** What the statute makes of an order of that date; of a vague date, the last day that it can mean. */
function forceOf({ permanent, months }: Statute, date: string): { permanent: true } | { until: string } {
  return permanent ? { permanent } : { until: addMonths(latest(date), months!) };
}

function bearing(event: MarketEvent, date: string, matched: readonly MarketDomain[]): Bearing {
  if (event.domains !== 'market-only') return matched.some((domain) => event.domains.includes(domain.name)) ? 'printed' : 'family';
  // A later act about a whole order ("the injunction is extended") needs no names: it bears on the domains of that order.
  if (event.order) return 'market-only';
  if (!NAMES_SUFFICE.has(event.kind)) return 'family';
  return matched.some((domain) => usedOn(domain, date)) ? 'market-only' : 'family';
}

/** Whether the market can have used the domain on the date; an unknown end of the span excludes nothing. */
function usedOn(domain: MarketDomain, date: string): boolean {
  return (!domain.from || earliest(domain.from) <= latest(date)) && (!domain.until || latest(domain.until) >= earliest(date));
}

/** A later act belongs to the order that it speaks of, whoever made it. */
const seriesOf = (event: HistoryEvent, library: Library): string => (event.order && library.sources[event.order]?.series) ?? event.series;

function statusIn(series: string, events: readonly HistoryEvent[], library: Library, asOf: string): SeriesStatus | null {
  const past = events.filter((event) => earliest(event.date) <= asOf);
  const evidence = library.series[series]!.evidence;
  const [status, extra] =
    evidence === 'government-list'
      ? listStatus(series, past, library, asOf)
      : evidence === 'industry-submission'
        ? [past.some((event) => event.kind === 'named') ? ('named' as const) : null, {}]
        : evidence === 'seizure'
          ? [seizureStatus(past), {}]
          : evidence === 'court-order' || evidence === 'administrative-order' || evidence === 'voluntary-agreement'
            ? [blockStatus(events, asOf), {}]
            : [null, {}];
  if (!status) return null;
  const editions = past
    .filter((event) => event.kind === 'listed' || event.kind === 'named')
    .map((event) => library.sources[event.source]!.edition ?? event.date.slice(0, 4));
  const reported = past.every((event) => HISTORY_ONLY.has(event.kind) || event.verification === 'report') && ({ reported: true } as const);
  return { series, status, first: past[0]!.date, last: past.at(-1)!.date, editions: [...new Set(editions)], ...extra, ...reported };
}

function listStatus(series: string, past: readonly HistoryEvent[], library: Library, asOf: string): [Status | null, Partial<SeriesStatus>] {
  const listings = past.filter((event) => event.kind === 'listed');
  const newest = listings.at(-1);
  if (!newest) return [null, {}];
  if (past.some((event) => event.kind === 'delisted' && compareDates(event.date, newest.date) >= 0)) return ['formerly-listed', {}];
  const editions = Object.values(library.sources).filter((source) => source.series === series && source.edition && earliest(source.date) <= asOf);
  const later = editions.filter((source) => compareDates(source.date, newest.date) > 0);
  const silent = later.filter((source) => source.complete).sort((a, b) => compareDates(a.date, b.date))[0];
  if (silent) return ['formerly-listed', { absentFrom: silent.edition! }];
  return ['listed', later.length > 0 ? { laterIncomplete: true } : {}];
}

function seizureStatus(past: readonly HistoryEvent[]): Status | null {
  if (!past.some(({ kind }) => kind === 'seized')) return null;
  const last = past.filter(({ kind }) => kind === 'seized' || kind === 'annulled' || kind === 'reinstated' || SEIZURE_ENDS.has(kind)).at(-1);
  return last?.kind === 'seized' || last?.kind === 'reinstated' ? 'seized' : null;
}

function blockStatus(events: readonly HistoryEvent[], asOf: string): Status | null {
  // A market-only extension or lifting speaks of a whole order, so it counts only where some act of that order printed the domain.
  const orders = new Set(events.flatMap((event) => (event.order && event.bearing === 'printed' && earliest(event.date) <= asOf ? [event.order] : [])));
  const forces = [...orders].map((order) => orderForce(ordersOf(events, order), asOf));
  if (!forces.length) return null;
  return forces.includes(true) ? 'blocked' : forces.includes(null) ? 'block-ordered' : 'formerly-blocked';
}

function ordersOf(events: readonly HistoryEvent[], order: string): HistoryEvent[] {
  return events.filter((event) => event.order === order && event.bearing !== 'family');
}

/**
 * Whether one order is in force on a day: true only on positive evidence, false once it has ended, null where it is not known.
 * `acts` are the order and what later acts say of it, in order of date.
 */
export function orderForce(acts: readonly HistoryEvent[], asOf: string): boolean | null {
  const past = acts.filter((act) => earliest(act.date) <= asOf);
  if (!past.length) return null;
  const ended = past.findLastIndex((act) => act.kind === 'unblocked' || act.kind === 'annulled');
  const restored = past.findLastIndex((act) => act.kind === 'reinstated');
  // What was restored stands as it was ordered.
  const open = restored > ended ? past.filter((act) => act.kind !== 'unblocked' && act.kind !== 'annulled') : past.slice(ended + 1);
  if (!open.length) return false;
  if (open.some((act) => act.permanent || act.statute?.permanent)) return true;
  // The last act governs the term: an extension replaces the end that the order stated.
  const until = open.findLast((act) => act.until)?.until;
  if (until && asOf <= earliest(until)) return true;
  const next = acts.find((act) => earliest(act.date) > asOf);
  if (next && (next.kind === 'confirmed' || next.kind === 'extended')) return true;
  if (until) return asOf > latest(until) && open.at(-1)!.until ? false : null;
  // A statute's months are the most that an order can run: that they have passed is evidence, that they run is not.
  const most = open.at(-1)!.statute?.until;
  return most && asOf > most ? false : null;
}

const inOrder = (a: HistoryEvent, b: HistoryEvent): number => compareDates(a.date, b.date) || compareText(a.source, b.source);
/** Equal is equal: with a comparison that says otherwise the browsers order one and the same day differently. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
