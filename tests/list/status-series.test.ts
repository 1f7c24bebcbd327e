/** What the answer for one series tells beside its status, which acts count for it, and which series comes first. */
import { describe, expect, it } from 'vitest';
import type { Library, Match } from '../../src/list/history.ts';
import type { Evidence, Market, MarketDomain, MarketEvent } from '../../src/list/records.ts';
import { seriesStatuses } from '../../src/list/status.ts';
import { exampleSeries, exampleSource } from '../fixtures.ts';

type Source = Library['sources'][string];
const SERIES: Record<string, [Evidence, string | null]> = {
  list: ['government-list', 'US'],
  'list-b': ['government-list', 'EU'],
  asked: ['industry-submission', null],
  court: ['court-order', 'GB'],
  office: ['administrative-order', 'IT'],
  pact: ['voluntary-agreement', 'DE'],
  raids: ['seizure', 'US'],
  'raids-b': ['seizure', 'IT'],
  news: ['report', null],
  seen: ['observed', null],
  rulings: ['judgment', 'US'],
  laws: ['statute', 'US'],
};
const { edition: _, ...plain } = exampleSource;
const source = (id: string, series: string, date: string, more: Partial<Source> = {}): Source => ({
  ...plain,
  id,
  series,
  date,
  complete: false,
  ...more,
});
const library = (...sources: Source[]): Library => ({
  series: Object.fromEntries(
    Object.entries(SERIES).map(([id, [evidence, jurisdiction]]) => [
      id,
      { ...exampleSeries, id, evidence, jurisdiction },
    ]),
  ),
  sources: Object.fromEntries(sources.map((one) => [one.id, one])),
});
const ALL = library(
  source('list-2018', 'list', '2018-06-01', { edition: '2018' }),
  source('list-2019', 'list', '2019-06-01', { edition: '2019' }),
  source('list-2019-again', 'list', '2019-09-01', { edition: '2019' }),
  source('page-2020', 'list', '2020-06-01'),
  source('list-b-2019', 'list-b', '2019-06-01', { edition: '2019' }),
  source('asked-2020', 'asked', '2020-10', { edition: '2020' }),
  source('order', 'court', '2015-03-01', { authority: 'High Court' }),
  source('order-2', 'court', '2016-03-01', { authority: 'High Court' }),
  source('order-3', 'court', '2016-04-01', { authority: 'County Court' }),
  source('appeal', 'rulings', '2018-01-01', { authority: 'Court of Appeal' }),
  source('office-1', 'office', '2017-01-01'),
  source('pact-1', 'pact', '2017-02-01'),
  source('raid', 'raids', '2012-01-19', { authority: 'Homeland' }),
  source('raid-2', 'raids', '2014-01-19', { authority: 'Justice' }),
  source('raid-b', 'raids-b', '2013-01-01'),
  source('article', 'news', '2021-05'),
  source('probe', 'seen', '2018'),
  source('law', 'laws', '2010'),
);

const event = (kind: MarketEvent['kind'], from: string, more: Partial<MarketEvent> = {}): MarketEvent => ({
  kind,
  source: from,
  domains: ['a.example'],
  verification: 'act',
  locator: 'p. 1',
  ...more,
});
const domain = (name: string, more: Partial<MarketDomain> = {}): MarketDomain => ({
  name,
  source: 'list-2018',
  verification: 'act',
  locator: 'p. 1',
  ...more,
});
const market = (id: string, events: MarketEvent[], ...domains: MarketDomain[]): Market => ({
  id,
  name: `Market ${id}`,
  category: 'other',
  domains,
  events,
});
const match = (events: MarketEvent[], id = 'm'): Match => {
  const domains = [domain('a.example'), domain('b.example')];
  return { market: market(id, events, ...domains), domains: domains.slice(0, 1) };
};
const of = (events: MarketEvent[], asOf = '2026-11-22') => seriesStatuses([match(events)], ALL, asOf);
const ids = (events: MarketEvent[], jurisdictions: string[] = []) =>
  seriesStatuses([match(events)], ALL, '2026-11-22', jurisdictions).map(({ series }) => series);

