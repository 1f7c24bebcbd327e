import { describe, expect, it, test } from 'vitest';
import type { Market, MarketEvent, Series, Source } from '../../src/list/records.ts';
import { history } from '../../src/list/history.ts';
import { orderForce } from '../../src/list/order-force.ts';
import { seriesStatuses, type HistoryEvent, type Library, type Match } from '../../src/list/status.ts';

const series = (id: string, evidence: Series['evidence'], jurisdiction: string | null = 'US'): Series => ({
  id,
  name: id,
  label: id,
  issuer: id,
  issuedBy: id,
  jurisdiction,
  evidence,
  means: 'm',
  doesNotMean: 'd',
  challenge: { text: 'c' },
});
const source = (id: string, of: string, date: string, more: Partial<Source> = {}): Source => ({
  id,
  series: of,
  title: id,
  date,
  dateKind: 'published',
  read: [{ url: `https://${of}.example/${id}`, as: 'act' }],
  ...more,
});
const edition = (year: string, complete = false) =>
  source(`list-${year}`, 'list', `${year}-06-01`, { edition: year, complete, stated: 9 });

const library: Library = {
  series: Object.fromEntries(
    [
      series('list', 'government-list'),
      series('asked', 'industry-submission', null),
      {
        ...series('court', 'court-order', 'GB'),
        statutes: [
          {
            id: 'for-good',
            name: 'section 1',
            permanent: true,
            from: '2015',
            source: 'act',
            verification: 'act',
            locator: 'section 1',
          },
          {
            id: 'two-years',
            name: 'section 2',
            months: 24,
            from: '2015',
            source: 'act',
            verification: 'act',
            locator: 'section 2',
          },
        ],
      } satisfies Series,
      series('higher', 'court-order', 'GB'),
      series('seizures', 'seizure'),
      series('news', 'report', null),
      series('seen', 'observed', null),
    ].map((one) => [one.id, one]),
  ),
  sources: Object.fromEntries(
    [
      edition('2015'),
      edition('2017'),
      edition('2018'),
      edition('2019', true),
      edition('2020'),
      source('asked-2019', 'asked', '2019-10', { edition: '2019' }),
      source('order', 'court', '2015-03-01', { dateKind: 'decided' }),
      source('order-2', 'court', '2016-03-01', { dateKind: 'decided', permanent: true }),
      source('order-3', 'court', '2016-03-01', { dateKind: 'decided', statute: 'for-good' }),
      source('order-4', 'court', '2016-03', { dateKind: 'decided', statute: 'two-years' }),
      source('act-2017', 'court', '2017-03-01', { dateKind: 'decided' }),
      source('higher-2018', 'higher', '2018-03-01', { dateKind: 'decided' }),
      source('raid', 'seizures', '2012-01-19', { dateKind: 'decided' }),
      source('traced', 'seizures', '2022-12-10', { tracedBy: 'Torrent News' }),
      source('article', 'news', '2021-05'),
    ].map((one) => [one.id, one]),
  ),
};

const event = (
  kind: MarketEvent['kind'],
  from: string,
  domains: MarketEvent['domains'] = ['market.example'],
  more: Partial<MarketEvent> = {},
): MarketEvent => ({
  kind,
  source: from,
  domains,
  verification: 'act',
  locator: 'p. 1',
  ...more,
});
function market(
  events: MarketEvent[],
  domains: Market['domains'] = [{ name: 'market.example', source: 'list-2018', verification: 'act', locator: 'p. 1' }],
): Match {
  return { market: { id: 'market', name: 'Market', category: 'other', domains, events }, domains: domains.slice(0, 1) };
}
const statuses = (match: Match, asOf = '2026-11-22') =>
  seriesStatuses([match], library, asOf).map((s) => `${s.series} ${s.status}`);

