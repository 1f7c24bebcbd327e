/** The editions of one list, each with what it says of a host: the picture draws one cell for each. */
import { compareDates } from './dates.ts';
import { editionsOf, missingYears, saidBy, yearOf } from './editions.ts';
import { isByName, isOwn, type HistoryEvent, type Library } from './history.ts';
import type { EventKind } from './records.ts';

/**
 * `address`: names this domain. `name`: names the market without an address. `elsewhere`: names the market on other
 * domains, or by its name on a day when it is not recorded to have used this domain. `removed`: reports that the
 * market, or an address of it, was removed.
 * `silent`: our record of it is complete and does not hold the market. `not-complete`: our record of it is not complete.
 * `no-edition`: no edition of that year is in our record.
 */
export type CellState = 'address' | 'name' | 'elsewhere' | 'removed' | 'silent' | 'not-complete' | 'no-edition';

export interface EditionCell {
  /** The edition's label; a year where the record has no edition. */
  edition: string;
  /** The year of the label, not of the publication. */
  year: number;
  state: CellState;
  /** Source id of the edition; null where the record has none. */
  source: string | null;
  /** The event by which it says so. */
  event: HistoryEvent | null;
}

const NAMING: ReadonlySet<EventKind> = new Set(['listed', 'named']);

/**
 * All editions published up to `asOf`, oldest first. Of submissions only those between the first and the last that name
 * the market: a later one without it ends nothing.
 * @param events the whole history of the host, with the events of its family
 */
export function editionCells(
  series: string,
  events: readonly HistoryEvent[],
  library: Library,
  asOf: string,
): EditionCell[] {
  const editions = editionsOf(series, library, asOf);
  const namings = events.filter((event) => NAMING.has(event.kind) || event.kind === 'delisted');
  const named = new Set(namings.map(({ source }) => source));
  const held = editions.map((edition): EditionCell & { date: string } => {
    const event = namings.filter(({ source }) => source === edition.id).sort(byBearing)[0] ?? null;
    return {
      edition: edition.edition,
      year: numberOf(edition.edition, edition.date),
      state: event ? stateOf(event) : saidBy(edition, named) === 'silent' ? 'silent' : 'not-complete',
      source: edition.id,
      event,
      date: edition.date,
    };
  });
  const missing = missingYears(editions.map(({ edition }) => edition)).map((year) => ({
    edition: String(year),
    year,
    state: 'no-edition' as const,
    source: null,
    event: null,
    date: String(year),
  }));
  const cells = [...held, ...missing].sort((a, b) => a.year - b.year || compareDates(a.date, b.date));
  const all = cells.map(({ date: _, ...cell }): EditionCell => cell);
  if (library.series[series]!.evidence !== 'industry-submission') return all;
  const isNaming = ({ event }: EditionCell) => event !== null && isOwn(event);
  return all.slice(all.findIndex(isNaming), all.findLastIndex(isNaming) + 1);
}

/** What it says of this domain comes before what it says of others; a naming before a removal. */
const byBearing = (a: HistoryEvent, b: HistoryEvent): number => rank(a) - rank(b);
const rank = (event: HistoryEvent): number =>
  (isOwn(event) ? 0 : 4) + (isByName(event) ? 2 : 0) + (event.kind === 'delisted' ? 1 : 0);

function stateOf(event: HistoryEvent): CellState {
  if (event.kind === 'delisted') return 'removed';
  if (!isOwn(event)) return 'elsewhere';
  return isByName(event) ? 'name' : 'address';
}

function numberOf(label: string, date: string): number {
  const year = Number(yearOf(label));
  return Number.isNaN(year) ? Number(date.slice(0, 4)) : year;
}
