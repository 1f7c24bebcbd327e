/** Each cause for which a recorded fact gives no status, the number of facts, and what is left unsaid. */
import { describe, expect, it } from 'vitest';
import type { Library, Match } from '../../src/list/history.ts';
import { factsOf, onRecord } from '../../src/list/on-record.ts';
import type { Evidence, Market, MarketDomain, MarketEvent } from '../../src/list/records.ts';
import { exampleSeries, exampleSource } from '../fixtures.ts';

const SERIES: Record<string, Evidence> = {
  list: 'government-list',
  court: 'court-order',
  raids: 'seizure',
  news: 'report',
  seen: 'observed',
};
type Source = Library['sources'][string];
const { edition: _, ...plain } = exampleSource;
const source = (id: string, series: string, date: string, more: Partial<Source> = {}): Source => ({
  ...plain,
  id,
  series,
  date,
  ...more,
});
const library: Library = {
  series: Object.fromEntries(Object.entries(SERIES).map(([id, evidence]) => [id, { ...exampleSeries, id, evidence }])),
  sources: Object.fromEntries(
    [
      source('edition', 'list', '2018-06-01'),
      source('order', 'court', '2015-03-01'),
      source('order-2', 'court', '2016-03-01', { authority: 'High Court' }),
      source('order-3', 'court', '2017-03-01', { authority: 'High Court' }),
      source('raid', 'raids', '2012-01-19'),
      source('article', 'news', '2021-05'),
      source('probe', 'seen', '2018'),
    ].map((one) => [one.id, one]),
  ),
};
const event = (kind: MarketEvent['kind'], from: string, more: Partial<MarketEvent> = {}): MarketEvent => ({
  kind,
  source: from,
  domains: ['a.example'],
  verification: 'act',
  locator: 'p. 1',
  ...more,
});
const domain = (more: Partial<MarketDomain> = {}): MarketDomain => ({
  name: 'a.example',
  source: 'edition',
  verification: 'act',
  locator: 'p. 1',
  ...more,
});
const match = (events: MarketEvent[], more: Partial<MarketDomain> = {}, id = 'm'): Match => {
  const domains = [domain(more), domain({ name: 'b.example' })];
  const market: Market = { id, name: `Market ${id}`, category: 'other', domains, events };
  return { market, domains: domains.slice(0, 1) };
};
const ASKED = '2026-11-22';
const of = (events: MarketEvent[], more: Partial<MarketDomain> = {}, asOf = ASKED) =>
  onRecord([match(events, more)], library, asOf);
const BARE = { domains: 'market-only' } as const;
const OTHER = { domains: ['b.example'] };

describe('The facts', () => {
  it('are those up to the day that speak of the domain, by its name or by its market’s alone', () => {
    const events = [
      event('listed', 'edition'),
      event('closed', 'article', BARE),
      event('blocked', 'order', BARE),
      event('seized', 'raid', BARE),
      event('blocked', 'order-2', OTHER),
      event('returned', 'article', BARE),
    ];
    expect(factsOf([match(events)], library, ASKED)).toBe(4);
    expect(factsOf([match(events)], library, '2016-01-01')).toBe(2);
    expect(factsOf([match(events), match(events, {}, 'n')], library, ASKED)).toBe(8);
    expect(factsOf([], library, ASKED)).toBe(0);
  });
  it('hold no bare name of an order from when the market cannot have used the domain', () => {
    const ordered = [event('blocked', 'order', BARE)];
    expect(factsOf([match(ordered, { from: '2015-03-02' })], library, ASKED)).toBe(0);
    expect(factsOf([match(ordered, { from: '2015-03-01' })], library, ASKED)).toBe(1);
  });
});

describe('A cause', () => {
  it.each<[MarketEvent['kind'], string, object]>([
    ['returned', 'raid', { why: 'returned', date: '2012-01-19' }],
    ['lapsed', 'article', { why: 'lapsed', date: '2021-05' }],
    ['annulled', 'order', { why: 'annulled', date: '2015-03-01' }],
    ['closed', 'article', { why: 'closed', date: '2021-05' }],
    ['judgment', 'order', { why: 'judgment', date: '2015-03-01', by: { series: 'court' } }],
    ['delisted', 'edition', { why: 'removed', date: '2018-06-01' }],
    ['blocked', 'probe', { why: 'seen-blocked', date: '2018' }],
    ['seized', 'article', { why: 'seizure-reported', date: '2021-05' }],
  ])('of what is %s by %s', (kind, from, cause) =>
    expect(of([event(kind, from)])).toEqual({ facts: 1, causes: [cause] }),
  );
  it.each(['listed', 'named', 'unblocked', 'extended', 'confirmed', 'reinstated', 'blocked', 'seized'] as const)(
    'is no fact by which it is %s, beside another',
    (kind) =>
      expect(of([event(kind, 'order'), event('closed', 'article')])).toEqual({
        facts: 2,
        causes: [{ why: 'closed', date: '2021-05' }],
      }),
  );
  it('is given once, by its newest date and the number of its days, in the order in which the causes came', () => {
    expect(
      of([
        event('closed', 'article'),
        event('returned', 'raid'),
        event('closed', 'order'),
        event('judgment', 'order-2'),
      ]),
    ).toEqual({
      facts: 4,
      causes: [
        { why: 'returned', date: '2012-01-19' },
        { why: 'closed', date: '2021-05', days: 2 },
        { why: 'judgment', date: '2016-03-01', by: { series: 'court', authority: 'High Court' } },
      ],
    });
    expect(of([event('closed', 'article'), event('closed', 'article')]).causes).toEqual([
      { why: 'closed', date: '2021-05' },
    ]);
  });
  it('is that the facts are about other domains, where none of its own explains them', () => {
    expect(of([event('listed', 'edition')])).toEqual({
      facts: 1,
      causes: [{ why: 'other-domains', market: 'Market m', source: 'edition' }],
    });
  });
});