describe('A government list', () => {
  test.each([
    ['named in the newest complete edition', [event('listed', 'list-2019')], 'list listed'],
    ['named in an edition newer than the complete one', [event('listed', 'list-2020')], 'list listed'],
    ['named before a complete edition that is silent', [event('listed', 'list-2018')], 'list formerly-listed'],
    ['named by name only', [event('listed', 'list-2019', 'market-only')], 'list listed'],
    [
      'named, and its removal reported later',
      [event('listed', 'list-2019'), event('delisted', 'list-2020')],
      'list formerly-listed',
    ],
    ['removed, and named again', [event('delisted', 'list-2018'), event('listed', 'list-2019')], 'list listed'],
  ])('%s', (_, events, expected) => expect(statuses(market(events))).toEqual([expected]));

  it('is not read for absence where the later edition is not complete', () => {
    const [status] = seriesStatuses([market([event('listed', 'list-2019')])], library, '2026-11-22');
    expect(status).toMatchObject({ status: 'listed', laterEditions: true, gaps: ['2020'], editions: ['2019'] });
  });
  it('counts from its publication, not from the year in its title', () => {
    expect(statuses(market([event('listed', 'list-2018')]), '2019-05-31')).toEqual(['list listed']);
    expect(statuses(market([event('listed', 'list-2018')]), '2018-05-31')).toEqual([]);
  });
  it('is not silent if it names the market on another domain, or by name when it was elsewhere', () => {
    const domain = {
      name: 'market.example',
      source: 'list-2018',
      verification: 'act' as const,
      locator: 'p. 1',
      until: '2018',
    };
    const other = { ...domain, name: 'other.example', until: undefined } as Market['domains'][number];
    const [printed] = seriesStatuses(
      [market([event('listed', 'list-2018'), event('listed', 'list-2019', ['other.example'])], [domain, other])],
      library,
      '2026-11-22',
    );
    expect(printed).toMatchObject({
      status: 'listed',
      editions: ['2018'],
      elsewhere: [{ edition: '2019', name: 'Market', domains: ['other.example'] }],
      gaps: ['2020'],
    });
    const [named] = seriesStatuses(
      [market([event('listed', 'list-2018'), event('listed', 'list-2019', 'market-only')], [domain])],
      library,
      '2026-11-22',
    );
    expect(named).toMatchObject({
      status: 'listed',
      editions: ['2018'],
      elsewhere: [{ edition: '2019', domains: [] }],
    });
  });
  it('says where its newest naming printed no address', () => {
    const [byName] = seriesStatuses(
      [
        market([
          event('listed', 'list-2018'),
          event('listed', 'list-2019', 'market-only', { printedName: 'The Market' }),
        ]),
      ],
      library,
      '2026-11-22',
    );
    expect(byName).toMatchObject({ nameOnly: 'The Market' });
    expect(byName).not.toHaveProperty('nameReported');
    const [reported] = seriesStatuses(
      [market([event('listed', 'list-2019', 'market-only', { verification: 'report' })])],
      library,
      '2026-11-22',
    );
    expect(reported).toMatchObject({ nameReported: true });
    const [printed] = seriesStatuses(
      [market([event('listed', 'list-2018', 'market-only'), event('listed', 'list-2019')])],
      library,
      '2026-11-22',
    );
    expect(printed).not.toHaveProperty('nameOnly');
  });
  it('names the editions between two namings that our record does not hold in full, and none after its removal', () => {
    const gaps = (...events: MarketEvent[]) => seriesStatuses([market(events)], library, '2026-11-22')[0]?.gaps;
    expect(gaps(event('listed', 'list-2018'), event('listed', 'list-2020'))).toEqual([]);
    expect(gaps(event('listed', 'list-2017'), event('listed', 'list-2019'))).toEqual(['2018', '2020']);
    expect(gaps(event('listed', 'list-2017'), event('delisted', 'list-2019'))).toEqual(['2018']);
    // The year of which there is no edition at all.
    expect(gaps(event('listed', 'list-2015'), event('listed', 'list-2017'))).toEqual(['2016', '2018']);
  });
  it('says nothing of a domain that it did not print when it printed another', () => {
    const domains = ['market.example', 'other.example'].map((name) => ({
      name,
      source: 'list-2018',
      verification: 'act' as const,
      locator: 'p. 1',
    }));
    expect(statuses(market([event('listed', 'list-2019', ['other.example'])], domains))).toEqual([]);
  });
  it('ties a bare name only to domains that the market can have used then', () => {
    const domain = {
      name: 'market.example',
      source: 'list-2018',
      verification: 'act' as const,
      locator: 'p. 1',
      from: '2022',
    };
    expect(statuses(market([event('listed', 'list-2019', 'market-only')], [domain]))).toEqual([]);
  });
});

