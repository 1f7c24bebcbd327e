/** What the popup is told of a host, made from records without a browser. */
import { domainCard } from '../../../src/background/page/domain-card.ts';
import { compareDates } from '../../../src/list/dates.ts';
import { history, libraryOf } from '../../../src/list/history.ts';
import { lookUp, matchMarkets } from '../../../src/list/look-up.ts';
import type { Market, Series, Source } from '../../../src/list/records.ts';
import type { Told } from '../../../src/ui/timeline/told.ts';

export function told(
  records: { markets: readonly Market[]; series: readonly Series[]; sources: readonly Source[] },
  host: string,
  asOf = '2026-11-22',
): Told {
  const library = libraryOf(records);
  const matches = matchMarkets(records.markets, host);
  return {
    asOf,
    library,
    result: lookUp(matches, library, asOf),
    history: matches.flatMap((match) => history(match, library, asOf)).sort((a, b) => compareDates(a.date, b.date)),
    markets: matches.map(({ market, domains }) => ({
      id: market.id,
      name: market.name,
      otherNames: [],
      category: market.category,
      note: null,
      domains: market.domains.map((domain) => domainCard(domain, domains.includes(domain), library)),
      relations: [],
    })),
  };
}
