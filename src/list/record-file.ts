/**
 * The path of a record's file below data/. A code host shows only the first 1,000 files of a folder, so large folders
 * are divided.
 */
import type { RecordKind } from './records.ts';

/** The id of the record and, for a source, the id of its series. */
export interface Placed {
  id: string;
  series?: string;
}

/**
 * @returns "markets/r/rutracker.json" by first letter (all digits share "0-9"), "sources/ustr-nml/ustr-nml-2020.json"
 * by series, or "series/ustr-nml.json"
 */
export function recordFile(kind: RecordKind, { id, series = '' }: Placed): string {
  if (kind === 'markets') return `markets/${/^[0-9]/.test(id) ? '0-9' : id.charAt(0)}/${id}.json`;
  if (kind === 'sources') return `sources/${series}/${id}.json`;
  return `${kind}/${id}.json`;
}