describe('A blocking order', () => {
  test.each<[string, MarketEvent[], string, string]>([
    ['without a term', [event('blocked', 'order')], '2026-11-22', 'block-ordered'],
    ['permanent by its terms', [event('blocked', 'order-2')], '2026-11-22', 'blocked'],
    ['within its term', [event('blocked', 'order', undefined, { until: '2018-03-01' })], '2017-01-01', 'blocked'],
    [
      'after its term',
      [event('blocked', 'order', undefined, { until: '2018-03-01' })],
      '2018-03-02',
      'formerly-blocked',
    ],
    [
      'in the month in which its term ends',
      [event('blocked', 'order', undefined, { until: '2018-03' })],
      '2018-03-15',
      'block-ordered',
    ],
    [
      'extended beyond its term',
      [
        event('blocked', 'order', undefined, { until: '2016-03-01' }),
        event('extended', 'act-2017', undefined, { order: 'order', until: '2030-01-01' }),
      ],
      '2026-11-22',
      'blocked',
    ],
    [
      'between the order and a later act that confirms it',
      [event('blocked', 'order'), event('confirmed', 'act-2017', undefined, { order: 'order' })],
      '2016-01-01',
      'blocked',
    ],
    [
      'long after the act that confirmed it',
      [event('blocked', 'order'), event('confirmed', 'act-2017', undefined, { order: 'order' })],
      '2026-11-22',
      'block-ordered',
    ],
    [
      'lifted as a whole',
      [event('blocked', 'order'), event('unblocked', 'act-2017', 'market-only', { order: 'order' })],
      '2026-11-22',
      'formerly-blocked',
    ],
    [
      'before it was lifted',
      [event('blocked', 'order'), event('unblocked', 'act-2017', 'market-only', { order: 'order' })],
      '2016-01-01',
      'block-ordered',
    ],
    [
      'permanent, and lifted',
      [event('blocked', 'order-2'), event('unblocked', 'act-2017', undefined, { order: 'order-2' })],
      '2026-11-22',
      'formerly-blocked',
    ],
    [
      'lifted, beside another in force',
      [
        event('blocked', 'order'),
        event('unblocked', 'act-2017', undefined, { order: 'order' }),
        event('blocked', 'order-2'),
      ],
      '2026-11-22',
      'blocked',
    ],
    ['permanent by the statute that it applies', [event('blocked', 'order-3')], '2026-11-22', 'blocked'],
    [
      'permanent by statute, and lifted',
      [event('blocked', 'order-3'), event('unblocked', 'act-2017', undefined, { order: 'order-3' })],
      '2026-11-22',
      'formerly-blocked',
    ],
    [
      'with a term of its own beside the statute',
      [event('blocked', 'order-3', undefined, { until: '2017-03-01' })],
      '2026-11-22',
      'formerly-blocked',
    ],
    ['within the most that a statute allows', [event('blocked', 'order-4')], '2018-03-31', 'block-ordered'],
    ['after the most that a statute allows', [event('blocked', 'order-4')], '2018-04-01', 'formerly-blocked'],
    [
      'set aside by another court',
      [event('blocked', 'order-2'), event('annulled', 'higher-2018', 'market-only', { order: 'order-2' })],
      '2026-11-22',
      'formerly-blocked',
    ],
    [
      'before it was set aside',
      [event('blocked', 'order-2'), event('annulled', 'higher-2018', 'market-only', { order: 'order-2' })],
      '2018-02-28',
      'blocked',
    ],
    [
      'lifted, and restored as it was by another court',
      [
        event('blocked', 'order-2'),
        event('unblocked', 'act-2017', undefined, { order: 'order-2' }),
        event('reinstated', 'higher-2018', undefined, { order: 'order-2' }),
      ],
      '2026-11-22',
      'blocked',
    ],
    [
      'between its lifting and its return',
      [
        event('blocked', 'order'),
        event('unblocked', 'act-2017', undefined, { order: 'order' }),
        event('reinstated', 'higher-2018', undefined, { order: 'order' }),
      ],
      '2018-01-01',
      'formerly-blocked',
    ],
  ])('%s', (_, events, asOf, expected) => expect(statuses(market(events), asOf)).toEqual([`court ${expected}`]));

  it('shows only on domains that it printed, and not at all if it printed only a name', () => {
    const domains = ['market.example', 'other.example'].map((name) => ({
      name,
      source: 'list-2018',
      verification: 'act' as const,
      locator: 'p. 1',
    }));
    expect(statuses(market([event('blocked', 'order-2', ['other.example'])], domains))).toEqual([]);
    expect(statuses(market([event('blocked', 'order-2', 'market-only')]))).toEqual([]);
    expect(
      statuses(
        market(
          [
            event('blocked', 'order', ['other.example']),
            event('extended', 'act-2017', 'market-only', { order: 'order' }),
          ],
          domains,
        ),
      ),
    ).toEqual([]);
  });
  it('is history of the family if it never printed the domain; so is its lifting', () => {
    const domains = ['market.example', 'other.example'].map((name) => ({
      name,
      source: 'list-2018',
      verification: 'act' as const,
      locator: 'p. 1',
    }));
    const acts = [
      event('blocked', 'order', ['other.example']),
      event('unblocked', 'act-2017', 'market-only', { order: 'order' }),
    ];
    expect(
      history(market(acts, domains), library, '2026-11-22').map(({ bearing, inForce }) => [bearing, inForce]),
    ).toEqual([
      ['family', false],
      ['family', false],
    ]);
  });
  it('is in force on positive evidence only', () => {
    expect(orderForce([], '2020-01-01')).toEqual({ inForce: null, by: null });
    const act = history(market([event('blocked', 'order')]), library, '2026-11-22')[0] as HistoryEvent;
    expect(act).toMatchObject({
      order: 'order',
      inForce: null,
      bearing: 'printed',
      datePrecision: 'day',
      dateKind: 'decided',
    });
  });
});

