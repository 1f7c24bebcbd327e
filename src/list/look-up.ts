/** Looks up a host: which listed domains cover it, and which statuses follow. */
import { covers } from './names/host.ts';
import { isAddress } from './names/typed-host.ts';
import { earliest } from './dates.ts';
import { history, NAMING_KINDS, ownEvents, type Library, type Match } from './history.ts';
import { onRecord, type OnRecord } from './on-record.ts';
import type { Market, MarketDomain } from './records.ts';
import type { Status } from './standing.ts';
import { seriesStatuses, type SeriesStatus } from './status.ts';

export interface MatchedDomain {
  domain: string;
  market: string;
  scope: 'domain' | 'host' | 'url-prefix';
  /** For `url-prefix`. */
  path?: string;
}

export interface LookUpResult {
  /**
   * The status of the first of `series`. If there is none, `on-record`, or `not-listed` if the record holds nothing.
   */
  status: Status;
  /** Most specific first. */
  matches: MatchedDomain[];
  series: SeriesStatus[];
  /** Why the recorded facts give no status; only if the status is `on-record`. */
  record: OnRecord | null;
  /** The day on which the site was reported closed; null if something names it afterwards. */
  closed: string | null;
}

/**
 * The markets among `candidates` that cover a page. Scope `domain` covers subdomains, `host` only the host (but "www."
 * is the same site: docs/decisions/0051-www-is-the-same-site.md), `url-prefix` needs the path as well.
 */
export function matchMarkets(candidates: readonly Market[], host: string, path = '/'): Match[] {
  // What the record says of "www.a.example" by name, the entry of "a.example" does not.
  const named = candidates.some(({ domains }) => domains.some(({ name }) => name === host));
  const bare = !named && host.startsWith('www.') ? host.slice(4) : host;
  return candidates
    .map((market) => ({
      market,
      domains: market.domains
        .filter((domain) => coversPage(domain, host, path, bare))
        .sort((a, b) => b.name.length - a.name.length),
    }))
    .filter((match) => match.domains.length > 0)
    .sort((a, b) => b.domains[0]!.name.length - a.domains[0]!.name.length || (a.market.id < b.market.id ? -1 : 1));
}

function coversPage(domain: MarketDomain, host: string, path: string, bare: string): boolean {
  if (domain.scope === 'host') return host === domain.name || bare === domain.name;
  if (!covers(domain.name, host)) return false;
  if (domain.scope !== 'url-prefix') return true;
  const prefix = domain.path ?? '/';
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

/** The list names sites by their names: of an IP address it knows nothing, and an expired list knows nothing of any. */
export const statusUnnamed = (host: string, expired: boolean): 'unknown' | 'not-listed' =>
  expired || isAddress(host) ? 'unknown' : 'not-listed';

/**
 * Computes the statuses of a host from its matches. The caller must replace `not-listed` by `statusUnnamed`.
 * @param asOf day as YYYY-MM-DD
 * @param jurisdictions the user's preferred jurisdictions, shown first
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
      domains.map(({ name, scope = 'domain', path }) => ({
        domain: name,
        market: market.id,
        scope,
        ...(scope === 'url-prefix' && { path: path ?? '/' }),
      })),
    ),
    series,
    record: series.length || !matches.length ? null : onRecord(matches, library, asOf),
    closed: series.length ? closedOn(matches, library, asOf) : null,
  };
}

function closedOn(matches: readonly Match[], library: Library, asOf: string): string | null {
  const own = ownEvents(matches.flatMap((match) => history(match, library, asOf))).filter(
    (event) => !event.earlierOwner,
  );
  const closed = own.filter(({ kind }) => kind === 'closed').at(-1);
  return closed && !own.some(({ kind, date }) => NAMING_KINDS.has(kind) && earliest(date) > earliest(closed.date))
    ? closed.date
    : null;
}
