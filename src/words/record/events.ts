/** One event of the history as a line of text. */
import type { HistoryEvent, Library } from '../../list/history.ts';
import type { EventKind, Series } from '../../list/records.ts';
import { decider, possessive, seizedBy } from './deciders.ts';

/** A voluntary agreement is not an order. */
export const ordered = (series: Series): string =>
  series.evidence === 'voluntary-agreement' ? 'Blocking agreed' : 'Ordered blocked';
export const orderWord = (series: Series): string =>
  series.evidence === 'voluntary-agreement' ? 'agreement' : 'order';

/** Many seizures are only reported; then the words say so. */
export const seized = ({ reported }: { reported?: true }): string =>
  reported ? 'Domain reported seized' : 'Domain seized';
/** ", traced by TorrentFreak", the end of a clause about a reported seizure. */
export const traced = ({ tracedBy }: { tracedBy?: string | undefined }): string =>
  tracedBy ? `, traced by ${tracedBy}` : '';

const EVENT_WORDS: Record<
  Exclude<EventKind, 'seized'>,
  (series: Series, by: string, edition: string | undefined) => string
> = {
  listed: (series, _, edition) =>
    `Named in ${possessive(series)}${edition ? ` ${edition}` : ''} ${series.noun ?? 'list'}`,
  delisted: (series) => `Removal from ${possessive(series)} ${series.noun ?? 'list'} reported`,
  blocked: (series, by) => `${series.evidence === 'observed' ? 'Seen blocked' : ordered(series)} by ${by}`,
  unblocked: (series, by) =>
    `${series.evidence === 'voluntary-agreement' ? 'Blocking ended' : 'Order lifted'} by ${by}`,
  extended: (_, by) => `Order extended by ${by}`,
  confirmed: (_, by) => `Order confirmed by ${by}`,
  annulled: (_, by) => `Set aside by ${by}`,
  suspended: (_, by) => `Enforcement of the order suspended by ${by}`,
  reinstated: (_, by) => `Restored by ${by}`,
  returned: (_, by) => `Domain returned by ${by}`,
  lapsed: () => 'Seized domain reported lapsed',
  closed: () => 'Reported closed',
  judgment: (_, by) => `Judgment of ${by}`,
  named: (series, _, edition) =>
    `Named in ${possessive(series)}${edition ? ` ${edition}` : ''} ${series.noun ?? 'submission'}`,
};

/** One event of the history as a line of text. */
export function eventWords(
  event: Pick<HistoryEvent, 'kind' | 'series' | 'source' | 'verification' | 'dateKind' | 'evidence' | 'partly'>,
  library: Library,
): string {
  const series = library.series[event.series]!;
  const source = library.sources[event.source]!;
  const by = decider(series, source.authority);
  if (event.kind === 'seized')
    return event.verification === 'report'
      ? `${seized({ reported: true })} by ${seizedBy(series, source.authority)}${traced(source)}`
      : `${seized({})} by ${seizedBy(series, source.authority)}`;
  // Somebody saw later that it had been ordered.
  if (event.kind === 'blocked' && event.dateKind === 'observed' && event.evidence !== 'observed')
    return `${series.evidence === 'voluntary-agreement' ? 'Seen blocked by agreement of' : 'Seen to be ordered blocked by'} ${by}; since when is not in our record`;
  // Being held in a register is not a confirming act.
  if (event.kind === 'confirmed' && event.dateKind === 'observed') return 'Seen in the register';
  if (event.partly && event.kind === 'annulled') return `Set aside in part by ${by}`;
  if (event.partly && event.kind === 'suspended') return `Enforcement of the order suspended in part by ${by}`;
  if (event.kind === 'judgment' && event.evidence === 'report') return 'Judgment reported';
  return EVENT_WORDS[event.kind](series, by, source.edition);
}
