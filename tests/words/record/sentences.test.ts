import { describe, expect, it, test } from 'vitest';
import { headline, knownWords } from '../../../src/words/record/headline.ts';
import { editionRuns } from '../../../src/words/record/naming-words.ts';
import {
  listInFull,
  namingSentence,
  partWords,
  seriesSentence,
  shortWords,
} from '../../../src/words/record/sentences.ts';
import { dateWords } from '../../../src/words/dates.ts';
import { eventWords } from '../../../src/words/record/events.ts';
import { seizedBy } from '../../../src/words/record/deciders.ts';
import type { EventKind, Series, Source } from '../../../src/list/records.ts';
import type { HistoryEvent, Library, SeriesStatus, Status } from '../../../src/list/status.ts';
import { exampleSeries, exampleSource } from '../../fixtures.ts';

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

const series = (
  id: string,
  evidence: Series['evidence'],
  jurisdiction: string | null,
  more: Partial<Series> = {},
): Series => ({
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
  ...more,
});
const source = (id: string, of: string, more: Partial<Source> = {}): Source => ({
  ...exampleSource,
  id,
  series: of,
  ...more,
});
const library: Library = {
  series: Object.fromEntries(
    [
      series('nml', 'government-list', 'US'),
      series('it', 'court-order', 'IT', { issuedBy: 'a court or prosecutor of Italy' }),
      series('ru', 'court-order', 'RU'),
      series('gb', 'court-order', 'GB'),
      series('nl', 'court-order', 'NL'),
      series('fr', 'court-order', 'FR'),
      series('cuii', 'voluntary-agreement', 'DE'),
      series('mpa', 'industry-submission', null, { noun: 'submission' }),
      series('riaa', 'industry-submission', null, { noun: 'submission for the EU watch list' }),
      series('customs', 'seizure', 'US'),
      series('news', 'report', null, { issuedBy: 'a report' }),
    ].map((one) => [one.id, one]),
  ),
  sources: Object.fromEntries(
    [
      source('raid', 'customs'),
      source('traced', 'customs', { tracedBy: 'Torrent News' }),
      source('order', 'it', { authority: 'Court of Bergamo' }),
      source('act', 'ru'),
      source('appeal', 'it', { authority: 'Court of Cassation' }),
      source('register', 'ru', { dateKind: 'observed' }),
      source('article', 'news'),
    ].map((one) => [one.id, one]),
  ),
};
const status = (of: string, is: Status, more: Partial<SeriesStatus> = {}): SeriesStatus => ({
  series: of,
  status: is,
  first: '2011-05-01',
  last: '2020',
  editions: [],
  ...more,
});
const said = (statuses: SeriesStatus[], closed: string | null = null) =>
  headline({ series: statuses, record: null, closed }, library);
const one = (of: string, is: Status, more: Partial<SeriesStatus> = {}) => said([status(of, is, more)])[0];

