/** The picture as data, without drawing: rows of cells, marks and lines, each mark with its caption. Pure. */
import { ownEvents } from '../../list/history.ts';
import { seriesOf, type HistoryEvent } from '../../list/status.ts';
import { tileOf, type Tile } from './tile.ts';
import { eventCaption } from './captions.ts';
import { domainRows, isLife } from './domain-rows.ts';
import { editionRow } from './edition-row.ts';
import { groupOf, shapeOfEvent } from './evidence.ts';
import { orderRows } from './order-rows.ts';
import { grouped, type Picture, type Row } from './rows.ts';
import { position } from './time-axis.ts';
import type { Told } from './told.ts';

/** The fewest years that the axis spans. */
const FEWEST_YEARS = 4;

/**
 * @param report what the list says of the host; its day ends the picture
 * @param tile draws only what the tile counts; the years stay those of the whole
 */
export function picture(report: Told, tile: Tile | null = null): Picture {
  const { history, library, asOf } = report;
  const own = ownEvents(history);
  const to = Number(asOf.slice(0, 4)) + 1;
  const first = Math.min(...own.map((event) => Math.floor(placeOf(event, report))));
  const range = { from: Math.min(to - FEWEST_YEARS, first), to };
  const of = (event: HistoryEvent) => groupOf(library.series[seriesOf(event, library)]!.evidence);
  const acts = own.filter((event) => (!tile || tileOf(event) === tile) && !isLife(event, report));
  const series = grouped(acts, (event) => seriesOf(event, library));
  const rowsOf = (group: 'lists' | 'asked') =>
    [...series]
      .filter(([, events]) => of(events[0]!) === group)
      .sort(([, a], [, b]) => placeOf(a[0]!, report) - placeOf(b[0]!, report))
      .map(([id, events]) => editionRow(id, events, report, range));
  return {
    range,
    rows: [
      ...rowsOf('lists'),
      ...orderRows(
        acts.filter((event) => of(event) === 'orders'),
        report,
        range,
      ),
      ...domainRows(report, tile, range),
      ...rowsOf('asked'),
      ...otherRow(
        acts.filter((event) => of(event) === 'other'),
        report,
      ),
    ],
  };
}

/** An edition stands in the year of its label, as in the sentences, even if it was published in the next January. */
function placeOf(event: HistoryEvent, { library }: Told): number {
  const edition = /\d{4}/.exec(library.sources[event.source]!.edition ?? '');
  return edition ? Number(edition[0]) : position(event.date);
}

/** Judgments and what else is only reported. */
function otherRow(events: readonly HistoryEvent[], report: Told): Row[] {
  if (!events.length) return [];
  const judgments = events.every(({ kind }) => kind === 'judgment');
  const marks = events.map((event) => ({
    at: position(event.date),
    shape: shapeOfEvent(event),
    caption: eventCaption(event, report),
  }));
  return [{ id: 'other', label: judgments ? 'Judgments' : 'Other reports', cells: [], marks, lines: [] }];
}
