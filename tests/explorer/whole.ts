/** The real record as the explorer holds it, and a small invented one. */
import { compile } from '../../src/pipeline/compile.ts';
import { readDataset, type Dataset } from '../../src/pipeline/dataset.ts';
import { wholeListOf, type WholeList } from '../../src/explorer/whole-list.ts';
import { exampleData, exampleMarket, exampleSeries, exampleSource } from '../fixtures.ts';

export const TODAY = '2026-11-28';

export const wholeOf = (data: Dataset): WholeList =>
  wholeListOf(
    {
      state: 'ready',
      sequence: 7,
      published: '2026-11-20',
      expires: '2026-12-22T00:00:00.000Z',
      expired: false,
      origin: 'network',
      hash: 'a'.repeat(64),
      counts: { markets: 0, sources: 0, series: 0, countries: 0, names: 0 },
      lastSync: null,
      hasAddress: true,
      trouble: null,
    },
    compile(data),
  );

let real: WholeList | null = null;
export const realWhole = (): WholeList => (real ??= wholeOf(readDataset('data').dataset));

/**
 * A market named in a list of 2020, and ordered blocked in 2022 on one of its two domains, until 2023; another one
 * named in submissions only; and a country.
 */
export const small = (): WholeList =>
  wholeOf({
    ...exampleData(),
    series: [
      exampleSeries,
      {
        ...exampleSeries,
        id: 'yy-courts',
        name: 'Court orders',
        label: 'Y, courts',
        issuer: 'Example Court',
        issuedBy: 'the Example Court',
        jurisdiction: 'FR',
        evidence: 'court-order',
      },
      {
        ...exampleSeries,
        id: 'zz-asked',
        name: 'Requests',
        label: 'Z',
        issuer: 'Example Federation',
        issuedBy: 'the Federation',
        jurisdiction: null,
        evidence: 'industry-submission',
      },
    ],
    sources: [
      exampleSource,
      {
        id: 'yy-2022',
        series: 'yy-courts',
        title: 'Order of the court',
        date: '2022-03-01',
        dateKind: 'decided',
        caseNumber: '12/3456',
        authority: 'Example Court of Lyon',
        until: '2023-03-01',
        read: [{ url: 'https://court.example/12', as: 'report' }],
      },
      {
        id: 'zz-2021',
        series: 'zz-asked',
        title: 'Submission of 2021',
        date: '2021-10-08',
        dateKind: 'published',
        edition: '2021',
        read: [{ url: 'https://federation.example/2021', as: 'copy-of-act' }],
      },
    ],
    markets: [
      {
        ...exampleMarket(),
        name: 'The Example Bay',
        otherNames: ['TEB'],
        domains: [
          { name: 'market.example', source: 'xx-list-2020', verification: 'act', locator: 'p. 1' },
          { name: 'second.example', source: 'yy-2022', verification: 'report', locator: 'first line' },
        ],
        events: [
          { kind: 'listed', source: 'xx-list-2020', domains: ['market.example'], verification: 'act', locator: 'p. 1' },
          {
            kind: 'blocked',
            source: 'yy-2022',
            domains: ['second.example'],
            verification: 'report',
            locator: 'first line',
          },
        ],
      },
      {
        ...exampleMarket('other-market', 'café.example'),
        name: 'Café Films',
        category: 'streaming',
        domains: [{ name: 'xn--caf-dma.example', source: 'zz-2021', verification: 'copy-of-act', locator: 'p. 9' }],
        events: [
          {
            kind: 'named',
            source: 'zz-2021',
            domains: ['xn--caf-dma.example'],
            verification: 'copy-of-act',
            locator: 'p. 9',
          },
        ],
      },
    ],
    countries: [
      {
        id: 'fr',
        name: 'France',
        tiers: [
          { source: 'xx-list-2020', tier: 'watch-list', verification: 'act', locator: 'p. 3' },
          { source: 'zz-2021', tier: 'priority-watch-list', verification: 'copy-of-act', locator: 'p. 4' },
        ],
      },
    ],
  });