describe('Other series', () => {
  test.each<[string, MarketEvent[], string[]]>([
    ['a seizure', [event('seized', 'raid')], ['seizures seized']],
    [
      'a seizure that was given back',
      [event('seized', 'raid'), event('returned', 'raid', undefined, { date: '2013' })],
      [],
    ],
    ['a seizure whose name lapsed, as a report says', [event('seized', 'raid'), event('lapsed', 'article')], []],
    [
      'a name that lapsed before it was seized',
      [event('lapsed', 'article', undefined, { date: '2011' }), event('seized', 'raid')],
      ['seizures seized'],
    ],
    [
      'a seizure that a court set aside',
      [event('seized', 'raid'), event('annulled', 'act-2017', undefined, { order: 'raid' })],
      [],
    ],
    [
      'a seizure set aside, and restored by a higher court',
      [
        event('seized', 'raid'),
        event('annulled', 'act-2017', undefined, { order: 'raid' }),
        event('reinstated', 'higher-2018', undefined, { order: 'raid' }),
      ],
      ['seizures seized'],
    ],
    [
      'the seizure of another domain, set aside by name and restored',
      [
        event('seized', 'raid', ['other.example']),
        event('annulled', 'act-2017', 'market-only', { order: 'raid' }),
        event('reinstated', 'higher-2018', 'market-only', { order: 'raid' }),
      ],
      [],
    ],
    ['a seizure that printed only a name', [event('seized', 'raid', 'market-only')], []],
    ['an industry submission', [event('named', 'asked-2019')], ['asked named']],
    ['a report of closure', [event('closed', 'article', 'market-only')], []],
  ])('%s', (_, events, expected) => expect(statuses(market(events))).toEqual(expected));
});

describe('A domain that changed hands', () => {
  const sold = (date: string | undefined): Market['domains'][number] => ({
    name: 'market.example',
    source: 'list-2018',
    verification: 'act',
    locator: 'p. 1',
    changedHands: { note: 'sold', ...(date !== undefined && { date }) },
  });
  const facts = [
    event('listed', 'list-2019'),
    event('blocked', 'order-2'),
    event('named', 'asked-2019'),
    event('seized', 'raid'),
  ];
  it.each([
    ['no status from the day on that it did', '2022-03-05', '2022-03-05', []],
    [
      'its statuses before that day',
      '2022-03-05',
      '2022-03-04',
      ['list listed', 'court blocked', 'seizures seized', 'asked named'],
    ],
    ['no status on any day that the change can have been on', '2022', '2022-01-01', []],
    ['no status at all where the day is not known', undefined, '2019-12-31', []],
  ])('has %s', (_, date, asOf, expected) =>
    expect(statuses(market(facts, [sold(date)]), asOf).sort()).toEqual([...expected].sort()),
  );
  it('had changed hands by the day of the source that reports it, if no day is given', () => {
    const told = { ...sold(undefined), changedHands: { note: 'sold', source: 'article' } };
    expect(statuses(market(facts, [told]), '2021-04-30')).toHaveLength(4);
    expect(statuses(market(facts, [told]), '2021-05-01')).toEqual([]);
  });
  it('is flagged again by what names it afterwards, and by no bare name', () => {
    expect(statuses(market([...facts, event('listed', 'list-2020')], [sold('2019')]))).toEqual(['list listed']);
    expect(statuses(market([...facts, event('listed', 'list-2020', 'market-only')], [sold('2019')]))).toEqual([]);
  });
  it('does not come back by a later act on an earlier order', () => {
    const acts = [
      event('blocked', 'order-2', undefined, { date: '2014' }),
      event('extended', 'act-2017', undefined, { order: 'order-2', until: '2030' }),
    ];
    expect(statuses(market(acts, [sold('2016')]))).toEqual([]);
    expect(
      history(market(acts, [sold('2016')]), library, '2026-11-22').map(({ earlierOwner }) => earlierOwner),
    ).toEqual([true, true]);
  });
  it('is separated from its second owner by the span', () => {
    const second = { ...sold(undefined), from: '2017', changedHands: undefined } as Market['domains'][number];
    const match = market(
      [event('blocked', 'order-2'), event('listed', 'list-2019')],
      [{ ...sold('2016-06'), until: '2016-06' }, second],
    );
    expect(
      seriesStatuses([{ ...match, domains: match.market.domains }], library, '2026-11-22').map(({ series }) => series),
    ).toEqual(['list']);
  });
});

