/** The events of a site in four counted groups, the tiles of the first screen. Pure. */
import { ownEvents } from '../list/history.ts';
import type { HistoryEvent, Library } from '../list/status.ts';
import { counted } from '../words/lists.ts';
import { countryName } from '../words/countries.ts';
import { TILES, tileOf, type Tile } from './timeline/tile.ts';

export interface TileCount {
  tile: Tile;
  /** "Lists" */
  words: string;
  /** Number of events that bear on the domain. */
  count: number;
  /** "9 countries", "editions of 2 lists". Without events: how many there are about the market but not about this domain; else empty. */
  under: string;
}

/** Always four, in the order shown; a group without events has the count 0. */
export function tilesOf(history: readonly HistoryEvent[], library: Library): TileCount[] {
  const own = ownEvents(history);
  return TILES.map((tile) => {
    const isIn = (event: HistoryEvent) => tileOf(event) === tile;
    const events = own.filter(isIn);
    // "0" alone would deny what is on record of the market.
    const elsewhere = events.length ? 0 : history.filter(isIn).length;
    const under = elsewhere ? `${elsewhere} about its market` : events.length ? UNDER[tile](events, library) : '';
    return { tile, words: WORDS[tile](events), count: events.length, under };
  });
}

type Events = readonly HistoryEvent[];
const WORDS: Record<Tile, (events: Events) => string> = {
  lists: () => 'Lists',
  orders: orderWords,
  requests: () => 'Requested by industry',
  other: (events) =>
    events.some(({ evidence }) => evidence === 'seizure') ? 'Seized, closed, other' : 'Closed and other',
};

/** What access providers agreed on among themselves is not an order. */
function orderWords(events: Events): string {
  const agreed = events.filter(({ evidence }) => evidence === 'voluntary-agreement').length;
  if (!agreed) return 'Orders';
  return agreed === events.length ? 'Agreements' : 'Orders, agreements';
}

const UNDER: Record<Tile, (events: Events, library: Library) => string> = {
  lists(events) {
    const lists = `of ${counted(distinct(events.map(({ series }) => series)), 'list')}`;
    const areEditions = events.every(({ kind }) => kind === 'listed');
    if (!areEditions || distinct(events.map(({ source }) => source)) < events.length) return lists;
    return `${events.length === 1 ? 'edition' : 'editions'} ${lists}`;
  },
  orders(events, library) {
    const countries = new Set(events.flatMap(({ series }) => library.series[series]!.jurisdiction ?? []));
    const [only] = countries;
    return countries.size === 1 ? countryName(only!) : counted(countries.size, 'country', 'countries');
  },
  requests: (events, library) =>
    `by ${counted(distinct(events.map(({ series }) => library.series[series]!.issuedBy)), 'body', 'bodies')}`,
  other: (events) =>
    (['seized', 'closed'] as const)
      .map((kind) => [events.filter((event) => event.kind === kind).length, kind] as const)
      .flatMap(([number, kind]) => (number ? counted(number, kind === 'seized' ? 'seizure' : 'closure') : []))
      .join(', '),
};

const distinct = (names: readonly string[]): number => new Set(names).size;
