/** What is asked of one series about one host, and what can be answered. */
import type { HistoryEvent, Library } from './history.ts';

export type Status =
  | 'listed'
  | 'formerly-listed'
  | 'blocked'
  | 'block-ordered'
  | 'formerly-blocked'
  | 'seized'
  | 'named'
  | 'on-record'
  | 'not-listed'
  | 'unknown';

export interface Question {
  series: string;
  /**
   * Those that bear on the domain, and listings of its market on other domains; in order of date, also those after
   * `asOf`.
   */
  events: readonly HistoryEvent[];
  /** Names of the markets by id. */
  namesOf: ReadonlyMap<string, string>;
  library: Library;
  /** YYYY-MM-DD */
  asOf: string;
}
