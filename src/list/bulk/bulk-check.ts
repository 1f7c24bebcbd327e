/** Looks up the entries of a bulk check. Each entry gives one row, in the order of the entries. */
import { besideWords } from '../beside.ts';
import { headline } from '../headline.ts';
import { history, ownEvents, type HistoryEvent, type Match } from '../history.ts';
import { lookUp, statusUnnamed } from '../look-up.ts';
import { isAddress, leftOutWords, readTypedHost } from '../names/typed-host.ts';
import type { ListInMemory } from '../release/list-in-memory.ts';
import type { EventKind, Verification } from '../records.ts';
import { ADDRESS_UNKNOWN, NOT_CLEARANCE, STATUS_WORDS } from '../words.ts';
import type { Entry } from './entry.ts';
import { STRENGTH, type BulkRow, type CheckedRow } from './rows.ts';

export interface BulkOptions {
  /** YYYY-MM-DD */
  asOf: string;
  /** Today, YYYY-MM-DD. */
  readOn: string;
  /** True if the list has expired: what it does not name is then not known. */
  expired: boolean;
  /** From names/ending.ts, which a page must not load before it is needed. */
  ending: { isSharedByMany(host: string): boolean; endingHint(host: string): string | null };
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
    rows.push(await checkEntry(entry, list, options, lineOf));
  }
  options.progress?.(entries.length);
  return rows;
}

/** @param lineOf the line of each page that was looked up */
async function checkEntry(
  { line, text }: Entry,
  list: ListInMemory,
  options: BulkOptions,
  lineOf: Map<string, number>,
): Promise<BulkRow> {
  const input = text.length > LONGEST ? `${text.slice(0, EXCERPT)}…` : text;
  const other = { line, input, host: '', path: '' };
  if (text.length > LONGEST)
    return { ...other, outcome: 'invalid', reason: `It has ${text.length} characters, more than any web address.` };
  const typed = readTypedHost(text);
  if ('reason' in typed) return { ...other, outcome: 'invalid', reason: typed.reason };
  const { host, path } = typed;
  const page = host + path;
  const before = lineOf.get(page);
  if (before !== undefined)
    return { ...other, host, path, outcome: 'duplicate', reason: `The same as line ${before}.` };
  lineOf.set(page, line);
  const matches = list.mayName(host) ? await list.find(host, path) : [];
  if (!matches.length && options.ending.isSharedByMany(host))
    return {
      ...other,
      host,
      path,
      outcome: 'public-suffix',
      reason: 'A public suffix, or a host under which anybody can have a site: give the name of a site below it.',
    };
  const found = matches.length ? named(matches, list, options) : await unnamed(host, list, options);
  const note = [leftOutWords(typed.leftOut), matches.length ? null : options.ending.endingHint(host)];
  return { outcome: 'checked', line, input, host, path, ...found, note: note.filter(Boolean).join(' ') };
}

type Found = Omit<CheckedRow, 'outcome' | 'line' | 'input' | 'host' | 'path' | 'note'>;
const NOTHING = { first: '', last: '', evidence: '', verification: '', series: [], markets: [] } as const;

async function unnamed(host: string, list: ListInMemory, { expired }: BulkOptions): Promise<Found> {
  const status = statusUnnamed(host, expired);
  if (status === 'unknown')
    return { ...NOTHING, series: [], markets: [], status, says: isAddress(host) ? ADDRESS_UNKNOWN : EXPIRED };
  const beside = list.mayName(host) || list.hasNameOf(host) ? besideWords(await list.beside(host), host) : [];
  const says = [...beside, `${STATUS_WORDS['not-listed']}.`, NOT_CLEARANCE].join(' ');
  return { ...NOTHING, series: [], markets: [], status, says };
}

const EXPIRED = 'Not known: the list is out of date, and does not name this address.';

/** Events that name a host. The others say what became of that. */
const NAMING: ReadonlySet<EventKind> = new Set(['listed', 'named', 'blocked', 'seized', 'judgment']);
const READ: readonly Verification[] = ['act', 'copy-of-act', 'report'];

function named(matches: readonly Match[], { library }: ListInMemory, { asOf, readOn }: BulkOptions): Found {
  const result = lookUp(matches, library, asOf);
  const namings = ownEvents(matches.flatMap((match) => history(match, library, asOf)))
    .filter(({ kind }) => NAMING.has(kind))
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
