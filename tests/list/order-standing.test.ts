/** Several orders of one series on one domain: which of them decides, and what is shown of it. */
import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../src/list/history.ts';
import { orderStanding } from '../../src/list/order-standing.ts';

const act = (kind: HistoryEvent['kind'], date: string, more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  date,
  datePrecision: 'day',
  dateKind: 'decided',
  kind,
  series: 'court',
  source: `${kind}-${date}`,
  evidence: 'court-order',
  verification: 'act',
  locator: 'p. 1',
  url: 'https://court.example/',
  readAt: 'https://court.example/',
  market: 'market',
  domains: ['market.example'],
  bearing: 'printed',
  order: 'first',
  inForce: null,
  ...more,
});
const whole = (events: HistoryEvent[], asOf = '2026-11-22') =>
  orderStanding({ series: 'court', events, namesOf: new Map(), library: { series: {}, sources: {} }, asOf });
/** Without the single orders, which have tests of their own. */
function standing(events: HistoryEvent[], asOf?: string) {
  const found = whole(events, asOf);
  if (!found) return null;
  const { orders: _, ...rest } = found;
  return rest;
}
const ORDER = act('blocked', '2015-03-01');
const PERMANENT = { permanent: true } as const;
const statute = (more: { permanent?: true; until?: string }, name = 'section 1') => ({
  statute: { name, source: 'act', ...more },
});
const second = (kind: HistoryEvent['kind'], date: string, more: Partial<HistoryEvent> = {}) =>
  act(kind, date, { order: 'second', ...more });

describe('An order bears on the domain', () => {
  it('from its day on', () => {
    expect(standing([ORDER], '2015-02-28')).toBe(null);
    expect(standing([ORDER], '2015-03-01')).toEqual({ status: 'block-ordered' });
    expect(standing([])).toBe(null);
  });
  it('only where an act of it printed the domain, by the day asked about', () => {
    for (const bearing of ['family', 'market-only'] as const)
      expect(standing([act('blocked', '2015-03-01', { bearing, ...PERMANENT })])).toBe(null);
    const printedLater = [{ ...ORDER, bearing: 'market-only' as const }, act('extended', '2018-01-01')];
    expect(standing(printedLater, '2017-12-31')).toBe(null);
    expect(standing(printedLater, '2018-01-01')).toMatchObject({ status: 'block-ordered' });
  });
  it('by what was done to it under its own name, and not by what was done to another', () => {
    const lifted = (order: string) => act('unblocked', '2016-01-01', { order, bearing: 'market-only' });
    expect(standing([ORDER, lifted('first')])).toMatchObject({ status: 'formerly-blocked' });
    expect(standing([ORDER, lifted('second')])).toEqual({ status: 'block-ordered' });
    expect(standing([ORDER, act('unblocked', '2016-01-01', { bearing: 'family' })])).toEqual({
      status: 'block-ordered',
    });
  });
  it('and what belongs to no order makes none', () => {
    const { order: _, ...seizure } = act('seized', '2015-01-01');
    expect(standing([seizure])).toBe(null);
  });
});

describe('What shows that it stands', () => {
  it('is given with how it is known, and what was read for it', () => {
    expect(standing([{ ...ORDER, ...PERMANENT, verification: 'copy-of-act' }])).toEqual({
      status: 'blocked',
      standing: { how: 'permanent', verification: 'copy-of-act' },
    });
    expect(standing([{ ...ORDER, ...statute({ permanent: true }) }])).toEqual({
      status: 'blocked',
      standing: { how: 'statute', statute: 'section 1', verification: 'act' },
    });
    expect(standing([{ ...ORDER, until: '2027-01-01' }])).toEqual({
      status: 'blocked',
      standing: { how: 'term', date: '2027-01-01', verification: 'act' },
    });
  });
  it('is, for a later act, the day of that act, which was no sign yet on the day asked about', () => {
    const later = act('confirmed', '2018-01-01', { until: '2019-01-01', verification: 'report' });
    expect(standing([ORDER, later], '2017-01-01')).toEqual({
      status: 'blocked',
      standing: { how: 'later-act', date: '2018-01-01', verification: 'report' },
    });
  });
  it.each<[string, Partial<HistoryEvent>, Partial<HistoryEvent>, string]>([
    ['the act before a copy of it', { ...PERMANENT, verification: 'copy-of-act' }, { until: '2030-01-01' }, 'term'],
    [
      'a copy before a report',
      { ...PERMANENT, verification: 'report' },
      { until: '2030-01-01', verification: 'copy-of-act' },
      'term',
    ],
    ['its own words before a statute', statute({ permanent: true }), PERMANENT, 'permanent'],
    ['a statute before a term', { until: '2030-01-01' }, statute({ permanent: true }), 'statute'],
  ])('of several orders in force is %s', (_, one, other, how) => {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ])
      expect(standing([{ ...ORDER, ...a }, second('blocked', '2015-04-01', b)])).toMatchObject({
        status: 'blocked',
        standing: { how },
      });
  });
  it('is a term before a later act', () => {
    const events = [ORDER, second('blocked', '2015-04-01', { until: '2020-01-01' }), act('confirmed', '2018-01-01')];
    expect(standing(events, '2017-01-01')).toMatchObject({ standing: { how: 'term' } });
  });
});

