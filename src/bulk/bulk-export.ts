/**
 * A bulk check as CSV and JSON. Both name the release, the hash of its records and the day, so that anybody can repeat
 * the check and get the same bytes. Hosts are text.
 */
import { csvText } from '../list/csv.ts';
import { LICENCE } from '../list/licence.ts';
import type { ReadInput } from './read-input.ts';
import type { BulkRow } from './rows.ts';
import type { Decoded } from './text-encoding.ts';

export interface CheckedList {
  sequence: number;
  /** YYYY-MM-DD */
  published: string;
  /** SHA-256 of the records as text: `records.text.hash` of the manifest. */
  recordsHash: string;
}

export interface BulkAnswer {
  list: CheckedList;
  asOf: string;
  readOn: string;
  input: Omit<ReadInput, 'entries'> & { entries: number } & Partial<Omit<Decoded, 'text'>>;
  rows: BulkRow[];
}

export function bulkCsv({ list, asOf, readOn, rows }: BulkAnswer): string {
  const about = [asOf, readOn, String(list.sequence), list.published, list.recordsHash, LICENCE.name];
  return csvText([COLUMNS, ...rows.map((row) => [...cells(row), ...about])]);
}

const COLUMNS = [
  'line',
  'input',
  'outcome',
  'host',
  'path',
  'status',
  'says',
  'first_named',
  'last_named',
  'strongest_evidence',
  'verification',
  'series',
  'market',
  'market_name',
  'note',
  'as_of',
  'read_on',
  'release',
  'release_date',
  'records_sha256',
  'licence',
];

/** Several values in one cell are separated by " | ", as in the export of the whole record. */
const many = (values: readonly string[]): string => values.join(' | ');

function cells(row: BulkRow): string[] {
  const begin = [String(row.line), row.input, row.outcome, row.host, row.path];
  if (row.outcome !== 'checked') return [...begin, '', '', '', '', '', '', '', '', '', row.reason];
  return [
    ...begin,
    row.status,
    row.says,
    row.first,
    row.last,
    row.evidence,
    row.verification,
    many(row.series),
    many(row.markets.map(({ id }) => id)),
    many(row.markets.map(({ name }) => name)),
    row.note,
  ];
}

/** One document: what was asked of which list, how the input was read, then one row for each entry. */
export function bulkJson({ list, asOf, readOn, input, rows }: BulkAnswer): string {
  const { sequence: release, published, recordsHash } = list;
  const head = { kind: 'listmark-bulk-check', version: 1, asOf, readOn, release, published, recordsHash };
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const about = JSON.stringify({ ...head, licence: LICENCE.name, input }, null, 2).slice(0, -2);
  return `${about},\n  "rows": [\n${lines}\n  ]\n}\n`;
}