describe('A list', () => {
  it.each<[string, Partial<SeriesStatus>, string]>([
    ['of consecutive editions', { editions: ['2019', '2020'] }, 'Named in NML’s lists of 2019 and 2020.'],
    [
      'with gaps in our record',
      { editions: ['2011', '2012', '2013', '2016'], gaps: ['2014', '2015'] },
      'Named in NML’s lists of 2011–2013 and 2016; our record of those of 2014 and 2015 is not complete.',
    ],
    [
      'whose later editions we hold in part',
      { editions: ['2021'], gaps: ['2022', '2023', '2024'], laterEditions: true },
      'Last named in NML’s 2021 list; our record of those of 2022–2024 is not complete.',
    ],
    [
      'last named long ago, and before',
      { editions: ['2016', '2018'], gaps: ['2017', '2019'], laterEditions: true },
      'Last named in NML’s 2018 list, before in that of 2016; our record of those of 2017 and 2019 is not complete.',
    ],
    [
      'that printed only a name',
      { editions: ['2025'], nameOnly: 'The Pirate Bay' },
      'Named in NML’s 2025 list. The 2025 list names The Pirate Bay and prints no domain.',
    ],
    [
      'that a report gives by name only',
      { editions: ['2025'], nameOnly: 'The Pirate Bay', nameReported: true },
      'Named in NML’s 2025 list. The 2025 list, as reported, names The Pirate Bay and prints no domain.',
    ],
    [
      'that went on to name the market elsewhere',
      {
        editions: ['2021'],
        laterEditions: true,
        elsewhere: [{ edition: '2022', name: 'RARBG', domains: ['rarbg.example'] }],
      },
      'Last named in NML’s 2021 list. Its 2022 list names RARBG on rarbg.example.',
    ],
    [
      'that went on to name it elsewhere, and by name',
      {
        editions: ['2019'],
        laterEditions: true,
        elsewhere: [
          { edition: '2020', name: 'M', domains: ['a.example', 'b.example'] },
          { edition: '2021', name: 'M', domains: ['c.example'] },
          { edition: '2022', name: 'M', domains: [] },
        ],
      },
      'Last named in NML’s 2019 list. Its lists of 2020–2022 name M on other addresses or when it is not recorded to have used this address.',
    ],
  ])('%s', (_, more, words) => expect(one('nml', 'listed', more)).toBe(words));
  it.each<[string, Partial<SeriesStatus>, string]>([
    [
      'a complete edition is silent',
      { editions: ['2012'], absentFrom: '2019', gaps: ['2013'] },
      'Named in NML’s 2012 list; not in that of 2019; our record of that of 2013 is not complete.',
    ],
    [
      'its removal is reported',
      { editions: ['2012'], removed: { date: '2014-02' } },
      'Named in NML’s 2012 list; reported removed in February 2014.',
    ],
    [
      'an edition is reported to drop it',
      { editions: ['2012'], removed: { edition: '2013', date: '2014-02' } },
      'Named in NML’s 2012 list; reported removed in that of 2013.',
    ],
  ])('no longer, where %s', (_, more, words) => expect(one('nml', 'formerly-listed', more)).toBe(words));
  it('in the badge’s few words is the last, not the present, and by name only where it is that', () => {
    expect(shortWords(status('nml', 'listed', { editions: ['2019', '2020'] }), library)).toBe(
      'Named in NML’s 2020 list',
    );
    expect(shortWords(status('nml', 'listed', { editions: ['2018'], laterEditions: true }), library)).toBe(
      'Last named in NML’s 2018 list',
    );
    expect(shortWords(status('nml', 'listed', { editions: ['2025'], nameOnly: 'M' }), library)).toBe(
      'Named in NML’s 2025 list, by name only',
    );
  });
  it('has a plain name there, if the series gives one, for readers who do not know its issuer', () => {
    const plain = { ...library, series: { nml: { ...library.series['nml']!, plainName: 'US list of markets' } } };
    const short = (of: Status, more: Partial<SeriesStatus>) => shortWords(status('nml', of, more), plain);
    expect(short('listed', { editions: ['2018', '2020'] })).toBe('Named in the 2020 US list of markets');
    expect(short('listed', { editions: ['2018'], laterEditions: true, nameOnly: 'M' })).toBe(
      'Last named in the 2018 US list of markets, by name only',
    );
    expect(short('formerly-listed', { editions: ['2018'] })).toBe(
      'No longer named; last in the 2018 US list of markets',
    );
  });
  it('in the popup’s first sentence has whose name it is, where the list prints no domain', () => {
    const first = (of: Status, more: Partial<SeriesStatus>) => namingSentence(status('nml', of, more), library);
    expect(first('listed', { editions: ['2025'] })).toBe('Named in NML’s 2025 list.');
    expect(first('listed', { editions: ['2025'], nameOnly: 'M' })).toBe(
      'M is named in NML’s 2025 list; the list prints no domain.',
    );
    expect(first('listed', { editions: ['2025'], nameOnly: 'M', nameReported: true, laterEditions: true })).toBe(
      'M was last named in NML’s 2025 list; we read only a report of it, which gives no domain.',
    );
    expect(first('formerly-listed', { editions: ['2025'], nameOnly: 'M' })).toBe(
      'M was named in NML’s 2025 list; the list prints no domain.',
    );
  });
  it('in full has its issuer, and the short name that sentences use', () => {
    const of = { ...exampleSeries, name: 'Review', issuer: 'Example Office' };
    expect(listInFull({ ...of, issuedBy: 'the Example Office' })).toBe('Review, Example Office');
    expect(listInFull({ ...of, issuedBy: 'EXO' })).toBe('Review, Example Office (EXO)');
  });
});

