/** A market: each domain with its status on the day, every event, its family, and a picture. */
import type { Relation } from '../../list/records.ts';
import { dateWords } from '../../words/dates.ts';
import { changedHandsWords } from '../../words/record/on-record-words.ts';
import { STATUS_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import { RecordLink } from '../RecordLink.tsx';
import { statusOfDomains } from '../search/statuses.ts';
import { DataTable } from '../table/DataTable.tsx';
import type { Table } from '../table/table.ts';
import type { ViewProps } from '../view.ts';
import { domainColumn, eventColumns, forceColumns, Host, placeColumns } from './columns.tsx';
import { factsWhere, type MarketFact } from './facts.ts';
import { Facts, NoRecord, RecordPage } from './Page.tsx';

export function MarketView(props: ViewProps) {
  const { whole, route, asOf } = props;
  const { library } = whole;
  const market = whole.markets.find(({ id }) => id === route.id);
  if (!market) return <NoRecord id={route.id} />;
  const facts = factsWhere({ ...whole, markets: [market] }, asOf, () => true);
  const statuses = statusOfDomains(market, library, asOf);
  const table: Table<MarketFact> = {
    caption: say('events-of', { title: market.name }),
    columns: [
      ...eventColumns(library, asOf),
      domainColumn,
      { id: 'market', text: () => market.id },
      { id: 'printed_name', text: ({ event }) => event.printedName ?? '' },
      ...forceColumns,
      ...placeColumns(library),
    ],
    rows: [...facts].reverse(),
  };
  const domains: Table<(typeof market.domains)[number]> = {
    caption: say('domains-of', { title: market.name }),
    columns: [
      { id: 'domain', label: say('domain'), text: ({ name }) => name, shown: ({ name }) => <Host name={name} /> },
      {
        id: 'status',
        label: say('filter-status'),
        text: ({ name }) => statuses.get(name)!,
        shown: ({ name, withheld }) =>
          withheld ? say('withheld', { why: withheld }) : STATUS_WORDS[statuses.get(name)!],
      },
      {
        id: 'used',
        label: say('used'),
        text: ({ from = '', until = '' }) => `${from}/${until}`,
        shown: ({ from, until, changedHands }) => (
          <>
            {from || until
              ? say('from-until', { from: from ? dateWords(from) : '…', until: until ? dateWords(until) : '…' })
              : say('not-known')}
            {changedHands && <p>{changedHandsWords(changedHands)}</p>}
          </>
        ),
      },
      {
        id: 'tied-by',
        label: say('tied-by'),
        text: ({ source, locator }) => `${source}, ${locator}`,
        shown: ({ source, locator }) => (
          <>
            <RecordLink to={{ place: 'source', id: source }} asOf={asOf}>
              {library.sources[source]!.title}
            </RecordLink>
            , {locator}
          </>
        ),
      },
    ],
    rows: market.domains,
  };
  const nameOf = (id: string) => whole.markets.find((each) => each.id === id)?.name ?? id;
  const series = [...new Set(facts.map(({ event }) => event.series))];
  return (
    <RecordPage
      title={market.name}
      kind={`${say('market')} · ${market.category.replaceAll('-', ' ')}`}
      props={props}
      table={table}
      cited={facts.map(({ event }) => ({ ...event, bearing: 'printed' as const }))}
    >
      <Facts
        facts={[
          [say('other-names'), market.otherNames?.join(', ') ?? ''],
          [
            say('family'),
            market.relations?.map(({ kind, market: id, source, locator, note }) => (
              <p key={kind + id}>
                {RELATION_WORDS[kind]}{' '}
                <RecordLink to={{ place: 'market', id }} asOf={asOf}>
                  {nameOf(id)}
                </RecordLink>
                , {library.sources[source]!.title}, {locator}. {note}
              </p>
            )),
          ],
          [say('note'), market.note ?? ''],
        ]}
      />
      <h2>{say('domains', { count: statuses.size })}</h2>
      <p class="dim">{say('domains-say')}</p>
      {market.domains.length > 0 && <DataTable table={domains} />}
      <h2>
        {say('events', {
          count: new Set(facts.map(({ event }) => `${event.source} ${event.kind} ${event.date}`)).size,
        })}
      </h2>
      {facts.length > 0 && <DataTable table={table} />}
      <h2>{say('meaning')}</h2>
      {series.map((id) => {
        const { name, doesNotMean } = library.series[id]!;
        return (
          <p key={id}>
            <RecordLink to={{ place: 'series', id }} asOf={asOf}>
              {name}
            </RecordLink>
            : {doesNotMean}
          </p>
        );
      })}
    </RecordPage>
  );
}

const RELATION_WORDS: Record<Relation['kind'], string> = {
  'successor-of': say('successor-of'),
  'mirror-of': say('mirror-of'),
  'alias-of': say('alias-of'),
  'same-group': say('same-group'),
  'reuses-name-of': say('reuses-name-of'),
  'not-to-be-confused-with': say('not-to-be-confused-with'),
};
