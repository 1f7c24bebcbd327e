/** Reads a register as its publisher gives it: hosts, one a line, or CSV with what is said of each. */
import Papa from 'papaparse';
import { parse as parseName } from 'tldts';
import { parseHost } from '../list/host.ts';
import { sortNames } from '../list/name-order.ts';
import type { Column } from '../list/register-release.ts';
import type { Register } from './publish-register.ts';

export interface RefusedLine {
  line: number;
  text: string;
  reason: string;
}

export type ReadRegister = Pick<Register, 'names' | 'columns' | 'labels'> & { refused: RefusedLine[] };

const HEAD = /^(.+) \((day|number)\)$/;

/**
 * @param text lines of hosts or addresses (blank ones and those that begin with # are passed over), or CSV whose head is
 * `name,<label> (day),<label> (number)…` with days as YYYY-MM-DD
 * @returns what can be published, and every line that cannot, with the reason
 * @throws where the head of a CSV is not understood
 */
export function readRegisterInput(text: string): ReadRegister {
  const isTable = /^\uFEFF?name,/i.test(text);
  const lines = isTable ? (Papa.parse(text.replace(/^\uFEFF/, '')).data as string[][]) : text.split(/\r?\n/).map((line) => [line]);
  const labels = isTable ? lines[0]!.slice(1).map(readLabel) : [];
  const refused: RefusedLine[] = [];
  const rows = new Map<string, { line: number; values: number[] }>();
  for (const [n, cells] of lines.entries()) {
    const first = (cells[0] ?? '').trim();
    if ((isTable && n === 0) || first === '' || first.startsWith('#')) continue;
    const line = n + 1;
    try {
      const name = readName(first);
      const before = rows.get(name);
      if (before) throw new Error(`${name} stands already in line ${before.line}`);
      rows.set(name, { line, values: labels.map((label, c) => readValue(cells[c + 1] ?? '', label)) });
    } catch (error) {
      refused.push({ line, text: cells.join(','), reason: (error as Error).message });
    }
  }
  const names = sortNames(rows.keys());
  return { names, labels, columns: labels.map((_, c) => Int32Array.from(names, (name) => rows.get(name)!.values[c]!)), refused };
}

function readLabel(head: string): Column {
  const [, name, kind] = HEAD.exec(head.trim()) ?? [];
  if (!name) throw new Error(`line 1: expected a column such as "Entered (day)" or "Order (number)", found "${head}"`);
  return { name, kind: kind as Column['kind'] };
}

function readName(text: string): string {
  // "*.example.org" says of all below what we say by "example.org".
  const read = parseHost(text.replace(/^\*\./, ''));
  if ('error' in read) throw new Error(read.error);
  const { isIp, domain, isIcann, isPrivate } = parseName(read.host, { allowPrivateDomains: true });
  if (isIp) throw new Error('an address is no name');
  if (domain === null && (isIcann || isPrivate)) throw new Error(`${read.host} is a public suffix or a host that many share`);
  return read.host;
}

function readValue(text: string, { name, kind }: Column): number {
  const value =
    kind === 'day' ? (/^\d{4}-\d\d-\d\d$/.test(text.trim()) ? Date.parse(text.trim()) / 86_400_000 : Number.NaN) : Number(text.trim() || Number.NaN);
  if (!Number.isInteger(value)) throw new Error(`${name}: expected ${kind === 'day' ? 'a day as YYYY-MM-DD' : 'a whole number'}, found "${text}"`);
  return value;
}
