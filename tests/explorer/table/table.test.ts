/** What is exported is what is shown, with release, hash and day, and no spreadsheet runs it. */
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { tableCsv, tableJson, type Table } from '../../../src/explorer/table/table.ts';
import { small } from '../whole.ts';

const table: Table<{ name: string; note: string }> = {
  caption: 'Markets in a list',
  columns: [
    { id: 'domain', label: 'Domain', text: ({ name }) => name, shown: ({ name }) => `shown ${name}` },
    { id: 'note', text: ({ note }) => note },
  ],
  rows: [
    { name: 'a.example', note: '=HYPERLINK("x")' },
    { name: 'b.example', note: 'one, "two"' },
  ],
};
const origin = { view: '#source/x?asOf=2020-01-01', asOf: '2020-01-01', readOn: '2026-11-28', list: small().list };

it('as CSV: every row, hidden columns too', () => {
  const { data, errors } = Papa.parse<Record<string, string>>(tableCsv(table, origin).slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(2);
  expect(data[0]).toEqual({
    domain: 'a.example',
    note: `'=HYPERLINK("x")`,
    view: '#source/x?asOf=2020-01-01',
    as_of: '2020-01-01',
    read_on: '2026-11-28',
    release: '7',
    release_date: '2026-11-20',
    release_hash: 'a'.repeat(64),
    licence: 'CC-BY-4.0',
  });
});
it('as JSON: the same', () =>
  expect(JSON.parse(tableJson(table, origin))).toMatchObject({
    format: 'listmark-explorer/1',
    view: '#source/x?asOf=2020-01-01',
    asOf: '2020-01-01',
    release: { sequence: 7, hash: 'a'.repeat(64) },
    holds: 'Markets in a list',
    rows: [{ domain: 'a.example', note: '=HYPERLINK("x")' }, { note: 'one, "two"' }],
  }));
