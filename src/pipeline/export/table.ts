/** The parts of an exported table: rows, and columns with descriptions (printed in datapackage.json). */
import { fieldNote } from '../field-notes.ts';

export type Cell = string | number | boolean | null | undefined;

export interface Column<Row> {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date';
  note: string;
  cell: (row: Row) => Cell;
  constraints?: { required?: true; unique?: true; enum?: readonly string[]; pattern?: string };
}

export interface Table {
  name: string;
  title: string;
  columns: Column<never>[];
  rows: Cell[][];
  primaryKey?: string[];
  foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
}

/** ISO 8601 date of a day, a month or a year. */
export const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?';
export const VERIFICATION = ['act', 'copy-of-act', 'report'];
export const DATE_KIND = ['decided', 'published', 'observed'];
export const PRECISION = ['day', 'month', 'year'];

export const required = { required: true } as const;
export const to = (fields: string, resource: string) => ({ fields, reference: { resource, fields: 'id' } });
export const many = (values: readonly string[] | undefined) => values?.join(' | ');

export function table<Row>(
  name: string,
  title: string,
  rows: readonly Row[],
  columns: Column<Row>[],
  keys: Pick<Table, 'primaryKey' | 'foreignKeys'> = {},
): Table {
  return { name, title, columns, rows: rows.map((row) => columns.map((column) => column.cell(row))), ...keys };
}

/** A column for a field of the record, described by the note that editors show. */
export function field<Row extends object>(
  path: string,
  cell: (row: Row) => Cell,
  constraints?: Column<Row>['constraints'],
  name = snake(path),
): Column<Row> {
  return { name, type: 'string', note: fieldNote(path) ?? '', cell, ...(constraints && { constraints }) };
}

const snake = (path: string) =>
  path.slice(path.lastIndexOf('.') + 1).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const column = <Row>(
  name: string,
  note: string,
  cell: (row: Row) => Cell,
  constraints?: Column<Row>['constraints'],
  type: Column<Row>['type'] = 'string',
): Column<Row> => ({
  name,
  type,
  note,
  cell,
  ...(constraints && { constraints }),
});