describe('An order', () => {
  const by = 'Ordered blocked by RU (Russia) in 2011; ';
  it.each<[string, Status, Partial<SeriesStatus>, string]>([
    [
      'permanent by its words',
      'blocked',
      { standing: { how: 'permanent', verification: 'act' } },
      `${by}the order is permanent by its own terms.`,
    ],
    [
      'permanent as a report says',
      'blocked',
      { standing: { how: 'permanent', verification: 'report' } },
      `${by}the order is permanent by its own terms, according to a report.`,
    ],
    [
      'permanent by statute, and last seen',
      'blocked',
      {
        standing: { how: 'statute', statute: 'article 15.6 of law 149-FZ', verification: 'copy-of-act' },
        lastShown: { date: '2018-05-05', by: 'register' },
      },
      `${by}permanent by article 15.6 of law 149-FZ; last seen in the register on 5 May 2018.`,
    ],
    [
      'whose term runs',
      'blocked',
      { standing: { how: 'term', date: '2027-05', verification: 'act' } },
      `${by}in force: its term runs to May 2027.`,
    ],
    ['of which no more is known', 'block-ordered', {}, `${by}whether the order still stands is not in our record.`],
    [
      'confirmed long ago',
      'block-ordered',
      { lastShown: { date: '2012-06-15', by: 'act' } },
      `${by}last confirmed or extended on 15 June 2012; whether the order still stands is not in our record.`,
    ],
    [
      'limited by statute',
      'block-ordered',
      { atMost: { date: '2026-12-05', statute: 'article L. 333-10' } },
      `${by}by article L. 333-10 it can run to 5 December 2026 at most; its own end is not in our record.`,
    ],
  ])('%s', (_, is, more, words) => expect(one('ru', is, more)).toBe(words));
  it.each<[string, NonNullable<SeriesStatus['ended']>, string]>([
    [
      'its term ran out',
      { how: 'term', date: '2024-05', source: 'act' },
      'its stated term ran to May 2024; no extension is in our record.',
    ],
    [
      'it was lifted',
      { how: 'lifted', date: '2016-05-30', source: 'act' },
      'blocking under the order ended on 30 May 2016 by a later act.',
    ],
    [
      'a court set it aside',
      { how: 'annulled', date: '2013-05-02', source: 'appeal' },
      'the order was set aside on 2 May 2013 by the Court of Cassation.',
    ],
    [
      'somebody saw that it was set aside',
      { how: 'annulled', date: '2013-05-02', source: 'appeal', observed: true },
      'the order was seen to be set aside on 2 May 2013; when it was is not in our record.',
    ],
    [
      'a report says that a court set it aside',
      { how: 'annulled', date: '2013-05-02', source: 'appeal', reported: true },
      'the order was set aside by the Court of Cassation, as reported on 2 May 2013.',
    ],
    [
      'a report says that it was lifted',
      { how: 'lifted', date: '2013-05-02', source: 'appeal', reported: true },
      'blocking under the order was reported ended on 2 May 2013.',
    ],
    [
      'the statute’s months passed',
      { how: 'statute', date: '2025-08-02', statute: 'article L. 333-10', source: 'act' },
      'by article L. 333-10 it could run to 2 August 2025 at most; no further order is in our record.',
    ],
  ])('has not simply "ended": %s', (_, ended, words) =>
    expect(one('ru', 'formerly-blocked', { ended })).toBe(`Formerly ordered blocked by RU (Russia) in 2011; ${words}`),
  );
  it('names the body that the record knows, where the series only says its kind', () => {
    expect(one('it', 'block-ordered', { authority: 'Court of Bergamo' })).toBe(
      'Ordered blocked by the Court of Bergamo (Italy) in 2011; whether the order still stands is not in our record.',
    );
    expect(one('it', 'block-ordered')).toBe(
      'Ordered blocked by a court or prosecutor of Italy in 2011; whether the order still stands is not in our record.',
    );
  });
  it('has few words for the badge that say no more than is known', () => {
    expect(shortWords(status('gb', 'block-ordered'), library)).toBe(
      'Ordered blocked in the United Kingdom, not known to stand',
    );
    expect(
      shortWords(status('fr', 'formerly-blocked', { ended: { how: 'term', date: '2024-05', source: 'act' } }), library),
    ).toBe('Ordered blocked in France until May 2024');
    expect(
      shortWords(
        status('fr', 'formerly-blocked', { ended: { how: 'lifted', date: '2024-05', source: 'act' } }),
        library,
      ),
    ).toBe('Formerly ordered blocked in France');
  });
});

