/** A table of the explorer, and what a reader takes away of it. What is exported is what is shown, every row of it. */
import type { ComponentChildren } from 'preact';
import { csvText } from '../../list/csv.ts';
import { LICENCE } from '../../list/licence.ts';
import type { ReadyList } from '../whole-list.ts';

export interface Column<Row> {
  /** Name of the CSV column and of the JSON field. */
  id: string;
  /** The heading on the page; without it, the column is exported only. */
  label?: string;
  /** The value as exported. */
  text: (row: Row) => string;
  /** The value as shown, where it is not the text. Listed hosts are text there, too. */
  shown?: (row: Row) => ComponentChildren;
}

export interface Table<Row> {
  /** Says what it holds, for the caption and the file's name. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/** What every export says of itself. */
export interface Origin {
  /** The address of the view inside the explorer. */
  view: string;
  asOf: string;
  readOn: string;
  list: ReadyList;
}

/** Changes when a field changes its meaning or goes. */
const FORMAT = 'listmark-explorer/1';

export function tableCsv<Row>({ columns, rows }: Table<Row>, { view, asOf, readOn, list }: Origin): string {
  const same = {
    view,
    as_of: asOf,
    read_on: readOn,
    release: String(list.sequence),
    release_date: list.published,
    release_hash: list.hash,
    licence: LICENCE.name,
  };
  return csvText([
    [...columns.map(({ id }) => id), ...Object.keys(same)],
    ...rows.map((row) => [...columns.map(({ text }) => text(row)), ...Object.values(same)]),
  ]);
}

export function tableJson<Row>({ caption, columns, rows }: Table<Row>, { view, asOf, readOn, list }: Origin): string {
  const { sequence, published, hash } = list;
  const answer = {
    format: FORMAT,
    licence: `${LICENCE.title} (${LICENCE.name}), ${LICENCE.path}`,
    view,
    asOf,
    readOn,
    release: { list: 'curated', sequence, published, hash },
    holds: caption,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ id, text }) => [id, text(row)]))),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
