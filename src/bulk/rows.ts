/** What a bulk check says of each entry. */
import type { Evidence, Verification } from '../list/records.ts';
import type { Status } from '../list/standing.ts';

/** An entry that was looked up. */
export interface CheckedRow {
  outcome: 'checked';
  line: number;
  /** As it was written; a very long one is cut. */
  input: string;
  host: string;
  path: string;
  status: Status;
  /** Sentences: the headline, or what "not named" does not mean. */
  says: string;
  /**
   * Dates of the first and the last event that names the host (a list, a submission, an order, a seizure, a judgment);
   * empty for none.
   */
  first: string;
  last: string;
  /** The strongest kind of document that names it, by `STRENGTH`, and how that was read at best; empty for none. */
  evidence: Evidence | '';
  verification: Verification | '';
  /** Labels of the series that give it a status. */
  series: string[];
  markets: { id: string; name: string }[];
  /** What was left out of the entry, and what may be wrong with the name. */
  note: string;
}

/** An entry that was not looked up, and why. */
export interface OtherRow {
  outcome: 'duplicate' | 'invalid' | 'public-suffix';
  line: number;
  input: string;
  /** Empty if none could be read. */
  host: string;
  path: string;
  /** A sentence. */
  reason: string;
}

export type BulkRow = CheckedRow | OtherRow;

/** Kinds of document from the strongest to the weakest, as the column "strongest evidence" takes them. */
export const STRENGTH = Object.keys({
  'court-order': true,
  'administrative-order': true,
  seizure: true,
  judgment: true,
  'government-list': true,
  'voluntary-agreement': true,
  'industry-submission': true,
  observed: true,
  report: true,
  statute: true,
} satisfies Record<Evidence, true>) as readonly Evidence[];
