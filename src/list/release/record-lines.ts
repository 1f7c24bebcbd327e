/**
 * Records as text: one line each, "<kind> <id> <JSON>", sorted by kind and id. The text is hashed, so the result of a
 * delta can be verified: same lines, same bytes, same hash.
 */
import type { Country, Market, Series, Source } from '../records.ts';
import { Refusal } from './refusal.ts';

export const LINE_KINDS = ['country', 'market', 'series', 'source'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export type RecordOf = { country: Country; market: Market; series: Series; source: Source & { found?: number } };

/** Maps a key ("market the-pirate-bay") to JSON text, sorted by key. */
export type Lines = Map<string, string>;

export const keyOf = (kind: LineKind, id: string): string => `${kind} ${id}`;

export function linesToText(lines: Lines): string {
  return [...lines].map(([key, json]) => `${key} ${json}\n`).join('');
}

/** @throws Refusal `malformed`, naming the line */
export function textToLines(text: string): Lines {
  const lines: Lines = new Map();
  let last = '';
  if (text && !text.endsWith('\n')) throw new Refusal('malformed', 'the records do not end with a line end');
  for (const [number, line] of text.split('\n').slice(0, -1).entries()) {
    const at = line.indexOf(' ', line.indexOf(' ') + 1);
    const key = line.slice(0, at);
    if (at < 3 || key <= last)
      throw new Refusal('malformed', `line ${number + 1} of the records is not "<kind> <id> <JSON>" in order`);
    lines.set(key, line.slice(at + 1));
    last = key;
  }
  return lines;
}

/** A delta: "+<line>" adds or replaces a record, "-<key>" removes one; sorted by key. */
export function diffLines(from: Lines, to: Lines): string {
  const changes: [string, string][] = [];
  for (const [key, json] of to) if (from.get(key) !== json) changes.push([key, `+${key} ${json}\n`]);
  for (const key of from.keys()) if (!to.has(key)) changes.push([key, `-${key}\n`]);
  return changes
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([, line]) => line)
    .join('');
}

/** Applies a delta; `from` is not changed. @throws Refusal `malformed` */
export function applyDelta(from: Lines, delta: string): Lines {
  const lines = new Map(from);
  for (const [number, change] of delta.split('\n').entries()) {
    if (!change) continue;
    if (change.startsWith('-') && lines.delete(change.slice(1))) continue;
    const at = change.indexOf(' ', change.indexOf(' ') + 1);
    if (!change.startsWith('+') || at < 3)
      throw new Refusal('malformed', `line ${number + 1} of the delta neither puts nor removes a record`);
    lines.set(change.slice(1, at), change.slice(at + 1));
  }
  return sorted(lines);
}

/** Sorts lines by key. */
export const sorted = (lines: Iterable<[string, string]>): Lines =>
  new Map([...lines].sort((a, b) => (a[0] < b[0] ? -1 : 1)));

/** All records of one kind, sorted by id. Kinds unknown to this version are ignored. */
export function recordsOf<K extends LineKind>(kind: K, lines: Lines): RecordOf[K][] {
  const records: RecordOf[K][] = [];
  for (const [key, json] of lines) if (key.startsWith(`${kind} `)) records.push(readRecord<K>(key, json));
  return records;
}

/** @throws Refusal `malformed`, naming the record */
export function readRecord<K extends LineKind>(key: string, json: string): RecordOf[K] {
  try {
    const record = JSON.parse(json) as RecordOf[K];
    if (record.id !== key.slice(key.indexOf(' ') + 1)) throw new Error(`its id is ${String(record.id)}`);
    return record;
  } catch (error) {
    throw new Refusal('malformed', `the record "${key}" cannot be read`, { cause: error });
  }
}
