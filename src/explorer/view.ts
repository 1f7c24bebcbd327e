/** What every view of the explorer gets. */
import type { Route } from './route.ts';
import type { WholeList } from './whole-list.ts';

export interface ViewProps {
  whole: WholeList;
  route: Route;
  /** The day of the view, YYYY-MM-DD; never a future one. */
  asOf: string;
  /** Today, YYYY-MM-DD. */
  readOn: string;
  /**
   * Writes what was chosen into the address and draws the view again; undefined and '' take a choice out.
   * @param keep true to leave no step for "Back": for every key of a field
   */
  choose: (change: Readonly<Record<string, string | undefined>>, keep?: boolean) => void;
}
