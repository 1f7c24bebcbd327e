/**
 * The dataset as files for researchers: CSV tables, all records as NDJSON, and a Frictionless data package that names
 * each file by hash and size. Independent of time and machine, so the same release gives the same bytes.
 */
import Papa from 'papaparse';
import { LICENCE } from '../../list/licence.ts';
import { sha256 } from '../../list/release/trust.ts';
import { compile } from '../compile.ts';
import type { Dataset } from '../dataset.ts';
import { marketTables } from './market-tables.ts';
import { sourceTables } from './source-tables.ts';
import { statusTable } from './status-table.ts';
import type { Cell, Column, Table } from './table.ts';

export const TITLE = 'Listmark: dated, sourced record of piracy watch lists and blocking orders';
export const DESCRIPTION =
  'Which online markets official piracy watch lists, blocking orders and seizures name: by whom, when, on what evidence, and how we know. ' +
  'What industry bodies only asked for is kept apart as "named". Being named is what a source says, not a finding of ours; not being named is not clearance.';
const CELLS =
  'In the CSV files several values in one cell are separated by " | ", and a text that begins with =, +, -, @, a tab or a line end carries ' +
  'an apostrophe before it, so that no spreadsheet takes it for a formula; records.ndjson has every text exactly as written. Host names are text, never links.';

/** Stated explicitly, because readers could guess wrong from addresses full of semicolons. */
const DIALECT = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true };

/** The export's files by name, in UTF-8. */
export async function exportFiles(data: Dataset): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = async (name: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    files.set(name, bytes);
    return { path: name, encoding: 'utf-8', bytes: bytes.length, hash: `sha256:${await sha256(bytes)}` };
  };
  const resources: object[] = [];
  const all = [...marketTables(data), statusTable(data), ...sourceTables(data)];
  for (const table of all) {
    const file = await add(`${table.name}.csv`, csv(table));
    resources.push({
      name: table.name,
      title: table.title,
      profile: 'tabular-data-resource',
      ...file,
      format: 'csv',
      mediatype: 'text/csv',
      dialect: DIALECT,
      schema: schemaOf(table),
    });
  }
  const records = await add('records.ndjson', ndjson(data));
  const title = 'Every record as published, one a line: {"record": kind, …}';
  resources.push({
    name: 'records',
    title,
    profile: 'data-resource',
    ...records,
    format: 'ndjson',
    mediatype: 'application/x-ndjson',
  });
  await add('datapackage.json', `${JSON.stringify(descriptor(data, resources), null, 2)}\n`);
  return files;
}

function descriptor({ release, series }: Dataset, resources: object[]): object {
  return {
    profile: 'data-package',
    name: 'listmark',
    title: TITLE,
    description: `${DESCRIPTION} ${CELLS}`,
    version: String(release.sequence),
    created: `${release.published}T00:00:00Z`,
    keywords: [
      'piracy watch lists',
      'notorious markets',
      'site blocking',
      'copyright',
      'domain names',
      'counterfeiting',
    ],
    licenses: [LICENCE],
    contributors: [{ title: 'Listmark contributors', role: 'author' }],
    sources: series.map(({ name, issuer, url }) => ({ title: `${issuer}: ${name}`, ...(url && { path: url }) })),
    resources,
  };
}

function schemaOf({ columns, primaryKey, foreignKeys }: Table): object {
  const field = ({ name, type, note, constraints }: Column<never>) => ({
    name,
    type,
    description: note,
    ...(constraints && { constraints: { ...constraints, ...(constraints.enum && { enum: [...constraints.enum] }) } }),
  });
  return {
    fields: columns.map(field),
    missingValues: [''],
    ...(primaryKey && { primaryKey }),
    ...(foreignKeys && { foreignKeys }),
  };
}

export function csv({ columns, rows }: Table): string {
  return `${Papa.unparse({ fields: columns.map(({ name }) => name), data: rows.map((row) => row.map(plain)) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

const plain = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell));

function ndjson(data: Dataset): string {
  return [...compile(data)]
    .map(([key, json]) => `{"record":"${key.slice(0, key.indexOf(' '))}",${json.slice(1)}\n`)
    .join('');
}
