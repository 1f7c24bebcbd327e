/**
 * Splits what a person supplies for a bulk check into entries with their line numbers: lines, a hosts file, a table
 * with a column of hosts, a browser's bookmarks or history. Each entry is still as it was written; typed-host.ts reads
 * it. Nothing is dropped in silence: what is no entry is counted.
 */
import { readTypedHost } from '../list/names/typed-host.ts';
import { say } from '../words/bulk.ts';
import { BadInput } from './bad-input.ts';
import { readAddressMembers } from './json-input.ts';
import { readBookmarks } from './bookmarks-input.ts';
import type { Entry, LeftLines, TableColumn } from './entry.ts';
import { readTable, tableDelimiter } from './table-input.ts';

export type InputFormat = 'lines' | 'hosts-file' | 'table' | 'bookmarks' | 'json';

export interface ReadInput {
  format: InputFormat;
  entries: Entry[];
  /** Number of lines that are no entries. */
  left: LeftLines;
  /** Lines in all. */
  lines: number;
  /** Of a table: its columns, and which one was read. */
  columns: TableColumn[] | null;
  column: number | null;
}

export interface ReadOptions {
  /** Index or header of the column to read; chosen by its header or content where it is absent. */
  column?: number | string | undefined;
  /** Most entries; one more is refused. */
  limit?: number;
}

/** First word of a line of a hosts file. */
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]*)(%\w+)?$/i;

/**
 * @param text decoded, without a byte order mark
 * @throws BadInput if the text is of another kind, or its rows cannot be told apart
 */
export function readInput(text: string, { column, limit = Infinity }: ReadOptions = {}): ReadInput {
  const normal = text.replace(/\r\n?/g, '\n');
  const input = readAs(normal, column);
  if (!input.entries.length) throw new BadInput(say('nothing'));
  const over = input.entries[limit];
  if (over) throw new BadInput(say('too-many', { count: input.entries.length, most: limit, line: over.line }));
  return input;
}

function readAs(text: string, column: ReadOptions['column']): ReadInput {
  const start = text.trimStart().slice(0, 200);
  const lines = countLines(text);
  const whole = { lines, columns: null, column: null, left: { blank: 0, comments: 0, header: 0 } };
  if (/^<!doctype netscape-bookmark/i.test(start))
    return { ...whole, format: 'bookmarks', entries: readBookmarks(text) };
  if (/^<(!doctype|html|\?xml)/i.test(start)) throw new BadInput(say('html'));
  if (/^(\{|\[\s*[{"\]])/.test(start)) return { ...whole, format: 'json', entries: readAddressMembers(text) };
  const delimiter = tableDelimiter(text, column !== undefined);
  if (delimiter !== null) return { ...whole, format: 'table', ...readTable(text, delimiter, column) };
  return { ...whole, ...readLines(text) };
}

function readLines(text: string): Pick<ReadInput, 'format' | 'entries' | 'left'> {
  const entries: Entry[] = [];
  const left = { blank: 0, comments: 0, header: 0 };
  let format: InputFormat = 'lines';
  let line = 0;
  for (const whole of eachLine(text)) {
    line++;
    const content = whole.trim();
    if (content === '') left.blank++;
    else if (content.startsWith('#')) left.comments++;
    else {
      const names = hostsLine(content);
      if (names) format = 'hosts-file';
      for (const one of names ?? piecesOf(content)) entries.push({ line, text: one });
    }
  }
  // The end of the last line is no line of its own.
  if (text.endsWith('\n')) left.blank--;
  return { format, entries, left };
}

/** The names of a line of a hosts file; null for any other line. */
function hostsLine(content: string): string[] | null {
  if (!/\s/.test(content)) return null;
  const [address, ...names] = content
    .replace(/\s#.*$/, '')
    .trim()
    .split(/\s+/);
  return names.length && ADDRESS.test(address!) ? names : null;
}

/** "a.example, b.example" are two entries, where the whole is none and each piece is one. */
function piecesOf(content: string): string[] {
  if (!/[\s,;]/.test(content) || !('reason' in readTypedHost(content))) return [content];
  const bare = content.replace(/\s#.*$/, '').trim();
  const pieces = bare.split(/[\s,;]+/).filter(Boolean);
  return pieces.every((piece) => !('reason' in readTypedHost(piece))) ? pieces : [content];
}

function* eachLine(text: string): Generator<string> {
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? text.length : end);
    start = (end < 0 ? text.length : end) + 1;
  }
}

function countLines(text: string): number {
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