describe('Of several orders', () => {
  const lifted = act('unblocked', '2016-01-01');
  it('one in force makes it blocked, else one of which it is not known makes it ordered blocked', () => {
    const unknown = second('blocked', '2015-04-01');
    const stands = act('blocked', '2015-05-01', { order: 'third', ...PERMANENT });
    expect(standing([ORDER, unknown, stands, lifted])).toMatchObject({ status: 'blocked' });
    expect(standing([ORDER, unknown, lifted])).toMatchObject({ status: 'block-ordered' });
    expect(standing([ORDER, lifted])).toMatchObject({ status: 'formerly-blocked' });
  });
  it('that have all ended give the last end, whichever order came first', () => {
    const ends = (first: string, other: string) =>
      standing([
        ORDER,
        second('blocked', '2015-04-01'),
        ...[act('unblocked', first), second('annulled', other)].sort((a, b) => (a.date < b.date ? -1 : 1)),
      ]);
    expect(ends('2016-01-01', '2017-01-01')).toEqual({
      status: 'formerly-blocked',
      ended: { how: 'annulled', date: '2017-01-01', source: 'annulled-2017-01-01' },
    });
    expect(ends('2018-01-01', '2017-01-01')).toEqual({
      status: 'formerly-blocked',
      ended: { how: 'lifted', date: '2018-01-01', source: 'unblocked-2018-01-01' },
    });
    // A year may mean its last day.
    expect(ends('2017', '2017-06-01')).toMatchObject({ ended: { date: '2017' } });
  });
  it('an end by a term or by a statute is given as such, with the act that states it', () => {
    expect(standing([{ ...ORDER, until: '2016-03-01' }])).toEqual({
      status: 'formerly-blocked',
      ended: { how: 'term', date: '2016-03-01', source: 'blocked-2015-03-01' },
    });
    expect(standing([{ ...ORDER, ...statute({ until: '2016-03-01' }) }])).toEqual({
      status: 'formerly-blocked',
      ended: { how: 'statute', date: '2016-03-01', source: 'blocked-2015-03-01', statute: 'section 1' },
    });
  });
});

describe('The newest sign that it stood', () => {
  it.each(['extended', 'confirmed', 'reinstated'] as const)('is an act by which it is %s, up to the day', (kind) => {
    const sign = act(kind, '2018-01-01');
    expect(standing([ORDER, sign], '2018-01-01')).toMatchObject({ lastShown: { date: '2018-01-01', by: 'act' } });
    expect(standing([ORDER, sign], '2017-12-31')).not.toHaveProperty('lastShown');
  });
  it.each(['blocked', 'unblocked', 'annulled'] as const)('is none by which it is %s', (kind) => {
    expect(standing([ORDER, act(kind, '2018-01-01')])).not.toHaveProperty('lastShown');
  });
  it('is the newest of all orders, and is said to be seen where a register held the name', () => {
    const seen = second('confirmed', '2019-01-01', { dateKind: 'observed' });
    const events = [ORDER, second('blocked', '2015-04-01'), act('confirmed', '2018-01-01'), seen];
    expect(standing(events)).toEqual({
      status: 'block-ordered',
      lastShown: { date: '2019-01-01', by: 'register' },
    });
    const newer = [...events, act('extended', '2020-01-01')];
    expect(standing(newer)).toMatchObject({ lastShown: { date: '2020-01-01', by: 'act' } });
  });
  it('is given whatever became of the order', () => {
    const signed = [ORDER, act('confirmed', '2018-01-01')];
    const lastShown = { date: '2018-01-01', by: 'act' };
    expect(standing([{ ...ORDER, ...PERMANENT }, ...signed.slice(1)])).toMatchObject({ status: 'blocked', lastShown });
    expect(standing([...signed, act('unblocked', '2019-01-01')])).toMatchObject({
      status: 'formerly-blocked',
      lastShown,
    });
  });
});

