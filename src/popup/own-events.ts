/** The events that bear on the domain itself; the rest is history of the family. */
import type { HistoryEvent } from '../list/status.ts';

export const ownEvents = (history: readonly HistoryEvent[]): HistoryEvent[] =>
  history.filter((event) => event.bearing !== 'family');