describe('Beside its status a series says', () => {
  it('the dates of the first and the last event on the domain up to the day, and no other domain’s', () => {
    const events = [
      event('listed', 'list-2019'),
      event('listed', 'list-2018'),
      event('listed', 'page-2020', { domains: ['b.example'] }),
    ];
    expect(of(events)[0]).toMatchObject({ first: '2018-06-01', last: '2019-06-01' });
    expect(of(events, '2018-06-01')[0]).toMatchObject({ first: '2018-06-01', last: '2018-06-01', editions: ['2018'] });
    expect(of(events, '2019-05-31')[0]).toMatchObject({ first: '2018-06-01', last: '2018-06-01', editions: ['2018'] });
  });
  it('the editions that name it, each once, oldest first; by its year where a source has no edition', () => {
    const events = ['page-2020', 'list-2019-again', 'list-2019', 'list-2018'].map((from) => event('listed', from));
    expect(of(events)[0]).toMatchObject({ editions: ['2018', '2019', '2020'] });
    expect(of([event('named', 'asked-2020')])[0]).toMatchObject({ editions: ['2020'] });
    expect(of([event('listed', 'list-2018'), event('delisted', 'list-2019')])[0]).toMatchObject({ editions: ['2018'] });
    expect(of([event('blocked', 'order')])[0]).toMatchObject({ editions: [] });
  });
  it('who decided, where one authority made every order or seizure of it', () => {
    expect(of([event('blocked', 'order')])[0]).toMatchObject({ authority: 'High Court' });
    expect(of([event('blocked', 'order'), event('blocked', 'order-2')])[0]).toMatchObject({ authority: 'High Court' });
    expect(of([event('blocked', 'order'), event('blocked', 'order-3')])[0]).not.toHaveProperty('authority');
    expect(of([event('seized', 'raid')])[0]).toMatchObject({ authority: 'Homeland' });
    expect(of([event('seized', 'raid'), event('seized', 'raid-2')])[0]).not.toHaveProperty('authority');
    // One has a name, the other none.
    const unnamed = event('blocked', 'office-1', { order: 'order' });
    expect(of([event('blocked', 'order'), unnamed])[0]).not.toHaveProperty('authority');
    expect(of([event('blocked', 'office-1')])[0]).not.toHaveProperty('authority');
  });
  it('who ordered, and not who spoke of the order later, nor who orders on a later day', () => {
    const later = event('confirmed', 'appeal', { order: 'order' });
    expect(of([event('blocked', 'order'), later])[0]).toMatchObject({ authority: 'High Court', last: '2018-01-01' });
    const events = [event('blocked', 'order'), event('blocked', 'order-3')];
    expect(of(events, '2015-06-01')[0]).toMatchObject({ authority: 'High Court' });
  });
  it('that all is from reports, of the acts up to the day', () => {
    const told = event('blocked', 'order', { verification: 'report' });
    const read = event('confirmed', 'appeal', { order: 'order' });
    expect(of([told])[0]).toMatchObject({ reported: true });
    expect(of([told, read])[0]).not.toHaveProperty('reported');
    expect(of([told, read], '2017-12-31')[0]).toMatchObject({ status: 'blocked', reported: true });
    expect(of([told, event('judgment', 'order-2')])[0]).toMatchObject({ reported: true });
  });
  it('when it was seized last', () => {
    expect(of([event('seized', 'raid-2'), event('seized', 'raid')])[0]).toMatchObject({ seizedOn: '2014-01-19' });
    expect(of([event('seized', 'raid-2'), event('seized', 'raid')], '2014-01-18')[0]).toMatchObject({
      seizedOn: '2012-01-19',
    });
    expect(of([event('seized', 'raid')], '2012-01-19')).toMatchObject([{ status: 'seized' }]);
    expect(of([event('seized', 'raid')], '2012-01-18')).toEqual([]);
  });
});

