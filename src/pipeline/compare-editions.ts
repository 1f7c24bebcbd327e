/**
 * Two editions of one list, site by site. Absence from an edition that our record holds only in part is said to be that
 * and no more.
 */
import type { Market } from '../list/records.ts';
import type { Dataset } from './dataset.ts';
import { foundInEditions } from './rules/editions.ts';

export interface EditionSide {
  source: string;
  edition: string;
  date: string;
  stated: number | null;
  found: number;
  complete: boolean;
}

export interface EditionSite {
  market: string;
  name: string;
  /** As printed there; null where the edition does not name it in our record. */
  older: Printed | null;
  newer: Printed | null;
}

export interface Printed {
  name: string;
  domains: readonly string[] | 'market-only';
}

export interface EditionChanges {
  series: string;
  older: EditionSide;
  newer: EditionSide;
  /** In the newer, and absent from the older, which is complete. */
  entered: EditionSite[];
  /** In the older, and absent from the newer, which is complete. */
  left: EditionSite[];
  /** In one of them only, but the other is not complete in our record, so that its silence means nothing. */
  notKnown: EditionSite[];
  stayed: EditionSite[];
}

/** @throws Error where one is no edition, or they are of two series */
export function compareEditions(data: Dataset, olderId: string, newerId: string): EditionChanges {
  const found = foundInEditions(data);
  const side = (id: string): EditionSide & { series: string } => {
    const source = data.sources.find((one) => one.id === id);
    if (!source?.edition) throw new Error(`${id} is no edition of a list: name two sources that have an "edition"`);
    const { series, edition, date, stated } = source;
    return {
      series,
      source: id,
      edition,
      date,
      stated: stated ?? null,
      found: found.get(id) ?? 0,
      complete: source.complete === true,
    };
  };
  const [{ series, ...older }, { series: other, ...newer }] = [side(olderId), side(newerId)];
  if (series !== other)
    throw new Error(`${olderId} is of ${series}, ${newerId} of ${other}: name two editions of one series`);
  const result: EditionChanges = { series, older, newer, entered: [], left: [], notKnown: [], stayed: [] };
  for (const market of data.markets) {
    const site = {
      market: market.id,
      name: market.name,
      older: printed(market, olderId),
      newer: printed(market, newerId),
    };
    if (site.older && site.newer) result.stayed.push(site);
    else if (site.newer) (older.complete ? result.entered : result.notKnown).push(site);
    else if (site.older) (newer.complete ? result.left : result.notKnown).push(site);
  }
  return result;
}

function printed(market: Market, source: string): Printed | null {
  const events = market.events.filter(
    (event) => event.source === source && (event.kind === 'listed' || event.kind === 'named'),
  );
  if (!events.length) return null;
  const domains = events.flatMap((event) => (event.domains === 'market-only' ? [] : event.domains));
  return {
    name: events[0]!.printedName ?? market.name,
    domains: domains.length ? [...new Set(domains)] : 'market-only',
  };
}
