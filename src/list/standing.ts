/** The input for computing the status that one series gives to one host. */
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
   * Events that bear on the domain, and listings of its market on other domains; sorted by date, including those after
   * `asOf`.
   */
  events: readonly HistoryEvent[];
  /** Names of the markets by id. */
  namesOf: ReadonlyMap<string, string>;
  library: Library;
  /** YYYY-MM-DD */
  asOf: string;
}
