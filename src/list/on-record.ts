/**
 * For hosts with dated facts but no status: counts the facts and says why they give no status. A recorded fact is never
 * denied.
 */
import { compareDates, earliest } from './dates.ts';
import {
  allEvents,
  changedBy,
  history,
  inOrder,
  isByName,
  isOwn,
  ownEvents,
  couldUseOn,
  type HistoryEvent,
  type Library,
  type Match,
} from './history.ts';
import type { Evidence, EventKind, MarketDomain } from './records.ts';

/** `date`: of the newest such fact. `days`: on how many days there were such facts, if on more than one. */
export type Cause =
  /** A source printed it, but the record says never to flag it, and why. */
  | { why: 'withheld'; reason: string }
  /** The facts are about an earlier owner; `date` is null if the day of the change is not known. */
  | { why: 'changed-hands'; date: string | null; note: string; agreed?: true }
  /** A seizure that ended (`reported`: known from reports only), a closure, a removal, a block that somebody saw. */
  | { why: 'returned' | 'lapsed' | 'annulled'; date: string; reported?: true; days?: number }
  | { why: 'closed' | 'removed' | 'seen-blocked'; date: string; days?: number }
  /** A seizure known from a report only; `market` is set if the report prints no domain. */
  | { why: 'seizure-reported'; date: string; market?: string; days?: number }
  /**
   * The newest judgment; `market` is set if it is not known to print the domain, `reported` if it is known from a
   * report only.
   */
  | { why: 'judgment'; date: string; by: Decider; market?: string; reported?: true; days?: number }
  /** Orders or seizures that name the market without an address, which ties to no domain. `reported`: some by a report only. */
  | { why: 'name-only'; market: string; by: readonly Decider[]; reported?: true }
  /** Every dated fact is about other domains of the market. `source`: id of the source that ties the domain to it. */
  | { why: 'other-domains'; market: string; source: string }
  /** Every dated fact is later than the day asked about. */
  | { why: 'later'; date: string }
  /** There would be a status, but the user excluded all of these series. */
  | { why: 'not-counted'; series: readonly string[] };

/** A series, and the deciding body that the source names. */
export interface Decider {
  series: string;
  authority?: string;
}

export interface OnRecord {
  /**
   * Number of dated facts up to the day: those about the domain, or, if there are none, those about the market's other
   * domains.
   */
  facts: number;
  /** How many of `facts` only name the market, without a domain, and so are not about this one. */
  byName?: number;
  /** Never empty; each kind of cause at most once. */
  causes: readonly Cause[];
}

/** Number of dated facts about the domain up to `asOf`. */
export function factsOf(matches: readonly Match[], library: Library, asOf: string): number {
  return matches.reduce((facts, match) => facts + aboutDomain(match, library, asOf).length, 0);
}

/** The events up to `asOf` that are about the domain, or about its market's name without any domain. */
function aboutDomain(match: Match, library: Library, asOf: string): HistoryEvent[] {
  return history(match, library, asOf).filter((event) => isOwn(event) || namesOnly(event, match, library));
}

/** Call it only if there is no status. @param matches not empty */
export function onRecord(matches: readonly Match[], library: Library, asOf: string): OnRecord {
  const causes: Cause[] = [];
  const add = (cause: Cause) => {
    const before = causes.findIndex(({ why }) => why === cause.why);
    // Events are sorted by date, so the newest of each kind is kept.
    if (before < 0) causes.push(cause);
    else if ('date' in cause) causes[before] = newest(cause, causes[before]!);
  };
  let facts = 0;
  let byName = 0;
  for (const match of matches) {
    const own = aboutDomain(match, library, asOf);
    facts += own.length;
    byName += own.length - ownEvents(own).length;
    for (const { withheld } of match.domains) if (withheld) add({ why: 'withheld', reason: withheld });
    if (own.some((event) => event.earlierOwner))
      for (const { changedHands } of match.domains) if (changedHands) add(passed(changedHands));
    if (causes.some(({ why }) => why === 'withheld')) continue;
    const sold = own.some((event) => event.earlierOwner);
    for (const event of own) {
      if (event.earlierOwner) continue;
      const cause = causeOf(event, own, match, library);
      // A name without a domain from before the sale is about the earlier owner, too.
      if (cause && !(sold && cause.why === 'name-only')) add(cause);
    }
  }
  if (facts)
    return {
      facts,
      ...(byName && { byName }),
      causes: causes.length ? causes : [otherDomains(matches[0]!)],
    };
  const family = matches.flatMap((match) => allEvents(match, library, asOf)).sort(inOrder);
  const past = family.filter((event) => earliest(event.date) <= asOf);
  for (const match of matches)
    if (past.some((event) => event.market === match.market.id) && match.domains.some((domain) => !domain.withheld))
      add(otherDomains(match));
  for (const domain of matches.flatMap(({ domains }) => domains)) {
    const day = changedBy(domain, library);
    if (domain.changedHands && past.length && (!day || earliest(day) <= asOf)) add(passed(domain.changedHands));
  }
  if (!past.length) add({ why: 'later', date: family[0]!.date });
  return { facts: past.length, causes };
}

