/** Orders by country: marks for the acts, lines for the time in which an order stood. */
import { orderLines, type OrderLine } from '../../list/order-lines.ts';
import type { HistoryEvent } from '../../list/status.ts';
import { countryName } from '../../words/countries.ts';
import { eventCaption, termCaption } from './captions.ts';
import { shapeOfEvent } from './evidence.ts';
import { grouped, type Line, type LineKind, type Mark, type Row } from './rows.ts';
import { position, type TimeRange } from './time-axis.ts';
import type { Told } from './told.ts';

/** @param events the acts about orders that bear on the domain */
export function orderRows(events: readonly HistoryEvent[], report: Told, range: TimeRange): Row[] {
  const { library, asOf } = report;
  const rowOf = (series: string): string => {
    const { jurisdiction, evidence, label } = library.series[series]!;
    if (!jurisdiction) return label;
    // What providers agreed is not what a country ordered.
    return `${countryName(jurisdiction)}${evidence === 'voluntary-agreement' ? ', agreement' : ''}`;
  };
  const rows = [...grouped(orderLines(events, library, asOf), ({ series }) => rowOf(series))];
  return rows
    .map(([label, orders]): Row & { rank: number } => ({
      id: label,
      label,
      cells: [],
      marks: orders.flatMap((order) => marksOf(order, report)).sort((a, b) => a.at - b.at),
      lines: linesOf(orders, position(asOf), range),
      rank: Math.min(...orders.map(({ inForce }) => (inForce ? 0 : inForce === null ? 1 : 2))),
    }))
    .sort((a, b) => a.rank - b.rank || a.marks[0]!.at - b.marks[0]!.at || (a.label < b.label ? -1 : 1))
    .map(({ rank: _, ...row }) => row);
}

function marksOf({ acts, end }: OrderLine, report: Told): Mark[] {
  const marks = acts.map((act): Mark => ({
    at: position(act.date),
    shape: shapeOfEvent(act),
    caption: eventCaption(act, report),
  }));
  // A term ends without an act.
  const ranOut = end && (end.how === 'term' || end.how === 'statute');
  return ranOut ? [...marks, { at: position(end.date), shape: 'stop', caption: termCaption(end) }] : marks;
}

/**
 * Open lines of a row all end on the day asked about, and in one place solid and dashed cannot be told apart. So solid
 * covers dashed, and both cover ended.
 */
function linesOf(orders: readonly OrderLine[], today: number, { from: first }: TimeRange): Line[] {
  const startOf = ({ acts }: OrderLine) => Math.max(first, position(acts[0]!.date));
  const starts = (inForce: boolean | null) => orders.filter((order) => order.inForce === inForce).map(startOf);
  const solid = Math.min(today, ...starts(true));
  const dashed = Math.min(solid, ...starts(null));
  const line = (kind: LineKind, from: number, to: number): Line[] => (to > from ? [{ kind, from, to }] : []);
  return [
    ...orders.flatMap((order) =>
      order.end ? line('ended', startOf(order), Math.min(dashed, position(order.end.date))) : [],
    ),
    ...line('not-known', dashed, solid),
    ...line('in-force', solid, today),
  ];
}
