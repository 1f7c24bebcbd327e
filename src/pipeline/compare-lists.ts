/** Compares two states of the list, market by market. The changelog is made from this. */
import { recordsOf, type LineKind, type Lines } from '../list/release/record-lines.ts';
import type { Market, MarketDomain } from '../list/records.ts';
import { libraryIn } from '../list/release/packed.ts';
import { history, type HistoryEvent, type Library } from '../list/history.ts';
import type { Status } from '../list/status.ts';
import { matchMarkets, lookUp } from '../list/look-up.ts';

/** An event without the values that are computed for a day or a page. */
export type ComparedEvent = Omit<HistoryEvent, 'inForce' | 'bearing' | 'market' | 'earlierOwner'>;

export interface Changes<T> {
  added: T[];
  removed: T[];
  changed: { before: T; after: T; fields: string[] }[];
}

export interface SiteChange {
  market: string;
  name: string;
  change: 'added' | 'removed' | 'changed';
  /** Names of the market's fields that differ: "name", "category". */
  fields: string[];
  /** Headlines that differ. Both are computed for the same day, so that only changes of the records count. */
  statuses: { domain: string; before: Status | null; after: Status | null }[];
  domains: Changes<MarketDomain>;
  events: Changes<ComparedEvent>;
}

export interface ListChanges {
  sites: SiteChange[];
  sources: { added: string[]; removed: string[]; changed: string[] };
  series: { added: string[]; removed: string[]; changed: string[] };
  countries: { added: string[]; removed: string[]; changed: string[] };
}

interface State {
  markets: Map<string, Market>;
  library: Library;
}

/** @param asOf YYYY-MM-DD, the day for which statuses are compared */
export function compareLists(older: Lines, newer: Lines, asOf: string): ListChanges {
  const [before, after] = [stateOf(older), stateOf(newer)];
  const ids = [...new Set([...before.markets.keys(), ...after.markets.keys()])].sort();
  return {
    sites: ids.flatMap((id) => siteChange(id, before, after, asOf) ?? []),
    sources: compareKeys('source', older, newer),
    series: compareKeys('series', older, newer),
    countries: compareKeys('country', older, newer),
  };
}

function stateOf(lines: Lines): State {
  return {
    markets: new Map(recordsOf('market', lines).map((market) => [market.id, market])),
    library: libraryIn(lines),
  };
}

function siteChange(id: string, before: State, after: State, asOf: string): SiteChange | null {
  const [old, now] = [before.markets.get(id), after.markets.get(id)];
  const site: SiteChange = {
    market: id,
    name: (now ?? old)!.name,
    change: old && now ? 'changed' : now ? 'added' : 'removed',
    fields: old && now ? differing(own(old), own(now)) : [],
    statuses: [...new Set([...(old?.domains ?? []), ...(now?.domains ?? [])].map((domain) => domain.name))]
      .sort()
      .flatMap((domain) => {
        const [was, is] = [statusOf(old, domain, before, asOf), statusOf(now, domain, after, asOf)];
        return was === is ? [] : [{ domain, before: was, after: is }];
      }),
    domains: changes(old?.domains ?? [], now?.domains ?? [], (domain) => `${domain.name}${domain.path ?? ''}`),
    events: changes(
      eventsOf(old, before),
      eventsOf(now, after),
      (event) => `${event.source} ${event.kind} ${event.order ?? ''}`,
    ),
  };
  const count = (of: Changes<unknown>) => of.added.length + of.removed.length + of.changed.length;
  return site.change === 'changed' &&
    !site.fields.length &&
    !site.statuses.length &&
    !count(site.domains) &&
    !count(site.events)
    ? null
    : site;
}

const own = ({ domains: _domains, events: _events, ...rest }: Market): object => rest;

/** Null if the market does not have the domain. */
function statusOf(market: Market | undefined, domain: string, { library }: State, asOf: string): Status | null {
  const path = market?.domains.find(({ name }) => name === domain)?.path ?? '/';
  const matches = market ? matchMarkets([market], domain, path) : [];
  return matches.length ? lookUp(matches, library, asOf).status : null;
}

function eventsOf(market: Market | undefined, { library }: State): ComparedEvent[] {
  if (!market) return [];
  return history({ market, domains: market.domains }, library, '9999-12-31').map(
    ({ inForce: _inForce, bearing: _bearing, market: _market, earlierOwner: _earlierOwner, ...event }) => event,
  );
}

/** Pairs items with the same key; surplus items on one side count as added or removed. */
function changes<T extends object>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): Changes<T> {
  const left = new Map<string, T[]>();
  const same = new Set(after.map((one) => JSON.stringify(one)));
  const kept = new Set<string>();
  for (const one of before) {
    const text = JSON.stringify(one);
    if (same.has(text)) kept.add(text);
    else left.set(keyOf(one), [...(left.get(keyOf(one)) ?? []), one]);
  }
  const result: Changes<T> = { added: [], removed: [], changed: [] };
  for (const one of after) {
    if (kept.has(JSON.stringify(one))) continue;
    const twin = left.get(keyOf(one))?.shift();
    if (twin) result.changed.push({ before: twin, after: one, fields: differing(twin, one) });
    else result.added.push(one);
  }
  result.removed = [...left.values()].flat();
  return result;
}

function differing(before: object, after: object): string[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );
}

function compareKeys(kind: LineKind, older: Lines, newer: Lines) {
  const idsOf = (lines: Lines) => [...lines.keys()].filter((key) => key.startsWith(`${kind} `));
  const bare = (keys: string[]) => keys.map((key) => key.slice(kind.length + 1));
  return {
    added: bare(idsOf(newer).filter((key) => !older.has(key))),
    removed: bare(idsOf(older).filter((key) => !newer.has(key))),
    changed: bare(
      idsOf(newer).filter((key) => older.has(key) && written(older.get(key)!) !== written(newer.get(key)!)),
    ),
  };
}

/** Drops `found`, which is computed and not part of the written record. */
function written(line: string): string {
  const { found: _found, ...record } = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(record);
}
