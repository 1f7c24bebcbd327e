/** Events of a market as the record resolves them: whose date, whose term, and how each bears on a domain. */
import { describe, expect, it } from 'vitest';
import { allEvents, history, inOrder, couldUseOn, type HistoryEvent, type Library } from '../../src/list/history.ts';
import type { MarketDomain, MarketEvent } from '../../src/list/records.ts';
import { exampleSeries, exampleSource } from '../fixtures.ts';

type Source = Library['sources'][string];
const { edition: _, ...plain } = exampleSource;
const source = (id: string, series: string, date: string, more: Partial<Source> = {}): Source => ({
  ...plain,
  id,
  series,
  date,
  ...more,
});
const statute = (id: string, more: object) => ({
  id,
  name: `law ${id}`,
  from: '2010',
  source: 'law',
  verification: 'act' as const,
  locator: 'section 1',
  ...more,
});
const library: Library = {
  series: {
    list: { ...exampleSeries, id: 'list' },
    court: {
      ...exampleSeries,
      id: 'court',
      evidence: 'court-order',
      statutes: [statute('for-good', { permanent: true }), statute('six-months', { months: 6 })],
    },
  },
  sources: Object.fromEntries(
    [
      source('edition', 'list', '2018-06-01', {
        read: [
          { url: 'https://office.example/copy', as: 'act' },
          { url: 'https://office.example/other', as: 'report' },
        ],
      }),
      source('edition-2', 'list', '2020-06-01'),
      source('order', 'court', '2015-03-01', { dateKind: 'decided', url: 'https://court.example/order' }),
      source('order-2', 'court', '2016-03-01'),
      source('for-good', 'court', '2016-04-01', { permanent: true }),
      source('term', 'court', '2016-05-01', { until: '2018-05-01' }),
      source('both', 'court', '2016-05-01', { until: '2018-05-01', permanent: true }),
      source('by-law', 'court', '2016-08', { statute: 'for-good' }),
      source('limited', 'court', '2016-08', { statute: 'six-months' }),
      source('astray', 'court', '2016-08', { statute: 'no-such-law' }),
      source('later', 'court', '2019-01-01'),
      source('sale', 'list', '2017'),
      source('orphan', 'no-such-series', '2017'),
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
const matchOf = (events: MarketEvent[], matched: MarketDomain[]) => ({
  market: { id: 'm', name: 'Market', category: 'other' as const, domains: matched, events },
  domains: matched,
});
const all = (events: MarketEvent[], matched = [domain()], asOf = '2026-11-22') =>
  allEvents(matchOf(events, matched), library, asOf);
const one = (given: MarketEvent, matched?: MarketDomain[], asOf?: string) => all([given], matched, asOf)[0]!;
const OTHER = { domains: ['b.example'] };
const BARE = { domains: 'market-only' } as const;

describe('An event', () => {
  it('says what its record says, and of its source what it leaves out', () => {
    expect(one(event('listed', 'edition'))).toEqual({
      date: '2018-06-01',
      datePrecision: 'day',
      dateKind: 'published',
      kind: 'listed',
      series: 'list',
      source: 'edition',
      evidence: 'government-list',
      verification: 'act',
      locator: 'p. 1',
      url: 'https://office.example/copy',
      readAt: 'https://office.example/copy',
      market: 'm',
      domains: ['a.example'],
      bearing: 'printed',
      inForce: null,
    });
    const own = event('blocked', 'order', {
      date: '2015-04',
      dateKind: 'observed',
      readAt: 'https://archive.example/order',
      printedName: 'The A',
      note: 'Read in a copy.',
      verification: 'report',
      locator: 'p. 2',
    });
    expect(one(own)).toEqual({
      date: '2015-04',
      datePrecision: 'month',
      dateKind: 'observed',
      kind: 'blocked',
      series: 'court',
      source: 'order',
      evidence: 'court-order',
      verification: 'report',
      locator: 'p. 2',
      url: 'https://court.example/order',
      readAt: 'https://archive.example/order',
      market: 'm',
      domains: ['a.example'],
      bearing: 'printed',
      printedName: 'The A',
      order: 'order',
      note: 'Read in a copy.',
      inForce: null,
    });
  });
  it('of a source or a series that the list does not hold is a fault that is named', () => {
    for (const from of ['nowhere', 'orphan'])
      expect(() => one(event('listed', from))).toThrow(`m: the list holds no source "${from}", or not its series`);
  });
  it('is counted up to the day; what came later is kept apart', () => {
    const events = [event('listed', 'edition'), event('listed', 'edition-2')];
    const sources = (asOf: string) =>
      history(matchOf(events, [domain()]), library, asOf).map(({ source: from }) => from);
    expect(sources('2020-05-31')).toEqual(['edition']);
    expect(sources('2020-06-01')).toEqual(['edition', 'edition-2']);
    expect(all(events, [domain()], '2000-01-01')).toHaveLength(2);
  });
});

describe('Events come in order', () => {
  const at = (date: string, from = 'a') => ({ date, source: from }) as HistoryEvent;
  it('of the first day that their date can mean, then of their source', () => {
    const dates = [
      at('2016-02', 'b'),
      at('2016', 'a'),
      at('2016-02-01', 'a'),
      at('2015-12-31', 'z'),
      at('2016-02', 'a'),
    ];
    for (const given of [dates, dates.toReversed()])
      expect(given.toSorted(inOrder).map(({ date, source: from }) => `${date} ${from}`)).toEqual([
        '2015-12-31 z',
        '2016 a',
        '2016-02 a',
        '2016-02 b',
        '2016-02-01 a',
      ]);
    expect(inOrder(at('2016'), at('2016'))).toBe(0);
  });
});

describe('An order', () => {
  it.each(['blocked', 'unblocked', 'extended', 'confirmed', 'annulled', 'reinstated'] as const)(
    'is what is %s, by its own source or by the one that it names',
    (kind) => {
      expect(one(event(kind, 'later'))).toMatchObject({ order: 'later' });
      expect(one(event(kind, 'later', { order: 'order' }))).toMatchObject({ order: 'order' });
    },
  );
  it.each(['listed', 'delisted', 'seized', 'returned', 'lapsed', 'closed', 'judgment', 'named'] as const)(
    'is nothing that is %s, and takes no term from its source',
    (kind) => {
      const said = one(event(kind, 'both'));
      for (const member of ['order', 'until', 'permanent']) expect(said).not.toHaveProperty(member);
    },
  );
  it('runs as it says itself, else as its source says; a term goes before permanence', () => {
    expect(one(event('blocked', 'for-good'))).toMatchObject({ permanent: true, inForce: true });
    expect(one(event('blocked', 'term'))).toMatchObject({ until: '2018-05-01', inForce: false });
    expect(one(event('blocked', 'term', { until: '2030-01-01' }))).toMatchObject({
      until: '2030-01-01',
      inForce: true,
    });
    expect(one(event('blocked', 'for-good', { until: '2017-01-01' }))).not.toHaveProperty('permanent');
    expect(one(event('blocked', 'both'))).not.toHaveProperty('permanent');
    expect(one(event('blocked', 'order', { permanent: true }))).toMatchObject({ permanent: true, inForce: true });
  });
  it('runs by the statute that it applies, of a vague date from the last day that it can mean', () => {
    expect(one(event('blocked', 'by-law'))).toMatchObject({
      statute: { name: 'law for-good', source: 'law', permanent: true },
      inForce: true,
    });
    expect(one(event('blocked', 'limited'))).toMatchObject({
      statute: { name: 'law six-months', source: 'law', until: '2017-02-28' },
      inForce: false,
    });
    expect(one(event('blocked', 'limited')).statute).not.toHaveProperty('permanent');
    expect(one(event('blocked', 'by-law')).statute).not.toHaveProperty('until');
  });
  it('does not run by a statute if it states its own term, if the record has no such statute, or in a later act', () => {
    for (const said of [
      event('blocked', 'by-law', { until: '2017-01-01' }),
      event('blocked', 'by-law', { permanent: true }),
      event('blocked', 'astray'),
      event('blocked', 'order'),
      event('confirmed', 'by-law', { order: 'order' }),
    ])
      expect(one(said)).not.toHaveProperty('statute');
  });
});

describe('An event bears on a domain', () => {
  const bearing = (given: MarketEvent, ...matched: MarketDomain[]) =>
    one(given, matched.length ? matched : undefined).bearing;
  it('that its source printed, whatever its kind', () => {
    for (const kind of ['listed', 'blocked', 'seized', 'lapsed', 'unblocked'] as const)
      expect(bearing(event(kind, 'order'))).toBe('printed');
    expect(bearing(event('listed', 'edition', OTHER))).toBe('family');
    expect(bearing(event('listed', 'edition', OTHER), domain(), domain({ name: 'b.example' }))).toBe('printed');
  });
  it.each(['listed', 'delisted', 'named', 'closed', 'judgment'] as const)(
    'by the market’s name alone where the market is %s',
    (kind) => expect(bearing(event(kind, 'edition', BARE))).toBe('market-only'),
  );
  it.each(['blocked', 'seized', 'returned', 'lapsed'] as const)('if it is %s, not by a bare name', (kind) =>
    expect(bearing(event(kind, 'edition', BARE))).toBe('family'),
  );
  it('by a bare name that it can have had that day, its unknown first and last day included', () => {
    const bare = event('listed', 'edition', { ...BARE, date: '2018-06' });
    for (const span of [{}, { from: '2018-06-30' }, { from: '2018' }, { until: '2018-06-01' }, { until: '2018' }])
      expect(bearing(bare, domain(span))).toBe('market-only');
    for (const span of [{ from: '2018-07-01' }, { from: '2019' }, { until: '2018-05-31' }, { until: '2017' }])
      expect(bearing(bare, domain(span))).toBe('family');
  });
  it('by a later act on the whole order only where an act of that order printed it', () => {
    const extension = event('extended', 'later', { ...BARE, order: 'order' });
    const bearings = (...events: MarketEvent[]) => all(events).map((each) => each.bearing);
    expect(bearings(event('blocked', 'order'), extension)).toEqual(['printed', 'market-only']);
    expect(bearings(event('blocked', 'order', OTHER), extension)).toEqual(['family', 'family']);
    expect(bearings(event('blocked', 'order-2'), extension)).toEqual(['printed', 'family']);
    // Printed by a later act of the same order.
    expect(
      bearings(event('blocked', 'order', OTHER), event('extended', 'order-2', { order: 'order' }), extension),
    ).toEqual(['family', 'printed', 'market-only']);
    const setAside = event('annulled', 'later', { ...BARE, order: 'order' });
    expect(bearings(event('seized', 'order'), setAside)).toEqual(['printed', 'market-only']);
    expect(bearings(event('listed', 'order'), setAside)).toEqual(['printed', 'family']);
  });
});

describe('Force', () => {
  it('is computed for each act of an order, from the acts that bear on the same domains', () => {
    const forces = (...events: MarketEvent[]) => all(events).map(({ inForce }) => inForce);
    const lifted = event('unblocked', 'later', { order: 'order' });
    expect(forces(event('blocked', 'order'), lifted)).toEqual([false, false]);
    expect(forces(event('blocked', 'order'), event('blocked', 'order-2'), lifted)).toEqual([false, null, false]);
    // Lifted for another domain only.
    expect(forces(event('blocked', 'order'), { ...lifted, ...OTHER })).toEqual([null, false]);
    expect(forces(event('blocked', 'order', OTHER), lifted)).toEqual([null, false]);
  });
  it('of an order on other domains goes by what was done to those', () => {
    const ordered = event('blocked', 'order', { domains: ['b.example', 'c.example'] });
    const lifted = (domains: MarketEvent['domains']) => event('unblocked', 'later', { order: 'order', domains });
    const force = (...events: MarketEvent[]) => all(events)[0]!.inForce;
    expect(force(ordered, lifted(['c.example']))).toBe(false);
    expect(force(ordered, lifted(['d.example']))).toBe(null);
    expect(force(ordered, lifted('market-only'))).toBe(false);
    expect(force({ ...ordered, ...BARE }, lifted(['d.example']))).toBe(false);
  });
  it('is not computed for what is not an order', () =>
    expect(all([event('listed', 'edition'), event('seized', 'order')]).map(({ inForce }) => inForce)).toEqual([
      null,
      null,
    ]));
});

describe('An earlier owner', () => {
  const sold = (date?: string, more: Partial<MarketDomain> = {}) =>
    domain({ changedHands: { note: 'sold', ...(date !== undefined && { date }) }, ...more });
  const owners = (events: MarketEvent[], matched: MarketDomain[], asOf?: string) =>
    all(events, matched, asOf).map(({ earlierOwner }) => earlierOwner ?? false);
  it('is the one of every fact up to the last day that the sale can mean, once that has begun', () => {
    const facts = [event('listed', 'edition', { date: '2017-12-31' }), event('listed', 'edition')];
    expect(owners(facts, [sold('2017')])).toEqual([true, false]);
    expect(owners(facts, [sold('2017')], '2017-01-01')).toEqual([true, false]);
    expect(owners(facts, [sold('2017')], '2016-12-31')).toEqual([false, false]);
    expect(owners(facts, [domain()])).toEqual([false, false]);
    expect(one(facts[0]!)).not.toHaveProperty('earlierOwner');
  });
  it('is the one of every fact where the day of the sale is not known', () => {
    expect(owners([event('listed', 'edition-2')], [sold()], '2000-01-01')).toEqual([true]);
    const told = domain({ changedHands: { note: 'sold', source: 'no-such-source' } });
    expect(owners([event('listed', 'edition-2')], [told])).toEqual([true]);
  });
  it('sold on the day of the source that reports it, if no day is given', () => {
    const told = domain({ changedHands: { note: 'sold', source: 'sale' } });
    const facts = [event('blocked', 'order'), event('listed', 'edition')];
    expect(owners(facts, [told])).toEqual([true, false]);
    const dated = domain({ changedHands: { note: 'sold', source: 'sale', date: '2019' } });
    expect(owners(facts, [dated])).toEqual([true, true]);
  });
  it('does not own facts about other domains, or if one of the domains was kept', () => {
    expect(owners([event('blocked', 'order', OTHER)], [sold('2017')])).toEqual([false]);
    const kept = domain({ name: 'b.example' });
    const both = event('blocked', 'order', { domains: ['a.example', 'b.example'] });
    expect(owners([both], [sold('2017'), kept])).toEqual([false]);
    expect(owners([both], [sold('2017'), { ...sold('2017'), name: 'b.example' }])).toEqual([true]);
  });
  it('is the one of later acts on an order or a seizure about him, and of no others', () => {
    const later = event('extended', 'later', { order: 'order' });
    expect(owners([event('blocked', 'order'), later], [sold('2017')])).toEqual([true, true]);
    expect(owners([event('blocked', 'order-2'), later], [sold('2017')])).toEqual([true, false]);
    const back = event('annulled', 'later', { order: 'order' });
    expect(owners([event('seized', 'order'), back], [sold('2017')])).toEqual([true, true]);
    expect(owners([event('listed', 'order'), later], [sold('2017')])).toEqual([true, false]);
  });
  it('of a name that stands twice is the one of the span in which the day lies', () => {
    const spans = [sold('2016-06', { until: '2016-06' }), domain({ from: '2017' })];
    expect(owners([event('blocked', 'order'), event('listed', 'edition')], spans)).toEqual([true, false]);
    // A day in neither: the name was printed all the same.
    expect(one(event('blocked', 'order', { date: '2016-09' }), spans).bearing).toBe('printed');
  });
});

describe('A domain was in use', () => {
  it('on a day of its span, and not under an earlier owner’s name after it changed hands', () => {
    expect(couldUseOn(domain({ from: '2016', until: '2018' }), '2017', library)).toBe(true);
    expect(couldUseOn(domain({ from: '2016', until: '2018' }), '2019-01-01', library)).toBe(false);
    const sold = domain({ changedHands: { note: 'sold', date: '2017' } });
    expect(couldUseOn(sold, '2017-12-31', library)).toBe(true);
    expect(couldUseOn(sold, '2018', library)).toBe(false);
    expect(couldUseOn(domain({ changedHands: { note: 'sold' } }), '2018', library)).toBe(true);
  });
});
