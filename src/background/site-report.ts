/** Everything that the popup shows of one address. */
import type { Found, MarketCard, SiteReport } from '../messages.ts';
import { compareDates } from '../list/dates.ts';
import { hostOfUrl } from '../list/host.ts';
import { history, type Library, type Match } from '../list/status.ts';
import { listReport, withList, type OpenList } from './keeper.ts';
import { checkIn, today } from './page-check.ts';

export async function siteReport(url: string, asOf = today()): Promise<SiteReport> {
  const host = hostOfUrl(url);
  if (host === null) return { check: 'impossible', reason: 'Only web pages (http and https) with a host name can be checked.', list: await listReport() };
  // All that is read of the list in one: its last piece may be the one that is damaged or does not come.
  const found = await withList((list) => lookUp(list, host, url, asOf));
  // Afterwards, as another list may have had to answer.
  const list = await listReport();
  return found ? { ...found, list } : { check: 'no-list', host, list };
}

async function lookUp(list: OpenList, host: string, url: string, asOf: string): Promise<Omit<Found, 'list'>> {
  const checked = await checkIn(list, host, url, asOf);
  const { status, matches, library, verdict } = checked;
  const shown = matches.filter((match) => match.domains.some((domain) => !domain.withheld));
  const events = shown.flatMap((match) => history(match, library, asOf)).sort((a, b) => compareDates(a.date, b.date));
  const markets = await Promise.all(shown.map((match) => marketCard(match, list)));
  return {
    check: 'done',
    host,
    status,
    verdict,
    history: events,
    markets,
    library: cited(shown, library),
    asOf,
    notCounted: checked.notCounted.map((id) => library.series[id]!.label),
    editions: verdict.series.length ? null : await editionsOf(list),
  };
}

async function marketCard({ market, domains }: Match, list: OpenList): Promise<MarketCard> {
  const nameOf = async (id: string) => (await list.market(id))?.name ?? id;
  return {
    id: market.id,
    name: market.name,
    otherNames: market.otherNames ?? [],
    category: market.category,
    note: market.note ?? null,
    domains: market.domains.map((domain) => ({
      name: domain.name,
      matched: domains.includes(domain),
      from: domain.from ?? null,
      until: domain.until ?? null,
      changedHands: domain.changedHands?.note ?? null,
      source: domain.source,
      locator: domain.locator,
    })),
    relations: await Promise.all((market.relations ?? []).map(async (relation) => ({ ...relation, name: await nameOf(relation.market) }))),
  };
}

/** The part of the library that the markets cite; a page of ours needs no more. */
function cited(matches: readonly Match[], library: Library): Library {
  const ids = new Set(matches.flatMap(({ market }) => [...market.events, ...market.domains, ...(market.relations ?? [])].map((fact) => fact.source)));
  const sources = Object.fromEntries([...ids].map((id) => [id, library.sources[id]!]));
  const series = Object.fromEntries(Object.values(sources).map((source) => [source.series, library.series[source.series]!]));
  return { series, sources };
}

/** What "not named" rests on: silence proves nothing where an edition is not held in full. */
async function editionsOf(list: OpenList): Promise<{ held: number; complete: number }> {
  const editions = Object.values((await list.library()).sources).filter((source) => source.edition !== undefined);
  return { held: editions.length, complete: editions.filter((source) => source.complete).length };
}
