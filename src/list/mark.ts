/** Which mark a look-up gets. The one place that decides it, for the toolbar, the badge and the pages. */
import type { SeriesStatus, Status } from './status.ts';

/** A status; a listing that none of the list's newest two editions repeats has a weaker mark of its own. */
export type StatusMark = Status | 'listed-earlier';

/** @param series of the look-up; the first one gives the status */
export const markOf = (status: Status, series: readonly SeriesStatus[]): StatusMark =>
  status === 'listed' && series[0]?.notInNewest ? 'listed-earlier' : status;
