/** The output of the `check` command. The look-up is the extension's own code. */
import { besideWords, namelessWords, type Beside } from '../list/beside.ts';
import { endingHint } from '../list/names/ending.ts';
import { headline } from '../list/headline.ts';
import { history, type HistoryEvent, type Library } from '../list/history.ts';
import { wrapNameIndex } from '../list/names/name-index.ts';
import { namedWords } from '../list/named-words.ts';
import { findBeside, findMatches, LIBRARY, pack, readLibrary, type Packed } from '../list/release/packed.ts';
import type { Lines } from '../list/release/record-lines.ts';
import type { ReleaseNote } from './dataset.ts';
import { seriesSentence } from '../list/sentences.ts';
import { isAddress, leftOutWords, readTypedHost } from '../list/names/typed-host.ts';
import { lookUp, type LookUpResult } from '../list/look-up.ts';

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
  const packed: Packed = pack(lines);
  const index = wrapNameIndex(packed.index.buffer);
  const read = (name: string) => Promise.resolve(packed.blocks.get(name));
  const library = packed.blocks.has(LIBRARY) ? await readLibrary(read) : { series: {}, sources: {} };
  return {
    async check(input, asOf) {
      const typed = readTypedHost(input);
      if ('reason' in typed) return { input, error: typed.reason };
      const { host, path } = typed;
      const matches = await findMatches(index, packed.directory, read, host, path);
      const events = matches
        .flatMap((match) => history(match, library, asOf))
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      const told = { leftOut: leftOutWords(typed.leftOut), hint: endingHint(host) };
      return {
        input,
        hostname: host,
        path,
        ...told,
        asOf,
        ...lookUp(matches, library, asOf),
        // The list names sites by their names: of an address it knows nothing.
        ...(isAddress(host) && { status: 'unknown' as const }),
        beside: matches.length || isAddress(host) ? null : await findBeside(index, packed.directory, read, host),
        history: events,
        library,
      };
    },
  };
}

/** Sentences on a host of which nothing is on record. */
export const notNamedWords = (beside: Beside, host: string): string[] =>
  [...besideWords(beside, host), namelessWords(beside)].filter(Boolean);

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
    named: namedWords(line.matches, line.hostname) || null,
    sentences: line.beside
      ? notNamedWords(line.beside, line.hostname)
      : headline(line, line.library, line.asOf === readOn),
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
