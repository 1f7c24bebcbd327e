/** Which editions of a list the record holds, which years are missing, and what their silence must not mean. */
import { describe, expect, it } from 'vitest';
import { editionsOf, gapsBetween, missingYears } from '../../src/list/editions.ts';
import type { Library } from '../../src/list/history.ts';
import { exampleSource } from '../fixtures.ts';

type Source = Library['sources'][string];
const source = (id: string, date: string, more: Partial<Source> = {}): Source => ({
  ...exampleSource,
  id,
  date,
  edition: id,
  complete: false,
  ...more,
});
const library = (...sources: Source[]): Library => ({
  series: {},
  sources: Object.fromEntries(sources.map((each) => [each.id, each])),
});

describe('Editions of a series', () => {
  it('are its sources with an edition, published up to the day, oldest first', () => {
    const { edition: _, ...page } = source('page', '2016-01-01');
    const all = library(
      source('2018', '2018-06-01'),
      source('2017', '2017-06'),
      page,
      source('other', '2017-01-01', { series: 'other' }),
      source('2019', '2019-06-01'),
    );
    const ids = (asOf: string) => editionsOf('xx-list', all, asOf).map(({ id }) => id);
    // Members whose names are numbers come in order by themselves.
    const named = library(source('b', '2018-06-01'), source('c', '2019-06-01'), source('a', '2017-06'));
    expect(editionsOf('xx-list', named, '2020-01-01').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(ids('2018-06-01')).toEqual(['2017', '2018']);
    expect(ids('2018-05-31')).toEqual(['2017']);
    expect(ids('2017-06-01')).toEqual(['2017']);
    expect(ids('2017-05-31')).toEqual([]);
  });
});

describe('Missing years', () => {
  it.each<[string[], number[]]>([
    [[], []],
    [['2015'], []],
    [['2015', '2018'], []],
    [['2015', '2016'], []],
    [
      ['2015', '2016', '2019'],
      [2017, 2018],
    ],
    [
      ['2019', '2016', '2015', '2016'],
      [2017, 2018],
    ],
    [
      ['2012', '2015', '2016'],
      [2013, 2014],
    ],
    // What is no year counts as none.
    [['2010', '2011', '2013 (Special 301)', 'x2012', '20144'], []],
    [['2010', '2011', '2012 (Special 301)', '2013'], [2012]],
  ])('of %j are %j', (labels, years) => expect(missingYears(labels)).toEqual(years));
});

describe('Gaps', () => {
  const editions = [
    source('2014', '2014-06-01'),
    source('2015', '2015-06-01'),
    source('2016', '2016-06-01', { complete: true }),
    source('2017', '2017-06-01'),
    source('2020', '2020-06-01'),
    source('2021', '2021-06-01'),
  ] as ReturnType<typeof editionsOf>;
  const gaps = (named: string[], after: string, before?: string) =>
    gapsBetween(editions, new Set(named), { after, before });

  it('are the editions held in part that do not name it, and the years between that are not held, by year', () => {
    expect(gaps(['2014', '2021'], '2014-06-01', '2021-06-01')).toEqual(['2015', '2017', '2018', '2019', '2020']);
    expect(gaps(['2014', '2015', '2017', '2021'], '2014-06-01')).toEqual(['2018', '2019', '2020']);
  });
  it('begin with the first naming and end with the edition that ends the listing', () => {
    expect(gaps(['2015'], '2015-06-01', '2017-06-01')).toEqual(['2017']);
    expect(gaps(['2015'], '2015-06-01', '2017-05-31')).toEqual([]);
    expect(gaps(['2015'], '2015-06-01')).toEqual(['2017', '2018', '2019', '2020', '2021']);
  });
  it('hold no year outside those that are asked about', () => {
    expect(gaps(['2020'], '2020-06-01')).toEqual(['2021']);
    expect(gaps(['2014'], '2014-06-01', '2016-06-01')).toEqual(['2015']);
  });
  it('lie between the first and the last year, in whatever order the editions came out', () => {
    const late = ['2012', '2013', '2015'].map((year) => source(year, `${year}-06-01`, { complete: true }));
    late.push(source('2011', '2016-06-01', { complete: true }));
    expect(gapsBetween(late as typeof editions, new Set(), { after: '2012-01-01' })).toEqual(['2014']);
  });
  it('call an edition by its label, in the place of its year', () => {
    const labelled = [
      source('2010 (Special 301)', '2010-04-30'),
      source('2011', '2011-06-01', { complete: true }),
      source('2013', '2013-06-01'),
    ];
    expect(gapsBetween(labelled as typeof editions, new Set(['none']), { after: '2010-01-01' })).toEqual([
      '2010 (Special 301)',
      '2013',
    ]);
    const yearly = [
      ...labelled.slice(1, 2),
      source('2012 (spring)', '2012-04-01'),
      ...labelled.slice(2),
      source('2014', '2014-06-01'),
    ];
    expect(gapsBetween(yearly as typeof editions, new Set(), { after: '2011-01-01' })).toContain('2012 (spring)');
  });
});
