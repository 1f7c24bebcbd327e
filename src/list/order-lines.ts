/** Each order as a line in time, from its first act to its end: the picture draws it solid, dashed or ended. */
import { ownEvents, type HistoryEvent, type Library } from './history.ts';
import { orderForce } from './order-force.ts';
import { seriesOf } from './status.ts';

export interface OrderLine {
  /** Series of the order, also where another body made a later act. */
  series: string;
  /** Oldest first; never empty. */
  acts: readonly HistoryEvent[];
  /** True: shown to be in force on the day asked about. Null: not known. False: it has ended. */
  inForce: boolean | null;
  /** When and how it ended; only if it has. `by`: the act that ended it or gave its term. */
  end: { date: string; how: 'lifted' | 'annulled' | 'term' | 'statute'; by: HistoryEvent } | null;
}

/** @param events the history up to `asOf`, oldest first */
export function orderLines(events: readonly HistoryEvent[], library: Library, asOf: string): OrderLine[] {
  const orders = new Map<string, HistoryEvent[]>();
  for (const event of ownEvents(events))
    if (event.order) orders.set(event.order, [...(orders.get(event.order) ?? []), event]);
  return [...orders.values()].map((acts) => {
    // Decided with the acts after `asOf`, too. These can only show that an order is in force, never when it ended.
    const { inForce } = acts[0]!;
    const force = orderForce(acts, asOf);
    const end = inForce === false && force.inForce === false ? force : null;
    return {
      series: seriesOf(acts[0]!, library),
      acts,
      inForce,
      end: end && { date: end.date, how: end.how, by: end.by },
    };
  });
}
