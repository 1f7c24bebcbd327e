/** A stored list in which each page of `PAGES` has a status of its own; for tests of what one page gets. */
import 'fake-indexeddb/auto';
import type { EventKind, Evidence, Market, Series, Source } from '../../../src/list/records.ts';
import * as store from '../../../src/background/list/store.ts';
import { sync } from '../../../src/background/list/sync.ts';
import { exampleData, exampleMarket, exampleSeries, exampleSource, getFrom, keys, publish } from '../../fixtures.ts';

export const PAGES = {
  listed: 'https://market.example/',
  old: 'https://old.example/',
  both: 'https://both.example/',
  ordered: 'https://ordered.example/',
  named: 'https://named.example/',
  onRecord: 'https://closed.example/',
  unlisted: 'https://unlisted.example/',
} as const;

const series = (id: string, evidence: Evidence, label: string): Series => ({
  ...exampleSeries,
  id,
  evidence,
  label,
  issuer: label,
  issuedBy: label,
});
const source = (id: string, of: string): Source => {
  const { edition: _edition, stated: _stated, complete: _complete, ...rest } = exampleSource;
  return { ...rest, id, series: of, title: id };
};
const market = (id: string, domain: string, events: [EventKind, string][]): Market => ({
  ...exampleMarket(id, domain),
  name: id,
  events: events.map(([kind, source]) => ({
    kind,
    source,
    domains: [domain],
    verification: 'act',
    locator: 'p. 1',
  })),
});

const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();

/** Stores it as signed today, or so many days ago for thirty. */
export async function storeList(ago = 1): Promise<void> {
  const data = exampleData([
    exampleMarket(),
    market('Both', 'both.example', [
      ['listed', 'xx-list-2020'],
      ['blocked', 'xx-order'],
      ['named', 'xx-asks-2020'],
    ]),
    market('Old', 'old.example', [['listed', 'xx-list-2018']]),
    market('Ordered', 'ordered.example', [['blocked', 'xx-order']]),
    market('Named', 'named.example', [['named', 'xx-asks-2020']]),
    market('Closed', 'closed.example', [['closed', 'xx-list-2020']]),
  ]);
  data.series.push(
    series('xx-courts', 'court-order', 'Example courts'),
    series('xx-asks', 'industry-submission', 'Example asks'),
  );
  const edition = (year: string, date: string): Source => ({
    ...exampleSource,
    id: `xx-list-${year}`,
    edition: year,
    date,
  });
  data.sources.push(
    source('xx-order', 'xx-courts'),
    source('xx-asks-2020', 'xx-asks'),
    { ...edition('2019', '2020-01-14'), complete: false },
    edition('2018', '2019-01-14'),
  );
  const { files } = await publish(data, { issued: day(-ago), expires: day(30 - ago) });
  await store.eraseList();
  const result = await sync({ get: getFrom(files), store, keys, list: 'curated', origin: 'network', now: day(-ago) });
  if (result.outcome !== 'updated') throw new Error(result.reason ?? result.outcome);
}