describe('An order that printed only the name', () => {
  it('is given with the bodies that made it, each once, oldest first', () => {
    expect(
      of([
        event('blocked', 'order-3', BARE),
        event('blocked', 'order-2', BARE),
        event('blocked', 'order', BARE),
        event('seized', 'raid', BARE),
      ]),
    ).toEqual({
      facts: 4,
      byName: 4,
      causes: [
        {
          why: 'name-only',
          market: 'Market m',
          by: [{ series: 'raids' }, { series: 'court' }, { series: 'court', authority: 'High Court' }],
        },
      ],
    });
  });
  it('is not made by a body that only observed or reported it, by one that printed the domain, or by a list', () => {
    const { causes } = of([
      event('blocked', 'order', BARE),
      event('blocked', 'probe', BARE),
      event('seized', 'article', BARE),
      event('listed', 'edition', BARE),
      event('blocked', 'order-2'),
    ]);
    expect(causes).toContainEqual({ why: 'name-only', market: 'Market m', by: [{ series: 'court' }] });
    expect(causes).toHaveLength(3);
  });
});

describe('A domain that is withheld', () => {
  it('says why, and gives no other cause for the facts', () => {
    expect(of([event('listed', 'edition'), event('closed', 'article')], { withheld: 'A shop.' })).toEqual({
      facts: 2,
      causes: [{ why: 'withheld', reason: 'A shop.' }],
    });
  });
  it('says so beside its sale, and of two the first', () => {
    const sold = { withheld: 'A shop.', changedHands: { note: 'sold', date: '2020' } };
    expect(of([event('listed', 'edition')], sold).causes).toEqual([
      { why: 'withheld', reason: 'A shop.' },
      { why: 'changed-hands', date: '2020', note: 'sold' },
    ]);
    const two = [match([event('listed', 'edition')], { withheld: 'A shop.' }), match([], { withheld: 'Other.' }, 'n')];
    expect(onRecord(two, library, ASKED).causes).toEqual([{ why: 'withheld', reason: 'A shop.' }]);
  });
  it('without a fact of its own has its reason alone', () => {
    expect(of([event('listed', 'edition', OTHER)], { withheld: 'A shop.' })).toEqual({
      facts: 1,
      causes: [{ why: 'withheld', reason: 'A shop.' }],
    });
  });
});

describe('A domain that changed hands', () => {
  const sold = (date?: string) => ({ changedHands: { note: 'sold', ...(date !== undefined && { date }) } });
  it('is given with the day, or that none is known, and without what concerns the earlier owner', () => {
    const events = [event('closed', 'edition'), event('blocked', 'order', BARE)];
    expect(of(events, sold('2020'))).toEqual({
      facts: 2,
      byName: 1,
      causes: [{ why: 'changed-hands', date: '2020', note: 'sold' }],
    });
    expect(of([event('closed', 'edition')], sold())).toEqual({
      facts: 1,
      causes: [{ why: 'changed-hands', date: null, note: 'sold' }],
    });
  });
  it('is given with what came after the sale', () => {
    expect(of([event('listed', 'edition'), event('closed', 'article')], sold('2020')).causes).toEqual([
      { why: 'changed-hands', date: '2020', note: 'sold' },
      { why: 'closed', date: '2021-05' },
    ]);
  });
  it('is not given if no fact is from the time before the sale, or on a day before the sale', () => {
    expect(of([event('closed', 'article')], sold('2020')).causes).toEqual([{ why: 'closed', date: '2021-05' }]);
    expect(of([event('closed', 'edition')], sold('2020'), '2019-12-31').causes).toEqual([
      { why: 'closed', date: '2018-06-01' },
    ]);
  });
});

describe('Without a fact about the domain', () => {
  it('those about other domains of its market are counted up to the day, and the market is named', () => {
    const events = [event('listed', 'edition', OTHER), event('blocked', 'order', OTHER)];
    expect(of(events)).toEqual({ facts: 2, causes: [{ why: 'other-domains', market: 'Market m', source: 'edition' }] });
    expect(of(events, {}, '2016-01-01')).toMatchObject({ facts: 1 });
  });
  it('of several markets the first that has facts is named', () => {
    const two = [match([], {}, 'm'), match([event('listed', 'edition', OTHER)], {}, 'n')];
    expect(onRecord(two, library, ASKED)).toEqual({
      facts: 1,
      causes: [{ why: 'other-domains', market: 'Market n', source: 'edition' }],
    });
  });
  it('and if all are of later days, the day of the first is given, of whatever market', () => {
    expect(of([event('listed', 'edition'), event('blocked', 'order', OTHER)], {}, '2000-01-01')).toEqual({
      facts: 0,
      causes: [{ why: 'later', date: '2015-03-01' }],
    });
    const two = [match([event('listed', 'edition')], {}, 'm'), match([event('seized', 'raid')], {}, 'n')];
    expect(onRecord(two, library, '2012-01-18')).toEqual({ facts: 0, causes: [{ why: 'later', date: '2012-01-19' }] });
    expect(onRecord(two, library, '2012-01-19').facts).toBe(1);
  });
});
