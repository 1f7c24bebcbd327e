/** Reads one column of a table: CSV, or with semicolons or tabs. */
import Papa from 'papaparse';
import { readTypedHost } from '../list/names/typed-host.ts';
import { say } from '../words/bulk.ts';
import { BadInput } from './bad-input.ts';
import type { Entry, LeftLines, TableColumn } from './entry.ts';
import { LineCounter } from './line-counter.ts';

/** Headers of columns that hold hosts or addresses, best first. */
const HEADERS = /^(url|uri|domain|domain[ _]?name|host|host[ _]?name|site|website|web[ _]?site|address|link|name)$/i;
/** Rows that are looked at to find the header and the column. */
const SAMPLE_ROWS = 50;

const isContent = (line: string): boolean => line.trim() !== '' && !line.trimStart().startsWith('#');

/**
 * The character between the cells; null where the text is no table: its first line has a header of ours and several
 * cells, or its first lines have the same number of cells, and one column of them holds hosts.
 * @param asked the user named a column, so it is a table even of one column
 */
export function tableDelimiter(text: string, asked: boolean): string | null {
  const lines = text.slice(0, 65_536).split('\n').filter(isContent).slice(0, 10);
  const [first = ''] = lines;
  for (const delimiter of ['\t', ';', ',']) {
    const cells = first.split(delimiter).map((cell) => cell.replaceAll('"', '').trim());
    if (cells.length < 2) continue;
    if (cells.some((cell) => HEADERS.test(cell))) return delimiter;
    const counts = new Set(lines.map((line) => line.split(delimiter).length));
    const quoted = lines.some((line) => line.includes('"'));
    if (lines.length > 1 && (quoted || counts.size === 1) && !cells.every(isHost)) return delimiter;
  }
  return asked ? ',' : null;
}

const isHost = (text: string): boolean => !('reason' in readTypedHost(text));

/** @throws BadInput for a quote that hides where rows end, or a column that the table does not have */
export function readTable(
  text: string,
  delimiter: string,
  asked: number | string | undefined,
): { entries: Entry[]; left: LeftLines; columns: TableColumn[]; column: number } {
  const rows = parse(text, delimiter);
  const left = { blank: 0, comments: 0, header: 0 };
  const content = rows.filter(({ cells }) => {
    const [first = ''] = cells;
    if (cells.length === 1 && first.trim() === '') left.blank++;
    else if (first.startsWith('#')) left.comments++;
    else return true;
    return false;
  });
  const sample = content.slice(0, SAMPLE_ROWS);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const found = Array.from({ length: width }, (_, at) =>
    sample.slice(1).reduce((count, { cells }) => count + (isHost(cells[at] ?? '') ? 1 : 0), 0),
  );
  const head = content[0]?.cells ?? [];
  const hasHeader = head.some((cell) => HEADERS.test(cell.trim())) || !head.some(isHost);
  const columns = Array.from({ length: width }, (_, at): TableColumn => ({
    name: (hasHeader && head[at]?.trim()) || say('column', { number: String(at + 1) }),
    sample: content[hasHeader ? 1 : 0]?.cells[at]?.trim().slice(0, 80) ?? '',
  }));
  const column = chosen(asked, columns, found);
  if (hasHeader) left.header = 1;
  const entries = content
    .slice(left.header)
    .map(({ line, cells }): Entry => ({ line, text: cells[column]?.trim() ?? '' }));
  return { entries, left, columns, column };
}

function chosen(asked: number | string | undefined, columns: readonly TableColumn[], found: readonly number[]): number {
  if (asked !== undefined) {
    const at =
      typeof asked === 'number' ? asked : columns.findIndex(({ name }) => name.toLowerCase() === asked.toLowerCase());
    if (columns[at]) return at;
    const asText = typeof asked === 'number' ? String(asked + 1) : asked;
    const all = columns.map(({ name }) => `“${name}”`).join(', ');
    throw new BadInput(say('no-column', { column: asText, columns: all }));
  }
  const most = Math.max(...found);
  const named = columns.findIndex(({ name }, at) => HEADERS.test(name) && (found[at]! > 0 || most === 0));
  return named >= 0 ? named : Math.max(0, found.indexOf(most));
}

function parse(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const lines = new LineCounter(text);
  const rows: { line: number; cells: string[] }[] = [];
  let at = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors, meta }) {
      const [wrong] = errors;
      if (wrong) {
        const line = lines.lineAt(Math.max(at, wrong.index ?? at));
        throw new BadInput(say(wrong.code === 'MissingQuotes' ? 'open-quote' : 'closed-quote', { line }));
      }
      rows.push({ line: lines.lineAt(at + 1), cells: data });
      at = meta.cursor;
    },
  });
  // The end of the last line is no row.
  if (text.endsWith('\n') && rows.at(-1)?.cells.join('') === '') rows.pop();
  return rows;
}
