/** One list, or one body's submissions, as a strip of cells: one an edition. */
import { editionCells } from '../../list/edition-cells.ts';
import type { HistoryEvent } from '../../list/status.ts';
import { cellCaption, eventCaption } from './captions.ts';
import { groupOf, shapeOfEvent } from './evidence.ts';
import { grouped, type Cell, type Row } from './rows.ts';
import { position, type TimeRange } from './time-axis.ts';
import type { Told } from './told.ts';

/** @param events those of the series that bear on the domain */
export function editionRow(series: string, events: readonly HistoryEvent[], report: Told, range: TimeRange): Row {
  const { history, library, asOf } = report;
  const { label, evidence } = library.series[series]!;
  const shape = groupOf(evidence) === 'lists' ? 'square' : 'circle';
  const cells = editionCells(series, history, library, asOf).filter(({ year }) => year >= range.from);
  // Editions of one year share its room.
  const drawn = [...grouped(cells, ({ year }) => year).values()].flatMap((ofYear) =>
    ofYear.map((cell, n): Cell => ({
      from: cell.year + n / ofYear.length,
      to: cell.year + (n + 1) / ofYear.length,
      edition: cell.edition,
      state: cell.state,
      shape,
      caption: cellCaption(cell, series, report),
    })),
  );
  const inCells = new Set(cells.map(({ source }) => source));
  const marks = events
    .filter((event) => !inCells.has(event.source))
    .map((event) => ({
      at: position(event.date),
      shape: shapeOfEvent(event),
      caption: eventCaption(event, report),
    }));
  return { id: series, label, cells: drawn, marks, lines: [] };
}
