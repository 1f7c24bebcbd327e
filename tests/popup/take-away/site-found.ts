/** The report of a host as the worker would make it, without a worker: over records that a test gives. */
import { domainCard } from '../../../src/background/page/domain-card.ts';
import { compareDates } from '../../../src/list/dates.ts';
import { history, libraryOf } from '../../../src/list/history.ts';
import { lookUp, matchMarkets } from '../../../src/list/look-up.ts';
import type { SiteFound } from '../../../src/messages.ts';
import type { Dataset } from '../../../src/pipeline/dataset.ts';

export const HASH = 'ab12'.repeat(16);

export function siteFound(data: Dataset, host: string, asOf = '2026-11-28'): SiteFound {
  const library = libraryOf(data);
  const matches = matchMarkets(data.markets, host);
  const result = lookUp(matches, library, asOf);
  return {
    lookUp: 'done',
    host,
    status: result.status,
    result,
    history: matches.flatMap((match) => history(match, library, asOf)).sort((a, b) => compareDates(a.date, b.date)),
    markets: matches.map(({ market, domains }) => ({
      ...market,
      otherNames: market.otherNames ?? [],
      note: market.note ?? null,
      domains: market.domains.map((domain) => domainCard(domain, domains.includes(domain), library)),
      relations: [],
    })),
    library,
    list: {
      state: 'ready',
      sequence: data.release.sequence,
      published: data.release.published,
      expires: '2027-01-22',
      expired: false,
      origin: 'bundled',
      hash: HASH,
      counts: { markets: 0, sources: 0, series: 0, countries: 0, names: 0 },
      lastSync: null,
      hasAddress: false,
      trouble: null,
    },
    asOf,
    readOn: '2026-11-28',
    notCounted: [],
    searched: null,
    beside: null,
  };
}
