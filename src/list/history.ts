/** The events of a host's market, and how each event bears on the host. */
import { addMonths, compareDates, earliest, latest, precision, type DateKind, type Precision } from './dates.ts';
import { orderForce } from './order-force.ts';
import type {
  Evidence,
  EventKind,
  Market,
  MarketDomain,
  MarketEvent,
  Series,
  Source,
  Statute,
  Verification,
} from './records.ts';

/** All series and sources by id. `found`: for an edition, the number of markets that the record has from it. */
export interface Library {
  series: Readonly<Record<string, Series>>;
  sources: Readonly<Record<string, Source & { found?: number }>>;
}

export const libraryOf = (records: { series: readonly Series[]; sources: readonly Source[] }): Library => ({
  series: byId(records.series),
  sources: byId(records.sources),
});
const byId = <T extends { id: string }>(records: readonly T[]): Record<string, T> =>
  Object.fromEntries(records.map((record) => [record.id, record]));

export interface Match {
  market: Market;
  /** The market's domains that cover the host, most specific first; never empty. */
  domains: readonly MarketDomain[];
}

/**
 * How an event bears on the domain asked about.
 * `printed`: its source printed the domain. `market-only`: its source printed only the market's name, which counts for
 * the domain. `family`: it is about other domains of the market, or about its name in a way that counts for no domain.
 */
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
  /**
   * True if it is about an owner who had given up the domain by the day asked about: it stays in the history, but gives
   * no status.
   */
  earlierOwner?: true;
  printedName?: string;
  permanent?: true;
  until?: string;
  /** The term that a statute gives to an order without its own: permanent, or ended after this day at the latest. */
  statute?: { name: string; source: string; permanent?: true; until?: string };
  /** Source id of the order that the event belongs to, or of the seizure that a later act is about. */
  order?: string;
  /** True if it sets aside, or suspends, only a part of the order. */
  partly?: true;
  /** For orders: true if shown to be in force on the day asked about, false if ended, null if not known. */
  inForce: boolean | null;
  note?: string;
}

/** Kinds of event by which a document names a market. The others say what became of that. */
export const NAMING_KINDS: ReadonlySet<EventKind> = new Set(['listed', 'named', 'blocked', 'seized']);
export const NAMING_OR_JUDGING: ReadonlySet<EventKind> = new Set([...NAMING_KINDS, 'judgment']);

/** The events that bear on the domain asked about; the others are the history of its family. */
export const ownEvents = <E extends Pick<HistoryEvent, 'bearing'>>(events: readonly E[]): E[] => events.filter(isOwn);
export const isOwn = ({ bearing }: Pick<HistoryEvent, 'bearing'>): boolean => bearing !== 'family';
/** Its source printed the market's name without an address. */
export const isByName = ({ domains }: Pick<HistoryEvent, 'domains'>): boolean => domains === 'market-only';

/** Events that make an order or are about one. */
const ORDER_KINDS: ReadonlySet<EventKind> = new Set([
  'blocked',
  'unblocked',
  'extended',
  'confirmed',
  'annulled',
  'suspended',
  'reinstated',
]);
/**
 * Events for which a bare market name counts for the market's domains. Not orders and seizures: they count only for
 * domains that they printed.
 */
const NAME_IS_ENOUGH: ReadonlySet<EventKind> = new Set(['listed', 'delisted', 'named', 'closed', 'judgment']);

/** The market's events up to `asOf`, sorted by date, each with its bearing on the matched domains. */
export function history(match: Match, library: Library, asOf: string): HistoryEvent[] {
  return allEvents(match, library, asOf).filter((event) => earliest(event.date) <= asOf);
}

/** The same including events after `asOf`: a later act can show that an order was in force on that day. */
export function allEvents({ market, domains }: Match, library: Library, asOf: string): HistoryEvent[] {
  const events = market.events.map((event) => resolve(event, market, domains, library, asOf)).sort(inOrder);
  // A later act about a whole order ("the injunction is extended") need not print names, but then another act of the
  // same order must have printed the domain.
  const printed = new Set(events.flatMap((event) => (event.bearing === 'printed' ? (actOf(event) ?? []) : [])));
  const past = new Set(events.flatMap((event) => (event.earlierOwner && isFirst(event) ? event.source : [])));
  for (const event of events) {
    if (event.order && event.bearing === 'market-only' && !printed.has(event.order)) event.bearing = 'family';
    // Later acts of an order are about the same owner as the order.
    if (event.order && past.has(event.order)) event.earlierOwner = true;
  }
  for (const event of events) if (event.order) event.inForce = orderForce(actsFor(event, events), asOf).inForce;
  return events;
}

