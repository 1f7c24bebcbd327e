/** The address of a view inside the explorer: what is written is read back the same, whatever a reader typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, hashOf, routeOf } from '../../src/explorer/route.ts';

describe('The address of a view', () => {
  it.each([
    ['', { place: 'search', id: '', chosen: {} }],
    ['#', { place: 'search', id: '', chosen: {} }],
    ['#market/a-b', { place: 'market', id: 'a-b', chosen: {} }],
    ['#/market/a-b', { place: 'market', id: 'a-b', chosen: {} }],
    ['#search?q=a+b&asOf=2020-01-01', { place: 'search', id: '', chosen: { q: 'a b', asOf: '2020-01-01' } }],
    ['#search?q=what?', { place: 'search', id: '', chosen: { q: 'what?' } }],
    ['#market/100%', { place: 'market', id: '100%', chosen: {} }],
  ])('%s', (hash, route) => expect(routeOf(hash, 'search')).toEqual(route));
  it('is written without what is empty', () =>
    expect(hashOf({ place: 'search', id: '', chosen: { q: '', asOf: '2020-01-01' } })).toBe('#search?asOf=2020-01-01'));
  it('is read as it was written', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,9}$/),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (place, id, q) => {
          const route = { place, id, chosen: { q } };
          expect(routeOf(hashOf(route), 'search')).toEqual(route);
        },
      ),
    ));
});

describe('The day of a view', () => {
  const day = (asOf?: string) => dayOf({ place: 'search', id: '', chosen: asOf ? { asOf } : {} }, '2026-11-28');
  it('is today, or a past day in the address', () => {
    expect(day()).toBe('2026-11-28');
    expect(day('2012-03-01')).toBe('2012-03-01');
  });
  it.each(['2030-01-01', '2020', '2020-13-01', '2021-02-30', 'yesterday'])('is not %s', (asOf) =>
    expect(day(asOf)).toBe('2026-11-28'),
  );
});
