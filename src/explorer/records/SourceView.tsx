/** One document: an edition with everything that it names, an order with every domain, or another source. */
import { earliest } from '../../list/dates.ts';
import { dateWords } from '../../words/dates.ts';
import { EVIDENCE_WORDS, VERIFICATION_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import { SourceLinks } from '../../ui/SourceLinks.tsx';
import { RecordLink } from '../RecordLink.tsx';
import { DataTable } from '../table/DataTable.tsx';
import type { Table } from '../table/table.ts';
import type { ViewProps } from '../view.ts';
import { domainColumn, eventColumns, forceColumns, Host, marketColumns, placeColumns } from './columns.tsx';
import {
  citedFact,
  citedSource,
  entriesOfEdition,
  factsWhere,
  tiersOf,
  type HeldSource,
  type MarketFact,
} from './facts.ts';
import { Facts, NoRecord, RecordPage } from './Page.tsx';
import { tierColumns } from './tier-columns.tsx';

export function SourceView(props: ViewProps) {
  const { whole, route, asOf } = props;
  const { library } = whole;
  const source = library.sources[route.id];
  if (!source || earliest(source.date) > asOf) return <NoRecord id={route.id} />;
  const series = library.series[source.series]!;
  const facts = factsWhere(whole, asOf, (event) => event.source === source.id);
  const later = factsWhere(whole, asOf, (event) => event.order === source.id && event.source !== source.id);
  const tiers = tiersOf(whole.countries, library, asOf).filter((row) => row.source.id === source.id);
  const isEdition = source.edition !== undefined;
  const edition = isEdition ? editionTable(facts, props) : null;
  const printed = edition ?? domainTable(facts, props);
  const countries: Table<(typeof tiers)[number]> = {
    caption: say('tiers-of', { title: source.title }),
    columns: tierColumns(library, asOf, 'country'),
    rows: tiers,
  };
  const cited = [
    ...facts.map(({ event }) => ({ ...event, bearing: 'printed' as const })),
    ...tiers.map(({ tier }) => citedFact(tier, library)),
  ];
  const page = {
    title: source.title,
    kind: `${series.label} · ${EVIDENCE_WORDS[series.evidence]}`,
    props,
    cited: cited.length ? cited : [citedSource(source)],
  };
  const body = (
    <>
      <Facts facts={factsOf(source, props)} />
      {isEdition && <p>{completeWords(source)}</p>}
      {edition ? (
        <EditionEntries table={edition} />
      ) : (
        facts.length > 0 && (
          <>
            <h2>{say('concerns', { count: facts.length })}</h2>
            <DataTable table={printed} />
          </>
        )
      )}
      {later.length > 0 && (
        <>
          <h2>{say('later-acts')}</h2>
          <DataTable
            table={{
              caption: say('later-acts'),
              columns: [...eventColumns(library, asOf), ...marketColumns(asOf).slice(0, 1), domainColumn],
              rows: later,
            }}
          />
        </>
      )}
      {tiers.length > 0 && (
        <>
          <h2>{say('countries-in', { count: tiers.length })}</h2>
          <DataTable table={countries} />
        </>
      )}
      {!facts.length && !tiers.length && <p>{say('no-facts')}</p>}
    </>
  );
  return facts.length || !tiers.length ? (
    <RecordPage {...page} table={printed}>
      {body}
    </RecordPage>
  ) : (
    <RecordPage {...page} table={countries}>
      {body}
    </RecordPage>
  );
}

function factsOf(source: HeldSource, { whole: { library }, asOf }: ViewProps) {
  const series = library.series[source.series]!;
  return [
    [
      say('series-column'),
      <RecordLink to={{ place: 'series', id: series.id }} asOf={asOf}>
        {series.name}
      </RecordLink>,
    ],
    [say('decided-by'), source.authority ?? series.issuer],
    [say('case'), source.caseNumber ?? ''],
    [say('date'), say(`dated-${source.dateKind}`, { day: dateWords(source.date) })],
    [say('method'), source.methods?.map((method) => method.toUpperCase()).join(', ') ?? ''],
    [
      say('term'),
      source.permanent
        ? say('permanent')
        : source.until
          ? say('until', { day: dateWords(source.until) })
          : source.statute
            ? say('by-statute', {
                name: series.statutes?.find(({ id }) => id === source.statute)?.name ?? source.statute,
              })
            : '',
    ],
    [say('provisional'), source.provisional ? say('yes') : ''],
    [
      say('read'),
      <>
        {[...new Set(source.read.map(({ as }) => VERIFICATION_WORDS[as]))].join('; ')}{' '}
        <SourceLinks source={source} evidence={series.evidence} />
      </>,
    ],
    [say('note'), source.note ?? ''],
  ] as const;
}

/** What it names, and apart from that what it reports as removed from the list. */
function EditionEntries({ table }: { table: ReturnType<typeof editionTable> }) {
  const isRemoved = ({ event }: MarketFact) => event.kind === 'delisted';
  const part = (rows: typeof table.rows, heading: string) =>
    rows.length > 0 && (
      <>
        <h2>{heading}</h2>
        <DataTable table={{ ...table, caption: heading, rows }} />
      </>
    );
  const removed = table.rows.filter(isRemoved);
  const named = table.rows.filter((row) => !isRemoved(row));
  return (
    <>
      {part(named, say('named-in', { count: named.length }))}
      {part(removed, say('removed-in', { count: removed.length }))}
    </>
  );
}

/** Found against stated; silence of a part proves nothing. */
function completeWords({ complete, found = 0, stated }: HeldSource): string {
  if (complete) return say('complete', { found });
  return typeof stated === 'number' ? say('in-part', { found, stated }) : say('in-part-of-unknown', { found });
}

function editionTable(facts: readonly MarketFact[], { whole: { library }, asOf, route }: ViewProps) {
  const rows = entriesOfEdition(facts);
  return {
    caption: say('named-in-title', { title: library.sources[route.id]!.title }),
    columns: [
      ...marketColumns(asOf),
      {
        id: 'printed_domains',
        label: say('printed-domains'),
        text: ({ domains }: (typeof rows)[number]) => domains.join(' '),
        shown: ({ domains }: (typeof rows)[number]) =>
          domains.length
            ? domains.map((name, n) => [n > 0 && ', ', <Host key={name} name={name} />])
            : say('name-only'),
      },
      { id: 'event', text: ({ event }: MarketFact) => event.kind },
      ...placeColumns(library),
    ],
    rows,
  } satisfies Table<(typeof rows)[number]>;
}

const domainTable = (
  facts: readonly MarketFact[],
  { whole: { library }, asOf, route }: ViewProps,
): Table<MarketFact & { domains: string[] }> => ({
  caption: say('concerns-title', { title: library.sources[route.id]!.title }),
  columns: [
    domainColumn,
    ...marketColumns(asOf),
    ...eventColumns(library, asOf).filter(({ id }) => id !== 'date' && id !== 'event'),
    { id: 'event', text: ({ event }) => event.kind },
    ...forceColumns,
    ...placeColumns(library),
  ],
  rows: facts.map((fact) => ({ ...fact, domains: [] })),
});
