/** What the search finds, how filters narrow it, and how many entries stand behind each value. */
import { describe, expect, it } from 'vitest';
import { engineOf } from '../../../src/explorer/search/engine.ts';
import { entriesOf } from '../../../src/explorer/search/entries.ts';
import { choiceOf, countsOf, filtered, sorted, SORTS } from '../../../src/explorer/search/filters.ts';
import { statusesIn } from '../../../src/explorer/search/statuses.ts';
import { realWhole, small, TODAY } from '../whole.ts';

const whole = small();
const engine = engineOf(entriesOf(whole, TODAY));
const real = engineOf(entriesOf(realWhole(), TODAY));
const keys = (query: string) => engine.find(query).map(({ key }) => key);
const statuses = statusesIn(whole, TODAY);
const left = (chosen: Record<string, string>) =>
  filtered(engine.entries, choiceOf(chosen), statuses).map(({ key }) => key);

describe('A search finds', () => {
  it.each([
    ['the example bay', 'market some-market', 'a name'],
    ['teb', 'market some-market', 'another name'],
    ['exampel bay', 'market some-market', 'a name with letters exchanged'],
    ['examp', 'market some-market', 'the beginning of a name'],
    ['second.example', 'market some-market', 'a domain'],
    ['https://www.second.example/a?b=1', 'market some-market', 'a pasted address'],
    ['cafe', 'market other-market', 'a name without its accent'],
    ['café.example', 'market other-market', 'a domain in its own letters'],
    ['12/3456', 'source yy-2022', 'a case number'],
    ['court of lyon', 'source yy-2022', 'an authority'],
    ['federation', 'series zz-asked', 'an issuer'],
    ['france', 'country fr', 'a country'],
  ])('%s: %s (%s)', (query, key) => expect(keys(query)).toContain(key));
  it('every word of the query, not one of them', () => expect(keys('example nothing-like-it')).toEqual([]));
  it('everything where nothing is asked', () => expect(keys(' ')).toHaveLength(engine.entries.length));
  it('a market before the documents about it', () => expect(keys('example')[0]).toMatch(/^market /));
  it.each([
    ['pirat bay', 'market the-pirate-bay'],
    ['pirate bay', 'market the-pirate-bay'],
    ['spain', 'country es'],
    ['notorious 2022', 'source ustr-nml-2022'],
  ])('first what is called so, in the real list: %s', (query, key) => expect(real.find(query)[0]!.key).toBe(key));
  it('no word of three letters that is only alike', () => expect(keys('tex')).not.toContain('market some-market'));
});

it('As of a day, nothing that was published later exists', () => {
  const before = entriesOf(whole, '2021-12-31').map(({ key }) => key);
  expect(before).toContain('market some-market');
  expect(before).not.toContain('source yy-2022');
  expect(before).not.toContain('series yy-courts');
  expect(entriesOf(whole, '2020-01-01').map(({ key }) => key)).toEqual(['country fr']);
});

describe('Filters', () => {
  it('are about one and the same fact', () => {
    expect(left({ kind: 'market', series: 'yy-courts', known: 'report' })).toEqual(['market some-market']);
    // The list was read in the act; the order in a report.
    expect(left({ kind: 'market', series: 'yy-courts', known: 'act' })).toEqual([]);
    expect(left({ kind: 'market', series: 'xx-list', from: '2022' })).toEqual([]);
    expect(left({ kind: 'market', series: 'xx-list', from: '2021', to: '2021' })).toEqual(['market some-market']);
  });
  it('know the status of a domain on the day', () => {
    expect(left({ status: 'listed' })).toEqual(['market some-market']);
    expect(left({ status: 'formerly-blocked' })).toEqual(['market some-market']);
    expect(left({ status: 'blocked' })).toEqual([]);
    const then = statusesIn(whole, '2022-06-01');
    expect(filtered(engine.entries, choiceOf({ status: 'blocked' }), then).map(({ key }) => key)).toEqual([
      'market some-market',
    ]);
  });
  it('count what each value would leave, with the other filters applied', () => {
    const choice = choiceOf({ kind: 'market', series: 'zz-asked' });
    expect([...countsOf(engine.entries, choice, 'series', statuses)].sort()).toEqual([
      ['xx-list', 1],
      ['yy-courts', 1],
      ['zz-asked', 1],
    ]);
    expect([...countsOf(engine.entries, choice, 'category', statuses)]).toEqual([['streaming', 1]]);
    expect([...countsOf(engine.entries, choice, 'year', statuses)]).toEqual([['2021', 1]]);
  });
  it('each count is what the filter then leaves', () => {
    for (const filter of ['kind', 'series', 'jurisdiction', 'act', 'category', 'status', 'known'] as const)
      for (const [value, count] of countsOf(engine.entries, choiceOf({}), filter, statuses))
        expect([filter, value, left({ [filter]: value }).length]).toEqual([filter, value, count]);
  });
  it('of an address that make no sense are left out', () =>
    expect(choiceOf({ from: 'long ago', sort: 'random', kind: '' })).toEqual({
      filters: {},
      from: '',
      to: '',
      sort: 'best',
    }));
});

it.each(SORTS)('sorts by %s, what has no date last', (sort) => {
  const titles = sorted(engine.entries, sort, false).map(({ title }) => title);
  expect(titles).toHaveLength(engine.entries.length);
  if (sort === 'name') expect(titles[0]).toBe('Café Films');
  if (sort === 'newest' || sort === 'best') expect(titles[0]).toBe('Order of the court');
  if (sort === 'oldest') expect(titles[0]).toBe('Example watch list 2020');
  if (sort !== 'name') expect(titles.slice(-3).sort()).toEqual(['Court orders', 'Example watch list', 'Requests']);
});

it('The real record: a name with a typing error, and Peru', () => {
  expect(
    real
      .find('pirat bay')
      .slice(0, 2)
      .map(({ key }) => key),
  ).toContain('market the-pirate-bay');
  expect(real.find('Peru').map(({ key }) => key)).toContain('country pe');
});
