/** What the list says of a host, as the command line prints it; the look-up is the extension's own. */
import { parseHost } from '../list/host.ts';
import { wrapNameIndex } from '../list/name-index.ts';
import { findMatches, LIBRARY, pack, readLibrary, type Packed } from '../list/packed.ts';
import type { Lines } from '../list/record-lines.ts';
import type { ReleaseNote } from './dataset.ts';
import { history, type HistoryEvent, type Library } from '../list/status.ts';
import { verdict, type Verdict } from '../list/verdict.ts';

export interface CheckLine extends Verdict {
  input: string;
  hostname: string;
  history: HistoryEvent[];
  library: Library;
}

export interface Checker {
  /** @param asOf YYYY-MM-DD */
  check(input: string, asOf: string): Promise<CheckLine | { input: string; error: string }>;
}

export async function checker(lines: Lines): Promise<Checker> {
  const packed: Packed = pack(lines);
  const index = wrapNameIndex(packed.index.buffer);
  const read = (name: string) => Promise.resolve(packed.blocks.get(name));
  const library = packed.blocks.has(LIBRARY) ? await readLibrary(read) : { series: {}, sources: {} };
  return {
    async check(input, asOf) {
      const parsed = parseHost(input);
      if ('error' in parsed) return { input, error: parsed.error };
      const matches = await findMatches(index, packed.directory, read, parsed.host, pathOf(input));
      const events = matches.flatMap((match) => history(match, library, asOf)).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      return { input, hostname: parsed.host, ...verdict(matches, library, asOf), history: events, library };
    },
  };
}

function pathOf(input: string): string {
  try {
    return new URL(input).pathname;
  } catch {
    return '/';
  }
}

/** The published shape of `check --json`: one object a line. */
export function toJson(line: CheckLine, release: ReleaseNote): object {
  return {
    input: line.input,
    hostname: line.hostname,
    status: line.status,
    matches: line.matches,
    series: line.series.map(({ series, status, first, last }) => ({ series, status, first, last })),
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
      until: event.until ?? null,
      inForce: event.inForce,
    })),
    release: { sequence: release.sequence, published: release.published },
  };
}