const otherDomains = ({ market, domains }: Match): Cause => ({
  why: 'other-domains',
  market: market.name,
  source: (domains.find(({ withheld }) => !withheld) ?? domains[0]!).source,
});

function newest(cause: Cause, before: Cause): Cause {
  if (!('date' in cause && 'date' in before) || cause.why === 'changed-hands' || cause.why === 'later') return cause;
  const earlier = 'days' in before ? before.days : 1;
  const days = cause.date === before.date ? earlier : earlier + 1;
  return days > 1 ? { ...cause, days } : cause;
}

const passed = ({ date, note, agreed }: NonNullable<MarketDomain['changedHands']>): Cause => ({
  why: 'changed-hands',
  date: date ?? null,
  note,
  ...(agreed && { agreed }),
});

const namesOnly = ({ kind, domains, date }: HistoryEvent, match: Match, library: Library): boolean =>
  (kind === 'blocked' || kind === 'seized') &&
  isByName({ domains }) &&
  match.domains.some((domain) => couldUseOn(domain, date, library));

/** Null if another event gives the cause. */
function causeOf(event: HistoryEvent, own: readonly HistoryEvent[], { market }: Match, library: Library): Cause | null {
  const { date } = event;
  const byName = isByName(event) && { market: market.name };
  switch (event.kind) {
    case 'blocked':
    case 'seized':
      if (event.evidence === 'observed') return { why: 'seen-blocked', date };
      if (event.evidence === 'report') return { why: 'seizure-reported', date, ...byName };
      return isByName(event) ? nameOnly(own, market.name, library) : null;
    case 'returned':
    case 'lapsed':
    case 'annulled': {
      const seizures = own.filter(({ kind }) => kind === 'seized');
      const reported = seizures.length > 0 && seizures.every(({ verification }) => verification === 'report');
      return { why: event.kind, date, ...(reported && { reported }) };
    }
    case 'closed':
      return { why: event.kind, date };
    case 'judgment':
      return {
        why: 'judgment',
        date,
        by: deciderOf(event, library),
        ...byName,
        ...(event.evidence === 'report' && { reported: true as const }),
      };
    case 'delisted':
      return { why: 'removed', date };
    case 'listed':
    case 'named':
    case 'unblocked':
    case 'extended':
    case 'confirmed':
    case 'suspended':
    case 'reinstated':
      return null;
  }
}

const NAMED_BY: ReadonlySet<EventKind> = new Set(['blocked', 'seized']);
/** Observations and reports are not orders. */
const NO_ORDER: ReadonlySet<Evidence> = new Set(['observed', 'report']);

function deciderOf({ series, source }: HistoryEvent, { sources }: Library): Decider {
  const { authority } = sources[source]!;
  return { series, ...(authority && { authority }) };
}

function nameOnly(own: readonly HistoryEvent[], market: string, library: Library): Cause {
  const acts = own.filter((event) => NAMED_BY.has(event.kind) && isByName(event) && !NO_ORDER.has(event.evidence));
  const deciders = acts.sort((a, b) => compareDates(a.date, b.date)).map((event) => deciderOf(event, library));
  const by = [
    ...new Map(deciders.map((decider) => [`${decider.series} ${decider.authority ?? ''}`, decider])).values(),
  ];
  const reported = acts.some(({ verification }) => verification === 'report');
  return { why: 'name-only', market, by, ...(reported && { reported: true }) };
}