describe('Several orders of one series', () => {
  type Orders = NonNullable<SeriesStatus['orders']>;
  const open = (date: string) => ({ date, inForce: null });
  const over = (date: string, how: 'term' | 'statute' | 'lifted' = 'term') => ({ date, inForce: false, how });
  const permanent = (date: string) => ({ date, inForce: true, how: 'statute' as const });
  it.each<[string, Status, Orders, Partial<SeriesStatus>, string]>([
    [
      'of which nothing more is known',
      'block-ordered',
      [open('2015-03-27'), open('2019-06-20')],
      {},
      'Ordered blocked by RU (Russia) in two orders, of 27 March 2015 and 20 June 2019; whether either of them still stands is not in our record.',
    ],
    [
      'of one day, as a report says',
      'block-ordered',
      [
        { ...open('2024-07'), reported: true },
        { ...open('2024-07'), reported: true },
        { ...open('2024-07'), reported: true },
      ],
      { lastShown: { date: '2025', by: 'act' } },
      'Ordered blocked by RU (Russia) in three orders, all of July 2024 (as reported); one of them last confirmed or extended in 2025; whether any of the three still stands is not in our record.',
    ],
    [
      'all permanent',
      'blocked',
      [permanent('2015'), { ...permanent('2016'), decides: true }],
      { standing: { how: 'statute', statute: 'article 1', verification: 'act' } },
      'Ordered blocked by RU (Russia) in two orders, of 2015 and 2016; both are permanent by article 1.',
    ],
    [
      'of which one is shown to be in force, one has run out and one is not known',
      'blocked',
      [open('2014'), over('2015'), { ...permanent('2016'), decides: true }],
      { standing: { how: 'statute', statute: 'article 1', verification: 'act' } },
      'Ordered blocked by RU (Russia) in three orders, of 2014, 2015 and 2016; that of 2016 is permanent by article 1; ' +
        'whether that of 2014 still stands is not in our record; that of 2015 has run out.',
    ],
    [
      'of which one runs and one is suspended',
      'blocked',
      [
        { ...open('2014'), hindered: { how: 'suspended', date: '2015-02-01', source: 'appeal' } },
        { date: '2016', inForce: true, how: 'term', decides: true },
      ],
      { standing: { how: 'term', date: '2027', verification: 'report' } },
      'Ordered blocked by RU (Russia) in two orders, of 2014 and 2016; that of 2016 is in force: its term runs to 2027, according to a report; ' +
        'enforcement of that of 2014 was suspended on 1 February 2015; whether it was taken up again is not in our record.',
    ],
    [
      'that cannot be told apart by their days',
      'block-ordered',
      [open('2014'), open('2014'), over('2014')],
      {},
      'Ordered blocked by RU (Russia) in three orders, all of 2014; whether two of them still stand is not in our record; one of them has run out.',
    ],
    [
      'whose terms have run out',
      'formerly-blocked',
      [over('2024-10-24'), { ...over('2024-12-05'), decides: true }, over('2024-12-05')],
      { ended: { how: 'term', date: '2025-06', source: 'act' } },
      'Formerly ordered blocked by RU (Russia) in three orders, of 24 October 2024 and 5 December 2024 (two); the last of their stated terms ran to June 2025; no extension is in our record.',
    ],
    [
      'of which a statute limits the longest',
      'formerly-blocked',
      [{ ...over('2024', 'statute'), decides: true }, over('2025')],
      { ended: { how: 'statute', statute: 'article 2', date: '2026', source: 'act' } },
      'Formerly ordered blocked by RU (Russia) in two orders, of 2024 and 2025; by article 2 that of 2024 could run to 2026 at most; that of 2025 has run out; no further order is in our record.',
    ],
    [
      'of which some were lifted',
      'formerly-blocked',
      [over('2024'), { ...over('2025', 'lifted'), decides: true }],
      { ended: { how: 'lifted', date: '2026', source: 'act' } },
      'Formerly ordered blocked by RU (Russia) in two orders, of 2024 and 2025; that of 2024 has run out; that of 2025 was lifted or set aside; the last end is of 2026.',
    ],
  ])('%s', (_, is, orders, more, words) => expect(one('ru', is, { orders, ...more })).toBe(words));
  it('are counted on badge, toolbar and among other countries', () => {
    const two: Orders = [open('2015-03-27'), open('2019-06-20')];
    expect(shortWords(status('gb', 'block-ordered', { orders: two }), library)).toBe(
      'Ordered blocked in the United Kingdom by two orders, not known to stand',
    );
    expect(shortWords(status('gb', 'blocked', { orders: [permanent('2015'), permanent('2016')] }), library)).toBe(
      'Blocked by two court orders in the United Kingdom',
    );
    expect(partWords(status('ru', 'block-ordered', { orders: two }), library)).toBe(
      'RU (Russia), two orders, of 27 March 2015 and 20 June 2019',
    );
    const other = status('nl', 'block-ordered', { orders: [open('2011')] });
    expect(said([status('gb', 'block-ordered', { orders: two }), other])).toEqual([
      'Ordered blocked in the United Kingdom and the Netherlands by three orders (2011–2019); whether the orders still stand is not in our record.',
    ]);
  });
});

