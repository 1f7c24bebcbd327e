/** Compares two series, market by market: which markets the one names, the other, and both. */
import { compareDates, earliest } from '../dates.ts';
import type { Compared } from './editions.ts';
import { NAMING_OR_JUDGING } from '../history.ts';
import type { Market, MarketEvent } from '../records.ts';

/** What one series does with a market. */
export interface InSeries {
  /** Dates of the first and the last naming. */
  first: string;
  last: string;
  /** How many namings: editions, orders, seizures. */
  times: number;
  /** The domains that it printed, sorted. */
  domains: readonly string[];
}

export interface SeriesSite {
  market: string;
  name: string;
  a: InSeries | null;
  b: InSeries | null;
}

export interface SeriesChanges {
  a: string;
  b: string;
  onlyA: SeriesSite[];
  onlyB: SeriesSite[];
  both: SeriesSite[];
}

/**
 * Silence of a series proves nothing: our record may hold it in part. Sorted by the markets' names.
 * @param asOf YYYY-MM-DD: later events do not count
 * @throws Error if one of them is no series, or both are the same
 */
export function compareSeries(data: Compared, a: string, b: string, asOf: string): SeriesChanges {
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const known = new Set(data.sources.map(({ series }) => series));
  for (const id of [a, b]) if (!known.has(id)) throw new Error(`${id} is not a series with a source`);
  if (a === b) throw new Error(`${a} is compared with itself: name two series`);
  const result: SeriesChanges = { a, b, onlyA: [], onlyB: [], both: [] };
  const dateOf = (event: MarketEvent) => event.date ?? sources.get(event.source)!.date;
  const inSeries = (market: Market, series: string): InSeries | null => {
    const events = market.events
      .filter((event) => NAMING_OR_JUDGING.has(event.kind) && sources.get(event.source)?.series === series)
      .filter((event) => earliest(dateOf(event)) <= asOf);
    if (!events.length) return null;
    const dates = events.map(dateOf).sort(compareDates);
    const domains = events.flatMap(({ domains }) => (domains === 'market-only' ? [] : domains));
    return { first: dates[0]!, last: dates.at(-1)!, times: events.length, domains: [...new Set(domains)].sort() };
  };
  for (const market of data.markets.toSorted((x, y) => (x.name < y.name ? -1 : 1))) {
    const site = { market: market.id, name: market.name, a: inSeries(market, a), b: inSeries(market, b) };
    if (site.a && site.b) result.both.push(site);
    else if (site.a) result.onlyA.push(site);
    else if (site.b) result.onlyB.push(site);
  }
  return result;
}
