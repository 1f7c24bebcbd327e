/** From a host to what the list says of it: which listed domains cover it, and the statuses that follow. */
import { covers } from './names/host.ts';
import { earliest } from './dates.ts';
import { history, ownEvents, type Library, type Match } from './history.ts';
import { onRecord, type OnRecord } from './on-record.ts';
import type { EventKind, Market, MarketDomain } from './records.ts';
import type { Status } from './standing.ts';
import { seriesStatuses, type SeriesStatus } from './status.ts';

export interface MatchedDomain {
  domain: string;
  market: string;
  scope: 'domain' | 'host' | 'url-prefix';
}

export interface LookUpResult {
  /**
   * The headline: the first of `series`; where there is none `on-record`, or `not-listed` where the record holds
   * nothing.
   */
  status: Status;
  /** Most specific first. */
  matches: MatchedDomain[];
  series: SeriesStatus[];
  /** Why the facts that the record holds give no status; only where the status is `on-record`. */
  record: OnRecord | null;
  /** When the site was reported closed, where nothing names it afterwards. */
  closed: string | null;
}

/**
 * The markets among `candidates` that a page belongs to: domain scope covers subdomains, host scope does not (but "www."
 * is the same site: docs/decisions/0051-www-is-the-same-site.md), a URL prefix needs the path.
 */
export function matchMarkets(candidates: readonly Market[], host: string, path = '/'): Match[] {
  // What the record says of "www.a.example" by name, the entry of "a.example" does not.
  const named = candidates.some(({ domains }) => domains.some(({ name }) => name === host));
  const bare = !named && host.startsWith('www.') ? host.slice(4) : host;
  return candidates
    .map((market) => ({
      market,
      domains: market.domains
        .filter((domain) => reaches(domain, host, path, bare))
        .sort((a, b) => b.name.length - a.name.length),
    }))
    .filter((match) => match.domains.length > 0)
    .sort((a, b) => b.domains[0]!.name.length - a.domains[0]!.name.length || (a.market.id < b.market.id ? -1 : 1));
}

function reaches(domain: MarketDomain, host: string, path: string, bare: string): boolean {
  if (domain.scope === 'host') return host === domain.name || bare === domain.name;
  if (!covers(domain.name, host)) return false;
  if (domain.scope !== 'url-prefix') return true;
  const prefix = domain.path ?? '/';
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

/**
 * @param asOf day as YYYY-MM-DD; a list that is missing or out of date turns the `not-listed` of this into `unknown`,
 * which the caller knows.
 */
export function lookUp(
  matches: readonly Match[],
  library: Library,
  asOf: string,
  jurisdictions: readonly string[] = [],
): LookUpResult {
  const series = seriesStatuses(matches, library, asOf, jurisdictions);
  return {
    status: series[0]?.status ?? (matches.length ? 'on-record' : 'not-listed'),
    matches: matches.flatMap(({ market, domains }) =>
      domains.map((domain) => ({ domain: domain.name, market: market.id, scope: domain.scope ?? ('domain' as const) })),
    ),
    series,
    record: series.length || !matches.length ? null : onRecord(matches, library, asOf),
    closed: series.length ? closedOn(matches, library, asOf) : null,
  };
}

const NAMES: ReadonlySet<EventKind> = new Set(['listed', 'named', 'blocked', 'seized']);

function closedOn(matches: readonly Match[], library: Library, asOf: string): string | null {
  const own = ownEvents(matches.flatMap((match) => history(match, library, asOf))).filter(
    (event) => !event.earlierOwner,
  );
  const closed = own.filter(({ kind }) => kind === 'closed').at(-1);
  return closed && !own.some(({ kind, date }) => NAMES.has(kind) && earliest(date) > earliest(closed.date))
    ? closed.date
    : null;
}