it('A later observation does not date an order', () =>
  expect(one('ru', 'block-ordered', { orders: [{ date: '2025', observed: true, inForce: null }] })).toBe(
    'Ordered blocked by RU (Russia) in or before 2025; whether the order still stands is not in our record.',
  ));

describe('An order that was suspended', () => {
  const orders: SeriesStatus['orders'] = [
    {
      date: '2022',
      inForce: null,
      hindered: { how: 'suspended', date: '2022-06-06', source: 'appeal', reported: true },
    },
  ];
  it('is called suspended, and not ended', () => {
    expect(one('ru', 'block-ordered', { orders })).toBe(
      'Ordered blocked by RU (Russia) in 2022; enforcement of the order was suspended, as reported on 6 June 2022; whether it was taken up again is not in our record.',
    );
    expect(shortWords(status('gb', 'block-ordered', { orders }), library)).toBe(
      'Ordered blocked in the United Kingdom, enforcement suspended',
    );
    expect(partWords(status('ru', 'block-ordered', { orders }), library)).toBe(
      'RU (Russia), enforcement suspended, as reported on 6 June 2022',
    );
    expect(said([status('gb', 'block-ordered', { orders }), status('nl', 'block-ordered')])).toEqual([
      'Ordered blocked in the United Kingdom and the Netherlands (2011–2022); enforcement in the United Kingdom was suspended; whether the orders still stand is not in our record.',
    ]);
  });
  it('or set aside in part leaves the rest open', () => {
    const partly = [
      { date: '2015', inForce: null, hindered: { how: 'annulled', date: '2017', source: 'appeal', partly: true } },
    ] as const;
    expect(one('ru', 'block-ordered', { orders: partly })).toBe(
      'Ordered blocked by RU (Russia) in 2015; the order was set aside in part in 2017 by the Court of Cassation; whether the rest stands is not in our record.',
    );
  });
});

