/** What the page and the worker of the bulk check say to each other. */
import type { BulkAnswer } from '../../bulk/bulk-export.ts';
import type { Lines } from '../../list/release/record-lines.ts';

export type Format = 'csv' | 'json';

export interface CheckJob {
  what: 'check';
  /** All records of the list, and its release. */
  lines: Lines;
  list: { sequence: number; published: string };
  expired: boolean;
  asOf: string;
  readOn: string;
  /** A file, or what was pasted. */
  input: Uint8Array | string;
  /** The column of a table that the user chose. */
  column: number | undefined;
}

/** Writes the last check as a file. */
export interface ExportJob {
  what: 'export';
  format: Format;
}

export type Job = CheckJob | ExportJob;

export type Report =
  | { step: 'working'; done: number; of: number }
  | { step: 'done'; answer: BulkAnswer }
  | { step: 'file'; format: Format; text: string }
  /** What is wrong with the input, and where. */
  | { step: 'refused'; reason: string };

/** Bytes of a file: more would not fit into the memory of a small device. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Entries of one check: the table of a million would fill the memory of the page. */
export const MOST_ENTRIES = 200_000;
