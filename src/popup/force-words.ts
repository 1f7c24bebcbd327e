/** What is known of the force of the order that an event belongs to, in a few words. */
import type { HistoryEvent } from '../list/status.ts';
import { dateWords } from '../list/words.ts';

/** Empty for an act that is about no order, and for one that ends it. */
export function forceWords(event: HistoryEvent): string {
  if (!event.order || event.kind === 'unblocked' || event.kind === 'annulled') return '';
  const end = event.until ?? event.statute?.until;
  const term = event.permanent
    ? 'permanent by its own terms'
    : event.statute?.permanent
      ? `permanent by ${event.statute.name}`
      : event.statute
        ? `by ${event.statute.name} to ${dateWords(end!)} at most`
        : end
          ? `term to ${dateWords(end)}`
          : '';
  if (event.inForce === true) return `in force: ${term || 'a later act shows it'}`;
  if (event.inForce === false)
    return term && end ? `${term}; no extension is in our record` : 'lifted or set aside later';
  return [term, 'whether it still stands is not in our record'].filter(Boolean).join('; ');
}
