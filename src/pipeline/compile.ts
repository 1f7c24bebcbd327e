/**
 * Turns records into the lines of a release. Fields are put in the order of the schema, so that the same records give
 * the same bytes.
 */
import { keyOf, sorted, type Lines } from '../list/release/record-lines.ts';
import type { Dataset } from './dataset.ts';
import { foundInEditions } from './rules/editions.ts';

export function compile(data: Dataset): Lines {
  const found = foundInEditions(data);
  const lines: [string, string][] = [
    ...data.countries.map((record): [string, string] => [keyOf('country', record.id), line(record)]),
    ...data.markets.map((record): [string, string] => [keyOf('market', record.id), line(record)]),
    ...data.series.map((record): [string, string] => [keyOf('series', record.id), line(record)]),
    ...data.sources.map((record): [string, string] => [
      keyOf('source', record.id),
      line(record.edition ? { ...record, found: found.get(record.id) ?? 0 } : record),
    ]),
  ];
  return sorted(lines);
}

function line<T extends { $schema?: string | undefined }>(record: T): string {
  const { $schema: _editorsOnly, ...published } = record;
  return JSON.stringify(published);
}
