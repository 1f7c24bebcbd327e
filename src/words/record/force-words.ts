/** The term of an order in words, and whether it is shown to be in force. */
import type { HistoryEvent } from '../../list/history.ts';
import { dateWords } from '../dates.ts';

type Term = Pick<HistoryEvent, 'permanent' | 'until' | 'statute'>;

/** "term to 7 December 2025", "permanent by article 15.6 of law 149-FZ"; '' where neither order nor statute gives one. */
export function termWords({ permanent, until, statute }: Term): string {
  if (permanent) return 'permanent by its own terms';
  if (until && !statute) return `term to ${dateWords(until)}`;
  if (!statute) return '';
  return statute.permanent
    ? `permanent by ${statute.name}`
    : `by ${statute.name} to ${dateWords(until ?? statute.until!)} at most`;
}

/** The term and the force on the day asked about; '' for acts that are no order or end one. */
export function forceWords(event: HistoryEvent): string {
  if (!event.order || event.kind === 'unblocked' || event.kind === 'annulled') return '';
  const term = termWords(event);
  if (event.inForce === true) return `in force: ${term || 'a later act shows it'}`;
  if (event.inForce === false)
    return term && (event.until ?? event.statute?.until)
      ? `${term}; no extension is in our record`
      : 'lifted or set aside later';
  return [term, 'whether it still stands is not in our record'].filter(Boolean).join('; ');
}
