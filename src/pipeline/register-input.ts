/** Reads the file of a register: names, one per line, or a table with values for each name. */
import { isPartialDate } from '../list/dates.ts';
import { endingHint, isSharedByMany } from '../list/names/ending.ts';
import { HIGHEST, LOWEST, NO_VALUE } from '../list/register/name-columns.ts';
import { sortNames } from '../list/names/name-order.ts';
import type { Column } from '../list/register/register-release.ts';
import { isAddress, leftOutWords, readTypedHost, readTypedName } from '../list/names/typed-host.ts';
import { foreignRule } from './foreign-file.ts';
import type { Register } from './publish-register.ts';
import { readRows, type Row } from './register-rows.ts';

export interface AboutLine {
  line: number;
  text: string;
  reason: string;
}

export interface ReadRegister extends Pick<Register, 'names' | 'columns' | 'labels'> {
  /** Lines that cannot be published. */
  refused: AboutLine[];
  /** Lines that are published, but may not be what the publisher meant. */
  notes: AboutLine[];
}

const DAY = 86_400_000;
const COLUMN = /^(.+) \((day|number)\)$/;
const EXAMPLE = '“name,Entered (day),Order (number)”';
/** Addresses to which hosts files send blocked names. */
const NOWHERE = /^(0\.0\.0\.0|127(\.\d+){3}|::1?)$/;

/**
 * @param text lines of names, of a hosts file, or of a table. Empty lines and lines that begin with # are ignored, and
 * a # after a space begins a comment. A table is separated by commas, semicolons or tabs; its header is `name,<label>
 * (day),<label> (number)…`, days are YYYY-MM-DD, and an empty cell means no value
 * @returns what can be published, and every line that cannot, with the reason
 * @throws Error if the file is no list of names, or if the header or a quote cannot be understood
 */
export function readRegisterInput(text: string): ReadRegister {
  const { head, rows } = readRows(text);
  const labels = head ? head.cells.slice(1).map((cell) => readLabel(cell, head.line)) : [];
  const refused: AboutLine[] = [];
  const notes: AboutLine[] = [];
  const entries = new Map<string, { line: number; values: number[] }>();
  for (const { line, cells } of head ? rows : rows.flatMap(namesOfLine)) {
    const about = { line, text: cells.join(',') };
    try {
      if (cells.some((cell) => cell.includes('\n')))
        throw new Error('a cell goes on in the next line: is a quote missing?');
      if (cells.length !== labels.length + 1)
        throw new Error(`${cells.length} cells, where the head has ${labels.length + 1}`);
      const { name, note } = readName(cells[0]!);
      const before = entries.get(name);
      if (before) throw new Error(`${name} stands already in line ${before.line}`);
      entries.set(name, { line, values: labels.map((label, c) => readValue(cells[c + 1]!, label)) });
      if (note) notes.push({ ...about, reason: note });
    } catch (error) {
      refused.push({ ...about, reason: (error as Error).message });
    }
  }
  const names = sortNames(entries.keys());
  return {
    names,
    labels,
    columns: labels.map((_, c) => Int32Array.from(names, (name) => entries.get(name)!.values[c]!)),
    refused,
    notes,
  };
}

function readLabel(head: string, line: number): Column {
  const [, name, kind] = COLUMN.exec(head) ?? [];
  if (!name)
    throw new Error(`line ${line}: expected a column such as “Entered (day)” or “Order (number)”, found “${head}”`);
  return { name, kind: kind as Column['kind'] };
}

/** One row for each name: a line of a hosts file has an address and then one or more names. */
function namesOfLine({ line, cells: [text] }: Row): Row[] {
  const content = text!.replace(/\s#.*$/, '').trim();
  const [address, ...names] = content.split(/\s+/);
  return NOWHERE.test(address!) && names.length
    ? names.map((name) => ({ line, cells: [name] }))
    : [{ line, cells: [content] }];
}

function readName(text: string): { name: string; note: string | null } {
  const rule = foreignRule(text);
  if (rule) throw new Error(`this looks like a rule of ${rule}: give the name alone`);
  const read = readTypedName(text);
  if ('reason' in read) throw new Error(moreThanOne(text) ?? read.reason);
  const { host } = read;
  if (isSharedByMany(host)) throw new Error(`${host} is a public suffix or a host that many share`);
  // "*.example.org" means the same as our "example.org".
  const leftOut = leftOutWords(read.leftOut.filter(({ kind }) => kind !== 'wildcard'));
  return { name: host, note: [leftOut, endingHint(host)].filter(Boolean).join(' ') || null };
}

/** The reason for a text with more after the name; the reader of single hosts knows no rows. */
function moreThanOne(text: string): string | null {
  const [begin, ...more] = text.trim().split(/[\s,;|]+/);
  const first = readTypedHost(begin!);
  if (!more.length || 'reason' in first || !('reason' in readTypedHost(text))) return null;
  const { host } = first;
  if (isAddress(host))
    return `this maps names to ${host}: of a hosts file, only lines with 0.0.0.0, 127.0.0.1, :: or ::1 are read`;
  return `more than a name: give one name a line, or begin with a head such as ${EXAMPLE}`;
}

function readValue(text: string, { name, kind }: Column): number {
  if (text === '') return NO_VALUE;
  if (kind === 'day') {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new Error(`${name}: expected a day as YYYY-MM-DD, found “${text}”`);
    if (!isPartialDate(text)) throw new Error(`${name}: there is no day ${text}`);
    return Date.parse(text) / DAY;
  }
  if (!/^-?\d+$/.test(text)) throw new Error(`${name}: expected a whole number, found “${text}”`);
  const value = Number(text);
  if (value < LOWEST || value > HIGHEST)
    throw new Error(`${name}: ${text} is beyond what a register can hold (${LOWEST} to ${HIGHEST})`);
  return value;
}
