/** The output of the `check` command. The look-up is the extension's own code. */
import { besideWords, namelessWords } from '../words/record/beside-words.ts';
import { type Beside } from '../list/beside.ts';
import { endingHint } from '../list/names/ending.ts';
import { headline } from '../words/record/headline.ts';
import { history, type HistoryEvent, type Library } from '../list/history.ts';
import { namedWords } from '../words/record/named-words.ts';
import { listInMemory } from '../list/release/list-in-memory.ts';
import type { Lines } from '../list/release/record-lines.ts';
import type { ReleaseNote } from './dataset.ts';
import { seriesSentence } from '../words/record/sentences.ts';
import { ADDRESS_UNKNOWN, NOT_CLEARANCE } from '../words/record/terms.ts';
import { leftOutWords, readTypedHost } from '../list/names/typed-host.ts';
import { lookUp, statusUnnamed, type LookUpResult } from '../list/look-up.ts';

export interface TypedLookUp extends LookUpResult {
  input: string;
  hostname: string;
  path: string;
  /** Notes for the user: what was left out of the input, or that no site can have this name. */
  leftOut: string | null;
  hint: string | null;
  /** What is on record beside the host; null where the host itself is. */
  beside: Beside | null;
  /** The day asked about, YYYY-MM-DD. */
  asOf: string;
  history: HistoryEvent[];
  library: Library;
}

export interface Checker {
  /** @param asOf YYYY-MM-DD */
  check(input: string, asOf: string): Promise<TypedLookUp | { input: string; error: string }>;
}

export async function checker(lines: Lines): Promise<Checker> {
  const list = await listInMemory(lines);
  const { library } = list;
  return {
    async check(input, asOf) {
      const typed = readTypedHost(input);
      if ('reason' in typed) return { input, error: typed.reason };
      const { host, path } = typed;
      const matches = await list.find(host, path);
      const events = matches
        .flatMap((match) => history(match, library, asOf))
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      const inputNotes = { leftOut: leftOutWords(typed.leftOut), hint: endingHint(host) };
      const found = lookUp(matches, library, asOf);
      const status = matches.length ? found.status : statusUnnamed(host, false);
      return {
        input,
        hostname: host,
        path,
        ...inputNotes,
        asOf,
        ...found,
        status,
        beside: status === 'not-listed' ? await list.beside(host) : null,
        history: events,
        library,
      };
    },
  };
}

/** The sentences of an answer; a host of which nothing is on record has some, too. */
export function sentencesOf(line: TypedLookUp, today: string): string[] {
  if (line.status === 'unknown') return [ADDRESS_UNKNOWN];
  if (line.beside)
    return [...besideWords(line.beside, line.hostname), namelessWords(line.beside), NOT_CLEARANCE].filter(Boolean);
  return headline(line, line.library, line.asOf === today);
}

/** The published JSON format of `check --json`, one object per line. @param readOn today, YYYY-MM-DD */
export function toJson(line: TypedLookUp, release: ReleaseNote, readOn: string): object {
  return {
    input: line.input,
    hostname: line.hostname,
    path: line.path,
    leftOut: line.leftOut,
    hint: line.hint,
    asOf: line.asOf,
    status: line.status,
    matches: line.matches,
    named: namedWords(line.matches, line.hostname, line.path) || null,
    sentences: sentencesOf(line, readOn),
    series: line.series.map((status) => ({ ...status, says: seriesSentence(status, line.library) })),
    record: line.record,
    beside: line.beside,
    closed: line.closed,
    history: line.history.map((event) => ({
      date: event.date,
      datePrecision: event.datePrecision,
      dateKind: event.dateKind,
      kind: event.kind,
      series: event.series,
      source: event.source,
      evidence: event.evidence,
      verification: event.verification,
      locator: event.locator,
      url: event.url,
      domains: event.domains,
      bearing: event.bearing,
      earlierOwner: event.earlierOwner ?? false,
      until: event.until ?? null,
      inForce: event.inForce,
    })),
    release: { sequence: release.sequence, published: release.published },
  };
}