describe('The opening sentences', () => {
  it('name the editions and count the orders by country', () => {
    expect(
      said([
        status('nml', 'listed', { editions: ['2020'] }),
        status('ru', 'blocked'),
        status('it', 'block-ordered', { first: '2008' }),
      ]),
    ).toEqual([
      'Named in NML’s 2020 list.',
      'Ordered blocked in Russia and Italy (2008–2011); shown to be in force in Russia; whether the other still stands is not in our record.',
    ]);
  });
  it('never say that no order is in force because none is shown to be', () => {
    expect(said([status('gb', 'block-ordered'), status('nl', 'block-ordered')])).toEqual([
      'Ordered blocked in the United Kingdom and the Netherlands (2011); whether the orders still stand is not in our record.',
    ]);
  });
  it('count no ended order among the others', () => {
    const over = status('fr', 'formerly-blocked', { ended: { how: 'term', date: '2025-10', source: 'act' } });
    expect(said([status('ru', 'blocked'), status('it', 'block-ordered'), over])).toEqual([
      'Ordered blocked in Russia and Italy (2011); shown to be in force in Russia; whether the other still stands is not in our record. ' +
        'Formerly ordered blocked by FR (France) in 2011; its stated term ran to October 2025; no extension is in our record.',
    ]);
    expect(
      said([over, status('nl', 'formerly-blocked', { ended: { how: 'lifted', date: '2014', source: 'act' } })]),
    ).toEqual([
      'Formerly ordered blocked in France and the Netherlands; orders were ended by later acts or set aside, or their stated term has run out.',
    ]);
  });
  it('keep what providers agreed apart from what anybody ordered', () => {
    expect(said([status('it', 'block-ordered'), status('cuii', 'block-ordered')])).toEqual([
      'Ordered blocked by a court or prosecutor of Italy in 2011; whether the order still stands is not in our record.',
      'Blocking agreed by CUII (Germany) in 2011; whether the agreement still stands is not in our record.',
    ]);
  });
  it('end with the closing of the site', () => {
    expect(said([status('nml', 'listed', { editions: ['2018'] })], '2019-11-01')).toEqual([
      'Named in NML’s 2018 list.',
      'Reported closed on 1 November 2019.',
    ]);
  });
  it('say of a submission what it is, once', () => {
    expect(said([status('mpa', 'named', { editions: ['2011', '2013'], gaps: ['2012'] })])).toEqual([
      'Named in MPA’s submissions of 2011 and 2013; our record of that of 2012 is not complete; what an industry body asked for, not a decision.',
    ]);
    expect(
      said([status('nml', 'listed', { editions: ['2020'] }), status('mpa', 'named', { editions: ['2011'] })]),
    ).toEqual(['Named in NML’s 2020 list.', 'Also named by MPA in submissions.']);
  });
  it('say of several submissions what they are, once, with the gaps of each', () => {
    expect(
      said([
        status('mpa', 'named', { editions: ['2011'] }),
        status('riaa', 'named', { editions: ['2010', '2012'], gaps: ['2011'] }),
      ]),
    ).toEqual([
      'Named in MPA’s 2011 submission; in RIAA’s submissions for the EU watch list of 2010 and 2012 (our record of that of 2011 is not complete): ' +
        'what industry bodies asked for, not decisions.',
    ]);
  });
  it('give a seizure that is known from reports only as reported, in every place', () => {
    const reportedBy = ['news.example', 'paper.example'];
    const told = status('customs', 'seized', { reported: true, reportedBy, seizedOn: '2020' });
    expect(shortWords(told, library)).toBe('Domain reported seized by CUSTOMS');
    const sentence = 'Domain reported seized by CUSTOMS in 2020, according to news.example and paper.example.';
    expect(seriesSentence(told, library)).toBe(sentence);
    expect(said([told])).toEqual([sentence]);
    expect(one('customs', 'seized', { seizedOn: '2012-01-19' })).toBe('Domain seized by CUSTOMS on 19 January 2012.');
  });
  it('say who traced a domain that no list of the authorities names, in every place', () => {
    const traced = status('customs', 'seized', { reported: true, tracedBy: 'Torrent News', seizedOn: '2020' });
    expect(shortWords(traced, library)).toBe('Domain reported seized by CUSTOMS, traced by Torrent News');
    expect(said([traced])).toEqual([
      'Domain reported seized by CUSTOMS in 2020: traced by Torrent News; no list of the authorities in our record names the domain.',
    ]);
  });
  it('name the court beside the authorities that seized, not in their place', () => {
    const customs = { ...library.series.customs!, issuedBy: 'United States authorities' };
    expect(seizedBy(customs, 'District Court')).toBe('United States authorities (District Court)');
    expect(seizedBy(customs, undefined)).toBe('United States authorities');
    expect(seizedBy(library.series.customs!, 'District Court')).toBe('CUSTOMS');
  });
});

