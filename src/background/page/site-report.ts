/** Everything that the popup shows about one address. */
import type { SiteFound, MarketCard, Searched, SiteReport } from '../../messages.ts';
import { compareDates } from '../../list/dates.ts';
import { hostOfUrl } from '../../list/names/host.ts';
import { isAddress } from '../../list/names/typed-host.ts';
import { history, type Library, type Match } from '../../list/history.ts';
import type { Evidence, Series } from '../../list/records.ts';
import { listReport } from '../list/list-report.ts';
import { withList, type OpenList } from '../list/open-list.ts';
import { today } from '../../today.ts';
import { domainCard } from './domain-card.ts';
import { lookUpIn } from './page-look-up.ts';
import { say } from '../../words/page.ts';

export async function siteReport(url: string, requestedDay = today()): Promise<SiteReport> {
  const host = hostOfUrl(url);
  if (host === null)
    return {
      lookUp: 'impossible',
      reason: say('only-web-pages'),
      list: await listReport(),
    };
  // A future date makes no sense: what will be in force then is not known.
  const asOf = requestedDay > today() ? today() : requestedDay;
  // Read everything in one `withList`, so that a damaged block anywhere triggers repair or the bundled list.
  const found = await withList((list) => reportOn(list, host, url, asOf));
  // After the look-up, as `withList` may have switched to another list.
  const list = await listReport();
  return found ? { ...found, list } : { lookUp: 'no-list', host, list };
}

async function reportOn(list: OpenList, host: string, url: string, asOf: string): Promise<Omit<SiteFound, 'list'>> {
  const found = await lookUpIn(list, host, url, asOf);
  const { status, matches, library, result } = found;
  const events = matches.flatMap((match) => history(match, library, asOf)).sort((a, b) => compareDates(a.date, b.date));
  const markets = await Promise.all(matches.map((match) => marketCard(match, library, list)));
  return {
    lookUp: 'done',
    host,
    status,
    result,
    history: events,
    markets,
    library: citedLibrary(matches, library),
    asOf,
    readOn: today(),
    notCounted: found.notCounted.map((id) => library.series[id]!.label),
    // Nothing was searched for an IP address.
    beside: matches.length || isAddress(host) ? null : await list.beside(host),
    searched: matches.length || isAddress(host) ? null : countSearched(await list.library()),
  };
}

async function marketCard({ market, domains }: Match, library: Library, list: OpenList): Promise<MarketCard> {
  const nameOf = async (id: string) => (await list.market(id))?.name ?? id;
  return {
    id: market.id,
    name: market.name,
    otherNames: market.otherNames ?? [],
    category: market.category,
    note: market.note ?? null,
    domains: market.domains.map((domain) => domainCard(domain, domains.includes(domain), library)),
    relations: await Promise.all(
      (market.relations ?? []).map(async (relation) => ({ ...relation, name: await nameOf(relation.market) })),
    ),
  };
}

/**
 * The sources and series that the markets cite, with all editions of these series: which editions are complete is part
 * of the answer.
 */
function citedLibrary(matches: readonly Match[], library: Library): Library {
  const ids = new Set(
    matches.flatMap(({ market }) => [
      ...[...market.events, ...market.domains, ...(market.relations ?? [])].map(({ source }) => source),
      ...market.events.flatMap(({ order }) => order ?? []),
      ...market.domains.flatMap(({ changedHands }) => changedHands?.source ?? []),
    ]),
  );
  const series = Object.fromEntries(
    [...ids].map((id) => library.series[library.sources[id]!.series]!).map((each) => [each.id, each]),
  );
  for (const { statutes } of Object.values(series)) for (const { source } of statutes ?? []) ids.add(source);
  for (const source of Object.values(library.sources))
    if (source.edition !== undefined && series[source.series]) ids.add(source.id);
  const sources = Object.fromEntries([...ids].map((id) => [id, library.sources[id]!]));
  return {
    series: {
      ...series,
      ...Object.fromEntries(Object.values(sources).map(({ series: id }) => [id, library.series[id]!])),
    },
    sources,
  };
}

/**
 * Counts what the list holds, for "not named". An edition held in part proves nothing by its silence, so complete
 * editions are counted apart.
 */
function countSearched({ series, sources }: Library): Searched {
  const held = Object.values(series).filter(({ id }) => Object.values(sources).some((source) => source.series === id));
  const seriesOf = (...kinds: Evidence[]) => held.filter(({ evidence }) => kinds.includes(evidence));
  const countries = (list: readonly Series[]) => new Set(list.map(({ jurisdiction }) => jurisdiction)).size;
  // Editions that name only countries do not count.
  const editions = Object.values(sources).filter(
    ({ edition, found, series: id }) => edition !== undefined && found && series[id]!.evidence === 'government-list',
  );
  return {
    lists: new Set(editions.map((source) => source.series)).size,
    orders: countries(seriesOf('court-order', 'administrative-order')),
    seizures: countries(seriesOf('seizure')),
    submissions: new Set(seriesOf('industry-submission').map(({ issuedBy }) => issuedBy)).size,
    editions: { held: editions.length, complete: editions.filter(({ complete }) => complete).length },
  };
}
