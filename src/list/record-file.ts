/**
 * Where a record's file stands below data/. A code host shows only the first 1,000 files of a folder, so the large
 * folders are divided.
 */
import type { RecordKind } from './records.ts';

/** What a record's place depends on: its id, and of a source its series. */
export interface Placed {
  id: string;
  series?: string;
}

/**
 * @returns "markets/r/rutracker.json" by the first letter (digits share "0-9"), "sources/ustr-nml/ustr-nml-2020.json"
 * by the series,
 *   "series/ustr-nml.json"
 */
export function recordFile(kind: RecordKind, { id, series = '' }: Placed): string {
  if (kind === 'markets') return `markets/${/^[0-9]/.test(id) ? '0-9' : id.charAt(0)}/${id}.json`;
  if (kind === 'sources') return `sources/${series}/${id}.json`;
  return `${kind}/${id}.json`;
}