describe('One line of the history', () => {
  const words = (kind: EventKind, from: string, more: Partial<HistoryEvent> = {}) =>
    eventWords(
      {
        kind,
        source: from,
        series: library.sources[from]!.series,
        evidence: 'court-order',
        verification: 'act',
        dateKind: 'decided',
        ...more,
      },
      library,
    );
  it.each<[string, string]>([
    [words('seized', 'raid', { verification: 'report' }), 'Domain reported seized by CUSTOMS'],
    [
      words('seized', 'traced', { verification: 'report' }),
      'Domain reported seized by CUSTOMS, traced by Torrent News',
    ],
    [words('seized', 'raid', { verification: 'copy-of-act' }), 'Domain seized by CUSTOMS'],
    [words('blocked', 'order'), 'Ordered blocked by the Court of Bergamo'],
    [
      words('blocked', 'order', { dateKind: 'observed' }),
      'Seen to be ordered blocked by the Court of Bergamo; since when is not in our record',
    ],
    [words('annulled', 'appeal', { partly: true }), 'Set aside in part by the Court of Cassation'],
    [words('suspended', 'appeal'), 'Enforcement of the order suspended by the Court of Cassation'],
    [
      words('suspended', 'appeal', { partly: true }),
      'Enforcement of the order suspended in part by the Court of Cassation',
    ],
    [words('annulled', 'appeal'), 'Set aside by the Court of Cassation'],
    [words('judgment', 'appeal'), 'Judgment of the Court of Cassation'],
    [words('judgment', 'article', { evidence: 'report' }), 'Judgment reported'],
    [words('confirmed', 'register', { dateKind: 'observed' }), 'Seen in the register'],
    [words('lapsed', 'article'), 'Seized domain reported lapsed'],
  ])('%s', (found, expected) => expect(found).toBe(expected));
});

describe('How the events are known stands in one sentence', () => {
  const events = (act: number, copy: number, report: number) => [
    ...Array.from({ length: report }, () => ({ verification: 'report' as const })),
    ...Array.from({ length: copy }, () => ({ verification: 'copy-of-act' as const })),
    ...Array.from({ length: act }, () => ({ verification: 'act' as const })),
  ];
  test.each([
    [0, 0, 1, 'The one dated fact was read in a report, not in the original document.'],
    [0, 0, 12, 'All 12 dated facts were read in reports, not in the original documents.'],
    [0, 1, 0, 'The one dated fact was read in a copy of the original document.'],
    [2, 0, 0, 'Both dated facts were read in the original documents.'],
    [0, 0, 2, 'Both dated facts were read in reports, not in the original documents.'],
    [0, 3, 0, 'All 3 dated facts were read in copies of the original documents.'],
    [
      1,
      6,
      42,
      'Of 49 dated facts, 1 was read in the original document, 6 in a copy of the original document and 42 in reports only.',
    ],
    [0, 1, 2, 'Of 3 dated facts, 1 was read in a copy of the original document and 2 in reports only.'],
    [0, 0, 0, ''],
  ])('%i read in the act, %i in a copy, %i in reports: "%s"', (act, copy, report, words) =>
    expect(knownWords(events(act, copy, report))).toBe(words),
  );
});