describe('What is known from reports only', () => {
  const seized = (...verifications: MarketEvent['verification'][]) =>
    seriesStatuses(
      [
        market([
          ...verifications.map((verification) => event('seized', 'raid', undefined, { verification })),
          event('closed', 'raid'),
        ]),
      ],
      library,
      '2026-11-22',
    );
  it('says so, whatever else was read of its closing, until an act or a copy of it was read', () => {
    expect(seized('report')).toMatchObject([{ status: 'seized', reported: true }]);
    expect(seized('report', 'copy-of-act')[0]).not.toHaveProperty('reported');
    expect(seized('act')[0]).not.toHaveProperty('reported');
  });
  it('says whose accounts were read, and who traced the domain where every account is of the same trace', () => {
    const of = (...events: MarketEvent[]) => seriesStatuses([market(events)], library, '2026-11-22')[0];
    const report = { verification: 'report' as const };
    const told = event('seized', 'raid', undefined, { ...report, readAt: 'https://www.news.example/raid' });
    const traced = event('seized', 'traced', undefined, report);
    expect(of(told)).toMatchObject({ reportedBy: ['news.example'] });
    expect(of(told)).not.toHaveProperty('tracedBy');
    expect(of(traced)).toMatchObject({ tracedBy: 'Torrent News' });
    expect(of(traced, told)).not.toHaveProperty('tracedBy');
    expect(of(event('seized', 'raid'))).not.toHaveProperty('reportedBy');
  });
});

describe('The headline', () => {
  const all = market([
    event('named', 'asked-2019'),
    event('blocked', 'order'),
    event('seized', 'raid'),
    event('listed', 'list-2018'),
  ]);
  it('puts current before past, and what industry asked for last', () => {
    expect(statuses(all)).toEqual(['seizures seized', 'court block-ordered', 'list formerly-listed', 'asked named']);
  });
  it('puts the chosen jurisdictions first among equals', () => {
    const match = market([event('seized', 'raid'), event('blocked', 'order-2'), event('listed', 'list-2020')]);
    expect(statuses(match)).toEqual(['list listed', 'court blocked', 'seizures seized']);
    expect(seriesStatuses([match], library, '2026-11-22', ['GB']).map((s) => s.series)).toEqual([
      'court',
      'list',
      'seizures',
    ]);
  });
  it('rests a claim on the order that was read best', () => {
    const told = event('blocked', 'order', undefined, { permanent: true, verification: 'report' });
    const [alone] = seriesStatuses([market([told])], library, '2026-11-22');
    expect(alone).toMatchObject({ standing: { how: 'permanent', verification: 'report' } });
    const [beside] = seriesStatuses(
      [market([told, event('blocked', 'order-3', undefined, { verification: 'copy-of-act' })])],
      library,
      '2026-11-22',
    );
    expect(beside).toMatchObject({ standing: { how: 'statute', statute: 'section 1', verification: 'copy-of-act' } });
  });
  it('says nothing of a domain that is withheld, whatever else of the market covers the host', () => {
    const domain = {
      name: 'market.example',
      source: 'list-2018',
      verification: 'act' as const,
      locator: 'p. 1',
      withheld: 'had another owner',
    };
    expect(statuses(market([event('listed', 'list-2019')], [domain]))).toEqual([]);
    const host = { ...domain, name: 'www.market.example', withheld: undefined } as Market['domains'][number];
    const match = market([event('listed', 'list-2019')], [domain, host]);
    expect(seriesStatuses([{ ...match, domains: [host, domain] }], library, '2026-11-22')).toEqual([]);
  });
});
