/** The events that bear on the domain itself; the rest is history of the family. */
import type { HistoryEvent } from '../list/status.ts';

/**
 * A later act about an order ("the injunction is lifted") bears on the domain only where some act of that order printed it:
 * without the order, its lifting would be a sentence without a beginning.
 */
export function ownEvents(history: readonly HistoryEvent[]): HistoryEvent[] {
  const printed = new Set(history.filter((event) => event.bearing === 'printed').map((event) => event.order));
  return history.filter((event) => event.bearing !== 'family' && (!event.order || printed.has(event.order)));
}
