/**
 * A small dataset that breaks no rule: two markets, a list with two editions, a court with an order and its extension,
 * a country.
 */
import type { Series, Source } from '../../src/list/records.ts';
import type { Dataset } from '../../src/pipeline/dataset.ts';
import { exampleMarket, exampleSeries, exampleSource } from '../fixtures.ts';

const known = { verification: 'act', locator: 'p. 1' } as const;

export function soundData(): Dataset {
  const court: Series = {
    ...structuredClone(exampleSeries),
    id: 'xx-court',
    name: 'Orders of the Example Court',
    evidence: 'court-order',
  };
  const act = (id: string, date: string, more: Partial<Source> = {}): Source => ({
    id,
    series: 'xx-court',
    title: id,
    date,
    dateKind: 'decided',
    read: [{ url: `https://court.example/${id}`, as: 'act' }],
    ...more,
  });
  const first = exampleMarket('first-market', 'first.example.org');
  first.events.push(
    { kind: 'blocked', source: 'xx-court-1', domains: ['first.example.org'], ...known },
    { kind: 'extended', source: 'xx-court-2', order: 'xx-court-1', domains: 'market-only', ...known },
  );
  const second = exampleMarket('second-market', 'second.example.net');
  second.relations = [{ kind: 'successor-of', market: 'first-market', source: 'xx-court-1', ...known }];
  court.statutes = [
    {
      id: 'act-12',
      name: 'section 12 of the Example Act',
      months: 24,
      from: '2020-01-01',
      source: 'xx-statutes-act',
      ...known,
    },
  ];
  const statutes: Series = {
    ...structuredClone(exampleSeries),
    id: 'xx-statutes',
    name: 'Statutes',
    evidence: 'statute',
  };
  return {
    markets: [first, second],
    sources: [
      { ...structuredClone(exampleSource), stated: 2 },
      {
        ...structuredClone(exampleSource),
        id: 'xx-list-2021',
        edition: '2021',
        date: '2022-01-14',
        stated: null,
        complete: false,
      },
      act('xx-court-1', '2022-03-01', { until: '2023-03-01' }),
      act('xx-court-2', '2023-02-01'),
      act('xx-statutes-act', '2019-11-01', { series: 'xx-statutes' }),
    ],
    series: [structuredClone(exampleSeries), court, statutes],
    countries: [
      {
        id: 'xx',
        name: 'Example',
        tiers: [{ source: 'xx-list-2020', tier: 'watch-list', ...known }],
        statements: [
          { date: '2021', dateKind: 'decided', text: 'A law came into force.', source: 'xx-list-2020', ...known },
        ],
      },
    ],
    release: { list: 'curated', sequence: 1, published: '2026-11-20' },
  };
}
