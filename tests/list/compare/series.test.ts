/** Which markets two series name, as of a day. */
import { expect, it } from 'vitest';
import { compareSeries } from '../../../src/list/compare/series.ts';
import { soundData } from '../../pipeline/rules-data.ts';

const ids = (sites: { market: string }[]) => sites.map(({ market }) => market);

it('both, and only the one, with dates and printed domains', () => {
  const found = compareSeries(soundData(), 'xx-list', 'xx-court', '2026-11-28');
  expect([ids(found.onlyA), ids(found.onlyB), ids(found.both)]).toEqual([['second-market'], [], ['first-market']]);
  expect(found.both[0]).toMatchObject({
    a: { first: '2021-01-14', last: '2021-01-14', times: 1, domains: ['first.example.org'] },
    // The extension is about the order; it names nothing anew.
    b: { first: '2022-03-01', last: '2022-03-01', times: 1, domains: ['first.example.org'] },
  });
});
it('as of an earlier day, the order is not there', () => {
  const found = compareSeries(soundData(), 'xx-list', 'xx-court', '2022-02-28');
  expect([ids(found.onlyA), ids(found.both)]).toEqual([['first-market', 'second-market'], []]);
});
it('refuses a name that is no series, and a series with itself', () => {
  expect(() => compareSeries(soundData(), 'xx-list', 'nothing', '2026-11-28')).toThrow('nothing is not a series');
  expect(() => compareSeries(soundData(), 'xx-list', 'xx-list', '2026-11-28')).toThrow('name two series');
});
