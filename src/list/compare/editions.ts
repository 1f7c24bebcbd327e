/**
 * Compares two editions of one list, market by market. Missing in an edition that the record holds only in part is
 * reported as that, not as removed.
 */
import type { Market, Source } from '../records.ts';

/** What is compared: all markets and sources of a list, or of the record. */
export interface Compared {
  markets: readonly Market[];
  sources: readonly Source[];
}

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
  /** As printed there; null if the record has no entry of that edition. */
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
  /** In the newer edition, and not in the older, which is complete. */
  entered: EditionSite[];
  /** In the older edition, and not in the newer, which is complete. */
  left: EditionSite[];
  /** In only one of them, but the record of the other is not complete, so this proves nothing. */
  notKnown: EditionSite[];
  stayed: EditionSite[];
}

/** @throws Error if one is not an edition, or if they belong to two series */
export function compareEditions(data: Compared, olderId: string, newerId: string): EditionChanges {
  const side = (id: string): EditionSide & { series: string } => {
    const source = data.sources.find((one) => one.id === id);
    if (!source?.edition)
      throw new Error(`${id} is not an edition of a list: give the ids of two sources that have an "edition"`);
    const { series, edition, date, stated } = source;
    return {
      series,
      source: id,
      edition,
      date,
      stated: stated ?? null,
      found: data.markets.filter((market) => printed(market, id) !== null).length,
      complete: source.complete === true,
    };
  };
  const [{ series, ...older }, { series: other, ...newer }] = [side(olderId), side(newerId)];
  if (series !== other)
    throw new Error(`${olderId} belongs to ${series}, ${newerId} to ${other}: name two editions of one series`);
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