describe('The most that a statute allows', () => {
  const limited = (until: string, name?: string) => statute({ until }, name);
  it('is given while it runs, with the statute', () => {
    expect(standing([{ ...ORDER, ...limited('2030-01-01') }])).toEqual({
      status: 'block-ordered',
      atMost: { date: '2030-01-01', statute: 'section 1' },
    });
    expect(standing([{ ...ORDER, ...limited('2030-01-01') }], ORDER.date)).toHaveProperty('atMost');
    expect(standing([{ ...ORDER, ...statute({}) }])).toEqual({ status: 'block-ordered' });
  });
  it('is that of the order that can run longest, and none where an order has no such end', () => {
    const orders = (...more: Partial<HistoryEvent>[]) =>
      standing([{ ...ORDER, ...limited('2030-01-01') }, ...more.map((each) => second('blocked', '2015-04-01', each))]);
    for (const until of ['2031-01-01', '2029-01-01'])
      expect(orders(limited(until, 'section 2'))).toMatchObject({
        atMost: until > '2030' ? { date: until, statute: 'section 2' } : { date: '2030-01-01', statute: 'section 1' },
      });
    expect(orders({})).toEqual({ status: 'block-ordered' });
  });
  it('is not lost by an act that only confirms the order', () => {
    const events = [{ ...ORDER, ...limited('2030-01-01') }, act('confirmed', '2016-01-01')];
    expect(standing(events)).toMatchObject({ atMost: { date: '2030-01-01' } });
  });
  it('is that of the orders of the day: one that is made later says nothing of it', () => {
    const events = [{ ...ORDER, ...limited('2018-01-01') }, act('blocked', '2017-06-01', limited('2019-06-01'))];
    expect(standing(events, '2017-01-01')).toEqual({
      status: 'block-ordered',
      atMost: { date: '2018-01-01', statute: 'section 1' },
    });
    expect(standing([events[0]!, act('blocked', '2017-06-01')], '2017-01-01')).toMatchObject({
      atMost: { date: '2018-01-01' },
    });
  });
});

describe('Every order has its own line', () => {
  it('by its own day, oldest first, with what is known of it', () => {
    const first = act('blocked', '2021', { until: '2021' });
    expect(whole([first, second('blocked', '2022-05', { until: '2022-08-01' })])).toMatchObject({
      status: 'formerly-blocked',
      orders: [
        { date: '2021', inForce: false, how: 'term' },
        { date: '2022-05', inForce: false, how: 'term', decides: true },
      ],
    });
    expect(whole([second('blocked', '2016-01-01', PERMANENT), ORDER])?.orders).toEqual([
      { date: '2015-03-01', inForce: null },
      { date: '2016-01-01', inForce: true, how: 'permanent', decides: true },
    ]);
  });
  it('and none that is made after the day asked about', () => {
    expect(whole([ORDER, second('blocked', '2019-06-20')], '2016-01-01')?.orders).toEqual([
      { date: '2015-03-01', inForce: null },
    ]);
  });
  it('from the day of the act that printed the domain', () => {
    const named = { ...ORDER, bearing: 'market-only' as const };
    expect(whole([named, act('extended', '2018-01-01')])?.orders).toEqual([{ date: '2018-01-01', inForce: null }]);
  });
  it('and a day that only a report gives is marked as such', () => {
    const reported = act('blocked', '2015-03-01', { dateKind: 'published', verification: 'report' });
    expect(whole([reported])?.orders).toEqual([{ date: '2015-03-01', reported: true, inForce: null }]);
    expect(whole([{ ...reported, dateKind: 'observed' }])?.orders).toEqual([
      { date: '2015-03-01', observed: true, inForce: null },
    ]);
    expect(whole([{ ...reported, verification: 'copy-of-act' }])?.orders).toEqual([
      { date: '2015-03-01', inForce: null },
    ]);
  });
});

describe('An order that was suspended, or set aside in part', () => {
  const suspended = act('suspended', '2016-01-01', { source: 'stay' });
  it('has not ended, and is not shown to be in force, even if it is permanent', () => {
    for (const more of [{}, PERMANENT, statute({ permanent: true }), { until: '2040' }])
      expect(whole([act('blocked', '2015-03-01', more), suspended])).toEqual({
        status: 'block-ordered',
        orders: [
          { date: '2015-03-01', inForce: null, hindered: { how: 'suspended', date: '2016-01-01', source: 'stay' } },
        ],
      });
  });
  it('says whether it was a part, and whose day it is', () => {
    const partly = act('annulled', '2016-01-01', { source: 'appeal', partly: true, dateKind: 'observed' });
    expect(whole([ORDER, partly])?.orders).toEqual([
      {
        date: '2015-03-01',
        inForce: null,
        hindered: { how: 'annulled', date: '2016-01-01', source: 'appeal', partly: true, reported: true },
      },
    ]);
  });
  it('leaves another order of the series as it is', () => {
    expect(standing([ORDER, second('blocked', '2015-06-01', PERMANENT), suspended])).toMatchObject({
      status: 'blocked',
    });
  });
});