describe('A series gives a status', () => {
  it.each<[MarketEvent['kind'], string, string[]]>([
    ['blocked', 'order', ['court block-ordered']],
    ['blocked', 'office-1', ['office block-ordered']],
    ['blocked', 'pact-1', ['pact block-ordered']],
    ['blocked', 'probe', []],
    ['blocked', 'article', []],
    ['blocked', 'appeal', []],
    ['blocked', 'law', []],
    ['seized', 'article', []],
    ['judgment', 'appeal', []],
  ])('by its evidence: %s by %s', (kind, from, expected) =>
    expect(of([event(kind, from)]).map(({ series, status }) => `${series} ${status}`)).toEqual(expected),
  );
  it('by an order of its own, whoever speaks of it later', () => {
    const lifted = event('unblocked', 'appeal', { order: 'order' });
    expect(of([event('blocked', 'order'), lifted]).map(({ series, status }) => [series, status])).toEqual([
      ['court', 'formerly-blocked'],
    ]);
  });
  it.each(['returned', 'lapsed'] as const)(
    'no longer, if the name is %s, in whatever series that is reported',
    (kind) => {
      const events = [event('seized', 'raid'), event('seized', 'raid-b'), event(kind, 'article')];
      expect(of(events, '2021-04-30').map(({ series }) => series)).toEqual(['raids-b', 'raids']);
      expect(of(events)).toEqual([]);
      // A seizure after it is another.
      const again = [event('seized', 'raid'), event(kind, 'article', { date: '2013-06' }), event('seized', 'raid-2')];
      expect(of(again)).toMatchObject([{ status: 'seized', seizedOn: '2014-01-19', last: '2014-01-19' }]);
    },
  );
  it('still, if another name of the market is given back, or something else is reported', () => {
    for (const other of [
      event('lapsed', 'article', { domains: ['b.example'] }),
      event('closed', 'article'),
      event('listed', 'list-2019'),
    ])
      expect(of([event('seized', 'raid'), other])).toContainEqual(
        expect.objectContaining({ series: 'raids', status: 'seized' }),
      );
  });
  it('for each market that the host belongs to, each by its own name', () => {
    const bare = { domains: 'market-only' } as const;
    const two = [match([event('listed', 'list-2018', bare)], 'm'), match([event('listed', 'list-2019', bare)], 'n')];
    expect(seriesStatuses(two, ALL, '2026-11-22')).toMatchObject([
      { series: 'list', editions: ['2018', '2019'], nameOnly: 'Market n' },
    ]);
  });
  it('also where another market that covers the host is withheld', () => {
    const withheld = match([event('listed', 'list-b-2019')], 'w');
    const hidden = { ...withheld, domains: [domain('a.example', { withheld: 'a shop' })] };
    expect(seriesStatuses([hidden, match([event('listed', 'list-2018')])], ALL, '2026-11-22')).toMatchObject([
      { series: 'list' },
    ]);
  });
  it('of which another domain of the market is silent or named alone, only with an event of its own', () => {
    const elsewhere = event('listed', 'list-2019', { domains: ['b.example'] });
    expect(of([elsewhere])).toEqual([]);
    expect(of([event('blocked', 'order'), elsewhere]).map(({ series }) => series)).toEqual(['court']);
    expect(of([event('listed', 'list-2018'), elsewhere])[0]).toMatchObject({ elsewhere: [{ edition: '2019' }] });
    const ordered = event('blocked', 'order-2', { domains: ['b.example'], permanent: true });
    expect(of([event('blocked', 'order'), ordered])).toMatchObject([{ status: 'block-ordered', last: '2015-03-01' }]);
  });
});

describe('The series that comes first', () => {
  it('is a current one, then one not known, then a past one, then what was asked for, whatever their dates', () => {
    const past = event('unblocked', 'office-1', { order: 'office-1', date: '2022' });
    const events = [
      event('named', 'asked-2020'),
      event('blocked', 'office-1'),
      past,
      event('blocked', 'order'),
      event('seized', 'raid'),
    ];
    expect(ids(events)).toEqual(['raids', 'court', 'office', 'asked']);
    // A chosen jurisdiction is not put before a current status.
    expect(ids(events, ['GB', 'IT'])).toEqual(['raids', 'court', 'office', 'asked']);
  });
  it('among equals is of a chosen jurisdiction, then has the newest event, then the first id', () => {
    const events = [event('listed', 'list-2019'), event('listed', 'list-b-2019'), event('seized', 'raid-2')];
    expect(ids(events)).toEqual(['list', 'list-b', 'raids']);
    expect(ids(events.toReversed())).toEqual(['list', 'list-b', 'raids']);
    expect(ids(events, ['EU'])).toEqual(['list-b', 'list', 'raids']);
    expect(ids([...events, event('listed', 'list-2019-again')])).toEqual(['list', 'list-b', 'raids']);
    expect(ids([event('listed', 'list-2018'), event('listed', 'list-b-2019')])).toEqual(['list-b', 'list']);
    expect(ids(events, ['EU', 'US'])).toEqual(['list', 'list-b', 'raids']);
  });
  it('is not one without a jurisdiction, whatever is chosen', () => {
    expect(ids([event('named', 'asked-2020'), event('blocked', 'pact-1')], [''])).toEqual(['pact', 'asked']);
  });
});