/** Compares events by date, then by source id, so that the order is the same in every browser. */
export const inOrder = (a: HistoryEvent, b: HistoryEvent): number =>
  compareDates(a.date, b.date) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);

const isFirst = ({ kind }: HistoryEvent): boolean => kind === 'blocked' || kind === 'seized';
const actOf = (event: HistoryEvent): string | undefined =>
  event.order ?? (event.kind === 'seized' ? event.source : undefined);

/** The acts of the event's order that bear on the same domains as the event. */
function actsFor(event: HistoryEvent, events: readonly HistoryEvent[]): HistoryEvent[] {
  const acts = events.filter(({ order }) => order === event.order);
  if (isOwn(event)) return ownEvents(acts);
  const { domains } = event;
  return acts.filter(
    (act) =>
      domains === 'market-only' || act.domains === 'market-only' || act.domains.some((name) => domains.includes(name)),
  );
}

function resolve(
  event: MarketEvent,
  market: Market,
  matched: readonly MarketDomain[],
  library: Library,
  asOf: string,
): HistoryEvent {
  const source = library.sources[event.source];
  const series = source && library.series[source.series];
  if (!source || !series)
    throw new Error(`${market.id}: the list holds no source "${event.source}", or not its series`);
  const date = event.date ?? source.date;
  const readAt = event.readAt ?? source.read[0]!.url;
  const isOrder = ORDER_KINDS.has(event.kind);
  const until = event.until ?? (isOrder ? source.until : undefined);
  const permanent = event.permanent ?? (isOrder && !until ? source.permanent : undefined);
  const statute =
    event.kind === 'blocked' && !until && !permanent && source.statute
      ? series.statutes?.find(({ id }) => id === source.statute)
      : undefined;
  const about = aboutDomains(event, date, matched, library);
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
    bearing:
      !about.length && !(event.domains === 'market-only' && event.order)
        ? 'family'
        : event.domains === 'market-only'
          ? 'market-only'
          : 'printed',
    ...(about.length > 0 &&
      about.every((domain) => hadGivenUp(domain, date, asOf, library)) && { earlierOwner: true as const }),
    ...(event.printedName && { printedName: event.printedName }),
    ...(permanent && { permanent }),
    ...(until && { until }),
    ...(statute && { statute: { name: statute.name, source: statute.source, ...termFrom(statute, date) } }),
    ...(isOrder && { order: event.order ?? source.id }),
    ...(event.partly && { partly: event.partly }),
    inForce: null,
    ...(event.note && { note: event.note }),
  };
}

/** The term that the statute gives to an order of this date. From a vague date its last possible day counts. */
function termFrom({ permanent, months }: Statute, date: string): { permanent: true } | { until: string } {
  return permanent ? { permanent } : { until: addMonths(latest(date), months!) };
}

/** The matched domains that the event is about, because it printed them or named their market. */
function aboutDomains(
  event: MarketEvent,
  date: string,
  matched: readonly MarketDomain[],
  library: Library,
): MarketDomain[] {
  if (event.domains === 'market-only')
    return NAME_IS_ENOUGH.has(event.kind) ? matched.filter((domain) => couldUseOn(domain, date, library)) : [];
  const printed = matched.filter((domain) => event.domains.includes(domain.name));
  // A domain can be recorded twice with different periods; take the one of that day, if there is one.
  const then = printed.filter((domain) => couldUseOn(domain, date, library));
  return then.length ? then : printed;
}

/** True if the market can have used the domain on the date. A period with an unknown end excludes nothing. */
export function couldUseOn(domain: MarketDomain, date: string, library: Library): boolean {
  const changed = changedBy(domain, library);
  if (changed && earliest(date) > latest(changed)) return false;
  return (
    (!domain.from || earliest(domain.from) <= latest(date)) && (!domain.until || latest(domain.until) >= earliest(date))
  );
}

/**
 * The day by which the domain had certainly changed hands: the recorded day, else the date of the source that reports
 * it; null if neither is known.
 */
export function changedBy({ changedHands }: MarketDomain, library: Library): string | null {
  return changedHands?.date ?? (changedHands?.source && library.sources[changedHands.source]?.date) ?? null;
}

/**
 * True if the domain's owner on `date` had given it up by `asOf`. If the day of the change is not known, every event
 * counts as earlier.
 */
function hadGivenUp(domain: MarketDomain, date: string, asOf: string, library: Library): boolean {
  if (!domain.changedHands) return false;
  const changed = changedBy(domain, library);
  return changed === null || (earliest(changed) <= asOf && earliest(date) <= latest(changed));
}
