import { describe, expect, it, test } from 'vitest';
import { dateWords, editionRuns, headline, shortWords } from '../../src/list/words.ts';
import type { Series } from '../../src/list/records.ts';
import type { Library, SeriesStatus, Status } from '../../src/list/status.ts';

test.each([
  [['2020'], '2020'],
  [['2019', '2020'], '2019 and 2020'],
  [['2011', '2012', '2013', '2014', '2016'], '2011–2014 and 2016'],
  [['2018', '2020', '2022'], '2018, 2020 and 2022'],
  [['s301-2006', '2010'], 's301-2006 and 2010'],
])('editions %j are "%s"', (editions, words) => expect(editionRuns(editions)).toBe(words));

test.each([
  ['2012', '2012'],
  ['2012-01', 'January 2012'],
  ['2012-01-09', '9 January 2012'],
])('the date %s is "%s"', (date, words) => expect(dateWords(date)).toBe(words));

const series = (id: string, evidence: Series['evidence'], jurisdiction: string | null): Series => ({
  id,
  name: id,
  label: id,
  issuer: id,
  issuedBy: id.toUpperCase(),
  jurisdiction,
  evidence,
  means: 'm',
  doesNotMean: 'd',
  challenge: { text: 'c' },
});
const library: Library = {
  series: Object.fromEntries(
    [
      series('nml', 'government-list', 'US'),
      series('it', 'court-order', 'IT'),
      series('ru', 'court-order', 'RU'),
      series('mpa', 'industry-submission', null),
    ].map((one) => [one.id, one]),
  ),
  sources: {},
};
const status = (of: string, is: Status, editions: string[] = []): SeriesStatus => ({ series: of, status: is, first: '2011', last: '2020', editions });

describe('The opening sentences', () => {
  it('name the editions and count the orders by country', () => {
    expect(headline([status('nml', 'listed', ['2019', '2020']), status('ru', 'blocked'), status('it', 'block-ordered')], library)).toEqual([
      'Named in NML’s lists of 2019 and 2020.',
      'Ordered blocked in Russia and Italy; shown to be in force in 1.',
    ]);
  });
  it('say of a submission what it is, once', () => {
    expect(headline([status('mpa', 'named', ['2011'])], library)).toEqual(['Named in MPA’s 2011 list; what an industry body asked for, not a decision.']);
    expect(headline([status('nml', 'listed', ['2020']), status('mpa', 'named', ['2011'])], library)).toEqual([
      'Named in NML’s 2020 list.',
      'Also named by MPA in submissions.',
    ]);
  });
  it('never call an unknown order in force', () => {
    expect(shortWords(status('it', 'block-ordered'), library)).toBe('Ordered blocked in Italy; force not known');
  });
});
