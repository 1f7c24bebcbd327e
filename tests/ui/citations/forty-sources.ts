/**
 * Real sources of every kind, each as an event of one of them is cited. sources.json keeps what the record held in
 * November 2026, so that a correction in `data/` does not change the test. expected.json was written by hand from the
 * rules that docs/citations.md names; "{url}" stands for the address that was read.
 */
import type { HistoryEvent } from '../../../src/list/history.ts';
import type { Series, Source } from '../../../src/list/records.ts';
import { citedBy, type Cited } from '../../../src/ui/citations/cited.ts';
import expected from './expected.json' with { type: 'json' };
import table from './sources.json' with { type: 'json' };

interface Row {
  source: Source;
  verification: HistoryEvent['verification'];
  locator: string;
  readAt: string;
}
const rows = table.rows as unknown as Row[];
const library = {
  series: table.series as unknown as Record<string, Series>,
  sources: Object.fromEntries(rows.map(({ source }) => [source.id, source])),
};

/** The day on which the sources are opened. */
export const ACCESSED = '2026-11-28';
export const STYLES = ['apa', 'chicago', 'oscola', 'bluebook'] as const;

const eventOf = ({ source, ...how }: Row): HistoryEvent =>
  ({ ...how, source: source.id, date: source.date, bearing: 'printed' }) as unknown as HistoryEvent;

export const citedRows = (ids: readonly string[]): Cited[] =>
  citedBy({ history: rows.filter(({ source }) => ids.includes(source.id)).map(eventOf), library });

export const FORTY = rows.map((row) => {
  const written = expected[row.source.id as keyof typeof expected];
  return {
    id: row.source.id,
    source: row.source,
    cited: citedRows([row.source.id]),
    expected: Object.fromEntries(
      STYLES.map((style) => [style, written[style].map((text) => text.replace('{url}', row.readAt))]),
    ) as Record<(typeof STYLES)[number], string[]>,
  };
});
