import { describe, expect, it, test } from 'vitest';
import { headline, knownWords } from '../../src/list/headline.ts';
import { dateWords, editionRuns, eventWords, seriesSentence, shortWords } from '../../src/list/words.ts';
import type { Series } from '../../src/list/records.ts';
import type { HistoryEvent, Library, SeriesStatus, Status } from '../../src/list/status.ts';

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
      series('riaa', 'industry-submission', null),
      series('customs', 'seizure', 'US'),
    ].map((one) => [one.id, one]),
  ),
  sources: {},
};
const status = (of: string, is: Status, editions: string[] = []): SeriesStatus => ({ series: of, status: is, first: '2011', last: '2020', editions });

describe('The opening sentences', () => {
  it('name the editions and count the orders by country', () => {
    expect(headline([status('nml', 'listed', ['2019', '2020']), status('ru', 'blocked'), status('it', 'block-ordered')], library)).toEqual([
      'Named in NML’s lists of 2019 and 2020.',
      'Ordered blocked in Russia and Italy; shown to be in force in Russia.',
    ]);
  });
  it('say of a submission what it is, once', () => {
    expect(headline([status('mpa', 'named', ['2011'])], library)).toEqual(['Named in MPA’s 2011 list; what an industry body asked for, not a decision.']);
    expect(headline([status('nml', 'listed', ['2020']), status('mpa', 'named', ['2011'])], library)).toEqual([
      'Named in NML’s 2020 list.',
      'Also named by MPA in submissions.',
    ]);
  });
  it('say of several submissions what they are, once', () => {
    expect(headline([status('mpa', 'named', ['2011']), status('riaa', 'named', ['2010', '2012'])], library)).toEqual([
      'Named in MPA’s 2011 list; in RIAA’s lists of 2010 and 2012: what industry bodies asked for, not decisions.',
    ]);
  });
  it('give a seizure that is known from reports only as reported, in every place', () => {
    const traced: SeriesStatus = { ...status('customs', 'seized'), reported: true };
    expect(shortWords(traced, library)).toBe('Domain reported seized by CUSTOMS');
    expect(seriesSentence(traced, library)).toBe('Domain reported seized by CUSTOMS, 2020.');
    expect(headline([traced], library)).toEqual(['Domain reported seized by CUSTOMS, 2020.']);
    expect(headline([status('customs', 'seized')], library)).toEqual(['Domain seized by CUSTOMS, 2020.']);
    const event = { kind: 'seized', series: 'customs', source: 'raid' } as HistoryEvent;
    const held = { ...library, sources: { raid: { id: 'raid' } as Library['sources'][string] } };
    expect(eventWords({ ...event, verification: 'report' }, held)).toBe('Domain reported seized by CUSTOMS');
    expect(eventWords({ ...event, verification: 'copy-of-act' }, held)).toBe('Domain seized by CUSTOMS');
  });
  it('never call an unknown order in force', () => {
    expect(shortWords(status('it', 'block-ordered'), library)).toBe('Ordered blocked in Italy (force not known)');
  });
});

describe('How the events are known stands in one sentence', () => {
  const events = (act: number, copy: number, report: number) => [
    ...Array.from({ length: report }, () => ({ verification: 'report' as const })),
    ...Array.from({ length: copy }, () => ({ verification: 'copy-of-act' as const })),
    ...Array.from({ length: act }, () => ({ verification: 'act' as const })),
  ];
  test.each([
    [0, 0, 1, 'The one event is known from a report; the act itself was not read.'],
    [0, 0, 12, 'All 12 events are known from reports; none of the acts was read.'],
    [0, 1, 0, 'The one event is known from a copy of the act.'],
    [2, 0, 0, 'All 2 events are known from the acts themselves.'],
    [0, 3, 0, 'All 3 events are known from copies of the acts.'],
    [1, 6, 42, 'Of 49 events, 1 is known from the act itself, 6 from a copy of the act and 42 from reports only.'],
    [0, 1, 2, 'Of 3 events, 1 is known from a copy of the act and 2 from reports only.'],
    [0, 0, 0, ''],
  ])('%i read in the act, %i in a copy, %i in reports: "%s"', (act, copy, report, words) => expect(knownWords(events(act, copy, report))).toBe(words));
});
