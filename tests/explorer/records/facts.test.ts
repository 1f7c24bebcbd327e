/** Rows about one document, one country, one market. */
import { describe, expect, it } from 'vitest';
import {
  documentsOf,
  entriesOfEdition,
  factsWhere,
  seriesOfBody,
  tierGaps,
  tiersOf,
} from '../../../src/explorer/records/facts.ts';
import { realWhole, small, TODAY } from '../whole.ts';

const whole = small();
const of = (source: string, asOf = TODAY) => factsWhere(whole, asOf, (event) => event.source === source);

describe('An order', () => {
  it('is about each domain that it printed, and its force is that of the day', () => {
    const rows = (asOf: string) => of('yy-2022', asOf).map(({ domain, event }) => [domain, event.inForce]);
    expect(rows('2022-06-01')).toEqual([['second.example', true]]);
    expect(rows(TODAY)).toEqual([['second.example', false]]);
  });
  it('is not there before its day', () => expect(of('yy-2022', '2022-02-28')).toEqual([]));
});

describe('An edition', () => {
  it('has a row for each market, with the domains that it printed', () =>
    expect(entriesOfEdition(of('xx-list-2020')).map(({ market, domains }) => [market.id, domains])).toEqual([
      ['some-market', ['market.example']],
    ]));
  it('of the real record: the USTR list of 2022 with all that it states', () => {
    const real = realWhole();
    const rows = entriesOfEdition(factsWhere(real, TODAY, ({ source }) => source === 'ustr-nml-2022'));
    const named = rows.filter(({ event }) => event.kind === 'listed');
    expect(named).toHaveLength(real.library.sources['ustr-nml-2022']!.stated!);
    expect(new Set(rows.map(({ event }) => event.kind))).toEqual(new Set(['listed', 'delisted']));
    expect(rows.every(({ event }) => event.locator !== '')).toBe(true);
  });
});

describe('A country', () => {
  const rows = tiersOf(whole.countries, whole.library, TODAY);
  it('has its tiers, newest first, as decided and as asked', () =>
    expect(rows.map(({ tier, series }) => [tier.tier, series.evidence])).toEqual([
      ['priority-watch-list', 'industry-submission'],
      ['watch-list', 'government-list'],
    ]));
  it('has none of a later day', () =>
    expect(tiersOf(whole.countries, whole.library, '2021-06-01').map(({ source }) => source.id)).toEqual([
      'xx-list-2020',
    ]));
  it('names the editions in which our record holds no tier of it', () => {
    const real = realWhole();
    const spain = tiersOf(
      real.countries.filter(({ id }) => id === 'es'),
      real.library,
      TODAY,
    );
    const held = new Set(spain.map(({ source }) => source.id));
    const [gaps] = tierGaps(spain, real.library, TODAY).filter(({ series }) => series.id === 'ustr-special-301');
    for (const { id, series, edition } of Object.values(real.library.sources))
      if (series === 'ustr-special-301' && edition !== undefined)
        expect([edition, held.has(id) || gaps!.editions.includes(edition)]).toEqual([edition, true]);
  });
  it('has nothing to name where each edition holds it', () => expect(tierGaps(rows, whole.library, TODAY)).toEqual([]));
});

it('The documents of a series, newest first, up to the day', () => {
  const real = realWhole();
  const dates = documentsOf(real.library, new Set(['ustr-nml']), '2015-01-01').map(({ date }) => date);
  expect(dates.length).toBeGreaterThan(3);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(dates[0]! < '2015-01-02').toBe(true);
});

it('A body has all its series', () =>
  expect(seriesOfBody(realWhole().library, realWhole().library.series['ustr-nml']!).map(({ id }) => id)).toEqual([
    'ustr-nml',
    'ustr-special-301',
  ]));
