/** Columns of tables with the documents of a series, a body or a country. */
import { VERIFICATION_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import { RecordLink } from '../RecordLink.tsx';
import type { Column } from '../table/table.ts';
import type { WholeList } from '../whole-list.ts';
import { dateColumn } from './columns.tsx';
import { marketsBySource, tiersOf, type HeldSource } from './facts.ts';

/** @param rows the documents; @param withSeries where they are of several series */
export function documentColumns(
  { markets, library, countries }: WholeList,
  asOf: string,
  rows: readonly HeldSource[],
  withSeries: boolean,
): Column<HeldSource>[] {
  const named = marketsBySource(markets);
  const tiered = new Map<string, number>();
  for (const { source } of tiersOf(countries, library, asOf)) tiered.set(source.id, (tiered.get(source.id) ?? 0) + 1);
  const countOf = (counts: ReadonlyMap<string, number>) => (source: HeldSource) => String(counts.get(source.id) ?? 0);
  return [
    dateColumn(({ date }: HeldSource) => date),
    {
      id: 'source',
      label: say('document'),
      text: ({ id }) => id,
      shown: ({ id, title }) => (
        <RecordLink to={{ place: 'source', id }} asOf={asOf}>
          {title}
        </RecordLink>
      ),
    },
    { id: 'title', text: ({ title }) => title },
    {
      id: 'series',
      ...(withSeries && { label: say('series-column') }),
      text: ({ series }) => series,
      shown: ({ series }) => (
        <RecordLink to={{ place: 'series', id: series }} asOf={asOf}>
          {library.series[series]!.label}
        </RecordLink>
      ),
    },
    { id: 'authority', label: say('decided-by'), text: ({ authority }) => authority ?? '' },
    { id: 'case_number', label: say('case'), text: ({ caseNumber }) => caseNumber ?? '' },
    { id: 'markets', label: say('filter-markets'), text: countOf(named) },
    {
      id: 'countries',
      ...(rows.some(({ id }) => tiered.has(id)) && { label: say('countries-column') }),
      text: countOf(tiered),
    },
    { id: 'stated', text: ({ stated }) => (typeof stated === 'number' ? String(stated) : '') },
    {
      id: 'complete',
      text: ({ edition, complete }) => (edition === undefined ? '' : complete ? 'yes' : 'no'),
      label: say('held'),
      shown: ({ edition, complete, found = 0, stated }) =>
        edition === undefined
          ? ''
          : complete
            ? say('held-whole')
            : typeof stated === 'number'
              ? say('held-part', { found, stated })
              : say('held-not-whole'),
    },
    {
      id: 'verification',
      label: say('filter-known'),
      text: ({ read }) => read[0]!.as,
      shown: ({ read }) => [...new Set(read.map(({ as }) => VERIFICATION_WORDS[as]))].join('; '),
    },
    { id: 'read_at', text: ({ read }) => read[0]!.url },
  ];
}
