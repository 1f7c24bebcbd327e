/** Looks up the entries of a bulk check. Each entry gives one row, in the order of the entries. */
import { besideWords } from '../words/record/beside-words.ts';
import { headline } from '../words/record/headline.ts';
import { history, NAMING_OR_JUDGING, ownEvents, type HistoryEvent, type Match } from '../list/history.ts';
import { lookUp, statusUnnamed } from '../list/look-up.ts';
import { isAddress, leftOutWords } from '../list/names/typed-host.ts';
import type { ListInMemory } from '../list/release/list-in-memory.ts';
import type { Verification } from '../list/records.ts';
import { ADDRESS_UNKNOWN, NOT_CLEARANCE, STATUS_WORDS } from '../words/record/terms.ts';
import { say } from '../words/bulk.ts';
import type { Entry } from './entry.ts';
import { readEntryText } from './plain-entry.ts';
import { STRENGTH, type BulkRow, type CheckedRow, type OtherRow } from './rows.ts';

export interface BulkOptions {
  /** YYYY-MM-DD */
  asOf: string;
  /** Today, YYYY-MM-DD. */
  readOn: string;
  /** True if the list has expired: what it does not name is then not known. */
  expired: boolean;
  /** From names/ending.ts, which a page must not load before it is needed. */
  endingOf: (host: string) => { isShared: boolean; hint: string | null };
  /** Called after every `STEP` entries with the number of those done. */
  progress?: (done: number) => void;
}

export const STEP = 2000;
/** A longer entry is no address of a page; its beginning is enough to find it again. */
const LONGEST = 4096;
const EXCERPT = 200;

export async function checkEntries(
  entries: readonly Entry[],
  list: ListInMemory,
  options: BulkOptions,
): Promise<BulkRow[]> {
  const rows: BulkRow[] = [];
  const lineOf = new Map<string, number>();
  for (const [done, entry] of entries.entries()) {
    if (done % STEP === 0 && done > 0) options.progress?.(done);
    const read = readEntry(entry, lineOf);
    if ('reason' in read) rows.push(read);
    // Nearly all entries end here. An `await` for each would take longer than the rest.
    else if (!list.mayName(read.host) && !list.hasNameOf(read.host)) rows.push(unnamed(read, options, NOT_LISTED));
    else rows.push(await lookUpEntry(read, list, options));
  }
  options.progress?.(entries.length);
  return rows;
}

type Begin = Pick<CheckedRow, 'line' | 'input' | 'host' | 'path' | 'note'>;

/** @param lineOf the line of each page that was read so far */
function readEntry({ line, text }: Entry, lineOf: Map<string, number>): Begin | OtherRow {
  if (text.length > LONGEST) {
    const reason = say('too-long', { count: text.length });
    return { outcome: 'invalid', line, input: `${text.slice(0, EXCERPT)}…`, host: '', path: '', reason };
  }
  const typed = readEntryText(text);
  if ('reason' in typed) return { outcome: 'invalid', line, input: text, host: '', path: '', reason: typed.reason };
  const { host, path } = typed;
  const before = lineOf.get(host + path);
  if (before !== undefined)
    return { outcome: 'duplicate', line, input: text, host, path, reason: say('duplicate', { line: before }) };
  lineOf.set(host + path, line);
  return { line, input: text, host, path, note: typed.leftOut.length ? leftOutWords(typed.leftOut)! : '' };
}

async function lookUpEntry(read: Begin, list: ListInMemory, options: BulkOptions): Promise<BulkRow> {
  const matches = await list.find(read.host, read.path);
  if (matches.length) return { outcome: 'checked', ...read, ...named(matches, list, options) };
  const beside = besideWords(await list.beside(read.host), read.host);
  return unnamed(read, options, [...beside, NOT_LISTED].join(' '));
}

/** @param says the sentences, where the list has not expired */
function unnamed(read: Begin, { expired, endingOf }: BulkOptions, says: string): BulkRow {
  const { host } = read;
  const { isShared, hint } = endingOf(host);
  if (isShared) {
    const { line, input, path } = read;
    return { outcome: 'public-suffix', line, input, host, path, reason: say('shared') };
  }
  const note = hint ? `${read.note} ${hint}`.trim() : read.note;
  const status = statusUnnamed(host, expired);
  const unknown = isAddress(host) ? ADDRESS_UNKNOWN : say('expired');
  return { outcome: 'checked', ...read, ...NOTHING, status, says: status === 'unknown' ? unknown : says, note };
}

const NOT_LISTED = `${STATUS_WORDS['not-listed']}. ${NOT_CLEARANCE}`;

type Found = Omit<CheckedRow, 'outcome' | 'line' | 'input' | 'host' | 'path' | 'note'>;
const NOTHING = {
  first: '',
  last: '',
  evidence: '',
  verification: '',
  series: [] as string[],
  markets: [] as CheckedRow['markets'],
} as const;

const READ: readonly Verification[] = ['act', 'copy-of-act', 'report'];

function named(matches: readonly Match[], { library }: ListInMemory, { asOf, readOn }: BulkOptions): Found {
  const result = lookUp(matches, library, asOf);
  const namings = ownEvents(matches.flatMap((match) => history(match, library, asOf)))
    .filter(({ kind }) => NAMING_OR_JUDGING.has(kind))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const strongest = namings.toSorted((a, b) => rank(a) - rank(b))[0];
  return {
    status: result.status,
    says: headline(result, library, asOf === readOn).join(' '),
    first: namings[0]?.date ?? '',
    last: namings.at(-1)?.date ?? '',
    evidence: strongest?.evidence ?? '',
    verification: strongest?.verification ?? '',
    series: result.series.map(({ series }) => library.series[series]!.label),
    markets: matches.map(({ market: { id, name } }) => ({ id, name })),
  };
}

const rank = ({ evidence, verification }: HistoryEvent): number =>
  STRENGTH.indexOf(evidence) * READ.length + READ.indexOf(verification);
