/** The computed statuses, one row per domain and series, and one row for a domain whose facts give no status. */
import { headline } from '../../words/record/headline.ts';
import type { OnRecord } from '../../list/on-record.ts';
import { seriesSentence } from '../../words/record/sentences.ts';
import { libraryOf } from '../../list/history.ts';
import type { OneOrder } from '../../list/order-standing.ts';
import type { SeriesStatus } from '../../list/status.ts';
import { matchMarkets, lookUp } from '../../list/look-up.ts';
import type { Dataset } from '../dataset.ts';
import { column, DATE, many, required, table, to, type Table } from './table.ts';

interface Row {
  domain: string;
  market: string;
  says: string;
  status: SeriesStatus | null;
  record: OnRecord | null;
}

export function statusTable(data: Dataset): Table {
  return table<Row>(
    'statuses',
    'Computed: status per domain and series on the day of the release; one row without a series where the facts on record give none',
    rows(data),
    [
      column('domain', 'Host name.', (s) => s.domain, required),
      column('market', 'Id of the market.', (s) => s.market, required),
      column(
        'series',
        'Id of the series; empty where the domain is on record without a status.',
        (s) => s.status?.series,
      ),
      column(
        'status',
        'Computed from the events as of the day of the release; never written by hand.',
        (s) => s.status?.status ?? 'on-record',
        required,
      ),
      column('as_of', 'The day.', () => data.release.published, required, 'date'),
      column('says', 'The same in a sentence, with its gaps and its cause.', (s) => s.says, required),
      column('first', 'Date of the first event of the series that bears on the domain.', (s) => s.status?.first, {
        pattern: DATE,
      }),
      column('last', 'Date of the last one.', (s) => s.status?.last, { pattern: DATE }),
      column('editions', 'Editions that name it.', (s) => many(s.status?.editions)),
      column('gaps', 'Editions that are not complete in the record: their silence means nothing.', (s) =>
        many(s.status?.gaps),
      ),
      column(
        'name_only',
        'The name that the newest of the editions printed, where it printed no address.',
        (s) => s.status?.nameOnly,
      ),
      column('elsewhere', 'Editions that name the market on other domains.', (s) =>
        many(s.status?.elsewhere?.map(({ edition }) => edition)),
      ),
      column('absent_from', 'Complete edition whose silence makes it formerly listed.', (s) => s.status?.absentFrom),
      column('orders', 'Dates of the orders of the series, oldest first, each order once.', (s) =>
        many(s.status?.orders?.map(({ date }) => date)),
      ),
      column(
        'orders_in_force',
        'What is known of each of these orders, in the same order: "yes", "no" or "not known".',
        (s) => many(s.status?.orders?.map(inForceCell)),
      ),
      column('stands_by', 'What shows that an order is in force.', (s) => s.status?.standing?.how),
      column('ended_by', 'What ended an order.', (s) => s.status?.ended?.how),
      column('ended', 'When it ended.', (s) => s.status?.ended?.date, { pattern: DATE }),
      column(
        'facts',
        'Dated facts on record, where they give no status.',
        (s) => s.record?.facts,
        undefined,
        'integer',
      ),
      column('causes', 'Why they give none.', (s) => many(s.record?.causes.map(({ why }) => why))),
    ],
    { foreignKeys: [to('market', 'markets'), to('series', 'series')] },
  );
}

const inForceCell = ({ inForce }: OneOrder): string => (inForce === null ? 'not known' : inForce ? 'yes' : 'no');

function rows(data: Dataset): Row[] {
  const library = libraryOf(data);
  return data.markets.flatMap((market) =>
    market.domains.flatMap(({ name: domain, path = '/' }) => {
      const found = lookUp(matchMarkets([market], domain, path), library, data.release.published);
      if (found.record)
        return [
          { domain, market: market.id, status: null, record: found.record, says: headline(found, library).join(' ') },
        ];
      return found.series.map((status): Row => ({
        domain,
        market: market.id,
        status,
        record: null,
        says: seriesSentence(status, library),
      }));
    }),
  );
}
