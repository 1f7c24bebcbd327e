/** What the list says about one document, one country or one market, as rows. Pure. */
import { compareDates, earliest } from '../../list/dates.ts';
import { editionsOf, missingYears } from '../../list/editions.ts';
import { history, type HistoryEvent, type Library } from '../../list/history.ts';
import type { Country, Market, Series, Source } from '../../list/records.ts';
import type { CitedFact } from '../../ui/citations/cited.ts';
import type { WholeList } from '../whole-list.ts';

export type HeldSource = Library['sources'][string];

/** One event of a market, on one of the domains that its source printed. */
export interface MarketFact {
  market: Market;
  event: HistoryEvent;
  /** '' where the source printed only the market's name. */
  domain: string;
}

/** A domain and the event by which it is concerned: whether an order is in force is said of each domain by itself. */
export function factsWhere(
  { markets, library }: WholeList,
  asOf: string,
  wants: (event: { source: string; order?: string | undefined }) => boolean,
): MarketFact[] {
  return markets
    .filter((market) => market.events.some(wants))
    .flatMap((market) => {
      const printed = new Set(
        market.events.filter(wants).flatMap(({ domains }) => (domains === 'market-only' ? [''] : domains)),
      );
      return [...printed].flatMap((domain) => {
        const domains = market.domains.filter(({ name }) => !domain || name === domain);
        return history({ market, domains }, library, asOf)
          .filter(wants)
          .filter((event) => (event.domains === 'market-only' ? domain === '' : event.domains.includes(domain)))
          .map((event): MarketFact => ({ market, event, domain }));
      });
    })
    .sort((a, b) => compareDates(a.event.date, b.event.date) || (a.market.name < b.market.name ? -1 : 1));
}

/** The facts of an edition, a market a row: all domains that it printed stand together. */
export function entriesOfEdition(facts: readonly MarketFact[]): (MarketFact & { domains: string[] })[] {
  const rows = new Map<string, MarketFact & { domains: string[] }>();
  for (const fact of facts) {
    const key = `${fact.market.id} ${fact.event.kind} ${fact.event.printedName ?? ''}`;
    const row = rows.get(key) ?? { ...fact, domains: [] };
    if (fact.domain) row.domains.push(fact.domain);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => a.market.name.localeCompare(b.market.name, 'en'));
}

/** Documents of some series that were published up to the day, newest first. */
export const documentsOf = (library: Library, series: ReadonlySet<string>, asOf: string): HeldSource[] =>
  Object.values(library.sources)
    .filter((source) => series.has(source.series) && earliest(source.date) <= asOf)
    .sort((a, b) => compareDates(b.date, a.date) || (a.id < b.id ? -1 : 1));

/** All series of the body that issues this one. */
export const seriesOfBody = (library: Library, series: Series): Series[] =>
  Object.values(library.series).filter(({ issuedBy }) => issuedBy === series.issuedBy);

/** How many markets each document names or concerns. */
export function marketsBySource(markets: readonly Market[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { events } of markets)
    for (const source of new Set(events.map((event) => event.source)))
      counts.set(source, (counts.get(source) ?? 0) + 1);
  return counts;
}

export interface TierRow {
  country: Country;
  tier: Country['tiers'][number];
  source: HeldSource;
  series: Series;
}

/** Tiers published up to the day, newest first. */
export const tiersOf = (countries: readonly Country[], { sources, series }: Library, asOf: string): TierRow[] =>
  countries
    .flatMap((country) =>
      country.tiers.map((tier): TierRow => {
        const source = sources[tier.source]!;
        return { country, tier, source, series: series[source.series]! };
      }),
    )
    .filter(({ source }) => earliest(source.date) <= asOf)
    .sort((a, b) => compareDates(b.source.date, a.source.date) || (a.country.name < b.country.name ? -1 : 1));

/** Editions, or years of a yearly list, in which our record holds nothing about the country: no reader may take it for "none". */
export function tierGaps(
  rows: readonly TierRow[],
  library: Library,
  asOf: string,
): { series: Series; editions: string[] }[] {
  return [...new Set(rows.map(({ series }) => series))].flatMap((series) => {
    const editions = editionsOf(series.id, library, asOf);
    const labels = editions.map(({ edition }) => edition);
    const held = new Set(rows.map(({ source }) => source.id));
    const without = [
      ...editions.filter(({ id }) => !held.has(id)).map(({ edition }) => edition),
      ...missingYears(labels).map(String),
    ].sort();
    return without.length ? [{ series, editions: without }] : [];
  });
}

/** A fact with its own place in a document, as a citation needs it. */
export function citedFact(
  {
    source,
    verification,
    locator,
    readAt,
  }: Pick<CitedFact, 'source' | 'verification' | 'locator'> & { readAt?: string | undefined },
  { sources }: Library,
): CitedFact {
  const from = sources[source]!;
  return {
    source,
    date: from.date,
    // All that the page shows is cited.
    bearing: 'printed',
    readAt: readAt ?? from.read[0]!.url,
    verification,
    locator,
  };
}

/** The document itself, where the page holds no fact of it. */
export const citedSource = (source: Source): CitedFact => ({
  source: source.id,
  date: source.date,
  bearing: 'printed',
  readAt: source.read[0]!.url,
  verification: source.read[0]!.as,
  locator: '',
});
