/** Splits a register's file into rows with their line numbers. */
import Papa from 'papaparse';
import { foreignFile } from './foreign-file.ts';

export interface Row {
  /** Line number from 1, as in an editor. */
  line: number;
  cells: string[];
}

export interface Rows {
  /** The header of a table; null for a list of lines. */
  head: Row | null;
  rows: Row[];
}

/** Headers allowed above a list of names. */
const HEAD = /^"?(name|domain|domain name|host|hostname|site|url|address)"?[ ]*([,;\t]|$)/i;
const HISTORY = /\b(title|visits?|visited|visit[ _-]?(count|time|date)|last[ _-]?visit)/i;

/**
 * @param text decoded, with or without a byte order mark
 * @throws Error with the line, if the file is of another kind or an open quote hides the ends of rows
 */
export function readRows(text: string): Rows {
  // Normalize line ends, because positions are converted to line numbers below.
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const looks = foreignFile(lines);
  if (looks) throw new Error(`this looks like ${looks}, not like a list of names or CSV`);
  const all = lines.split('\n');
  const first = all.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const [, , delimiter] = HEAD.exec(all[first] ?? '') ?? [];
  if (delimiter) return readTable(lines, first, delimiter);
  const rows = all.map((line, n) => ({ line: n + 1, cells: [line] })).filter(({ cells: [line] }) => hasContent(line!));
  // One column with its header: "domain".
  return { head: null, rows: delimiter === '' ? rows.slice(1) : rows };
}

const hasContent = (cell: string): boolean => cell.trim() !== '' && !cell.trimStart().startsWith('#');

/** @param first index of the header's line */
function readTable(text: string, first: number, delimiter: string): Rows {
  const body = text.split('\n').slice(first).join('\n');
  const rows: Row[] = [];
  let line = first + 1;
  let at = 0;
  const lineAt = (index: number) => line + body.slice(at, index).split('\n').length - 1;
  Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    step({ data, errors, meta }) {
      const [wrong] = errors;
      // The parser has stopped after the quote that opened the cell.
      if (wrong)
        throw new Error(
          `line ${lineAt(wrong.index! - 1)}: a quote opens here and ${wrong.code === 'MissingQuotes' ? 'nothing closes it' : 'closes inside the cell'}, so that where rows end is not known`,
        );
      rows.push({ line, cells: data.map((cell) => cell.trim()) });
      line = lineAt(meta.cursor);
      at = meta.cursor;
    },
  });
  const [head, ...others] = rows.filter(({ cells }) => cells.length > 1 || hasContent(cells[0]!));
  if (/^(url|address)$/i.test(head!.cells[0]!) && head!.cells.slice(1).some((cell) => HISTORY.test(cell)))
    throw new Error('this looks like a browser’s history, not like a list of names that somebody publishes');
  return { head: head!, rows: others.filter(({ cells }) => !cells[0]!.startsWith('#')) };
}
