/** What is cited: the act where it was read, else the report; by whom it was made, by name; with no number twice. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { HistoryEvent, Library } from '../../../src/list/history.ts';
import type { Series, Source } from '../../../src/list/records.ts';
import { authoritiesOf } from '../../../src/ui/citations/authority.ts';
import { citedBy } from '../../../src/ui/citations/cited.ts';
import { cite } from '../../../src/ui/citations/formats.ts';
import { PUBLISHERS, reportFacts } from '../../../src/ui/citations/report-facts.ts';
import { placeOf } from '../../../src/ui/citations/text.ts';
import { exampleSeries, exampleSource } from '../../fixtures.ts';

const NEWS = 'https://news.example/1';
const source: Source = { ...exampleSource, read: [...exampleSource.read, { url: NEWS, as: 'report' }] };
const libraryWith = (changed: Partial<Source> = {}, series: Partial<Series> = {}): Library => ({
  series: { 'xx-list': { ...exampleSeries, ...series } },
  sources: { 'xx-list-2020': { ...source, ...changed } },
});
const event = (more: Partial<HistoryEvent> = {}) =>
  ({
    source: 'xx-list-2020',
    date: '2021-01-14',
    verification: 'act',
    locator: 'p. 1',
    readAt: 'https://office.example/2020',
    bearing: 'printed',
    ...more,
  }) as HistoryEvent;

describe('What is cited', () => {
  it('is the act where it was read', () => {
    const [cited] = citedBy({ history: [event()], library: libraryWith() });
    expect(cited).toMatchObject({ citedIn: null, work: { authors: ['Example Office'], title: exampleSource.title } });
  });
  it('is the report where only that was read of this fact, though another fact was read in the act', () => {
    const history = [event(), event({ verification: 'report', readAt: NEWS, locator: 'last line' })];
    const [act, told] = citedBy({ history, library: libraryWith() });
    expect(act).toMatchObject({ id: 'xx-list-2020', citedIn: null, locators: ['p. 1'] });
    expect(told).toMatchObject({
      id: 'xx-list-2020-2',
      citedIn: { authors: ['news.example'], url: NEWS, title: '[Report on Example watch list 2020]', date: null },
      locators: ['last line'],
    });
  });
  it('is once what several facts have in common, with each place', () => {
    const cited = citedBy({ history: [event(), event({ locator: 'p. 2' })], library: libraryWith() });
    expect(cited.map(({ locators }) => locators)).toEqual([['p. 1', 'p. 2']]);
  });
  it('says that a copy was read, where the act has an address of its own and where it is archived', () => {
    const copy = 'https://copies.example/2020';
    const library = libraryWith({
      url: 'https://office.example/2020',
      archived: 'https://archive.example/x',
      read: [{ url: copy, as: 'copy-of-act' }],
    });
    const [cited] = citedBy({ history: [event({ verification: 'copy-of-act', readAt: copy })], library });
    expect(cited!.work.url).toBe(copy);
    expect(cited!.note).toBe(
      'A copy was read. Official address: https://office.example/2020. Archived: https://archive.example/x.',
    );
  });
  test.each([
    ['Order 206/24/DDA', '206/24/DDA', undefined],
    ['BREIN v Ziggo, 200.105.418/01', '200.105.418/01', undefined],
    ['Elisa v IFPI Finland, S 11/3097', 'S 11/3097, H 11/20937', 'H 11/20937'],
    ['Criminal judgment', '1028327-50', '1028327-50'],
  ])('prints the docket once: %s, %s', (title, caseNumber, number) => {
    const library = libraryWith({ title, caseNumber }, { evidence: 'court-order' });
    expect(citedBy({ history: [event()], library })[0]!.work.number).toBe(number);
  });
});

describe('The order of citations', () => {
  const dated = 'https://torrentfreak.com/a-report-160301/';
  const at = (readAt: string, verification: HistoryEvent['verification'], date: string) =>
    event({ readAt, verification, date, locator: date });
  const history = [
    at(NEWS, 'report', '2011'),
    at(dated, 'report', '2012'),
    at('https://copies.example/2020', 'copy-of-act', '2013'),
    at('https://office.example/2021', 'act', '2015'),
    at('https://office.example/2020', 'act', '2014'),
  ];
  const cited = citedBy({ history, library: libraryWith() });
  it('is acts, copies, reports; of each the dated first, and the oldest first', () =>
    expect(cited.map(({ readAs, locators }) => [readAs, locators[0]])).toEqual([
      ['act', '2014'],
      ['act', '2015'],
      ['copy-of-act', '2013'],
      ['report', '2012'],
      ['report', '2011'],
    ]));
  it.each(['apa', 'chicago', 'oscola', 'bluebook'] as const)(
    'is the same in %s, where no undated report opens the list',
    (format) => {
      const places = ['office.example', 'copies.example', 'torrentfreak.com', 'news.example'].map((host) =>
        cite(cited, format, '2026-11-28').indexOf(`https://${host}`),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
    },
  );
});

describe('Who made it', () => {
  const courts = { issuer: 'Courts of Denmark', issuedBy: 'a court of Denmark', jurisdiction: 'DK' } as const;
  test.each([
    ['Supreme Court', 'Supreme Court of Denmark'],
    ['Supreme Court, Second Chamber', 'Supreme Court of Denmark, Second Chamber'],
    ['Supreme Court of Denmark', 'Supreme Court of Denmark'],
    ['Court of Bergamo', 'Court of Bergamo'],
    ['Court of Appeal of Helsinki', 'Court of Appeal of Helsinki'],
  ])('%s is named as %s', (authority, name) =>
    expect(authoritiesOf({ authority }, { ...courts, evidence: 'court-order' })).toEqual([name]),
  );
  it('is said to be not in our record, rather than a class of bodies', () =>
    expect(authoritiesOf({}, { ...courts, evidence: 'court-order' })).toEqual([
      '[court of Denmark, name not in our record]',
    ]));
  it('is two where two decided', () =>
    expect(
      authoritiesOf({ authority: 'Section Two; Court of Madrid' }, { ...courts, evidence: 'court-order' }),
    ).toEqual(['Section Two', 'Court of Madrid']));
});

const all = (folder: string) =>
  readdirSync(`data/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(`data/${folder}/${file}`, 'utf8')) as unknown);

describe('On the real record', () => {
  const sources = all('sources') as Source[];
  const series = Object.fromEntries((all('series') as Series[]).map((each) => [each.id, each]));
  it('no act has a class of bodies for an author', () => {
    const names = sources
      .filter((each) => series[each.series]!.evidence !== 'report')
      .flatMap((each) => authoritiesOf(each, series[each.series]!));
    expect(
      names.filter((name) => /^(?:Newspapers|Courts of|Civil courts|\S+ courts\b|\S+ authorities\b)/.test(name)),
    ).toEqual([]);
  });
  it('names a publisher only as the record itself names it beside an address of that host', () => {
    const titles = sources.flatMap(({ title, series: id, read }) =>
      read.map((each, n) => [each.url, `${each.title ?? ''} ${n === 0 && id === 'reports' ? title : ''}`] as const),
    );
    for (const [host, name] of Object.entries(PUBLISHERS))
      expect(
        titles.some(([url, words]) => url.includes(host) && words.includes(name)),
        `${name} at ${host}`,
      ).toBe(true);
  });
});

test.each([
  [{ url: 'https://edri.org/x', title: 'EDRi, 27 August 2008' }, 'EDRi', '2008-08-27'],
  [{ url: 'https://zepos.example/x', title: 'Zepos, January 2019, with the number' }, 'Zepos', '2019-01'],
  [{ url: 'https://torrentfreak.com/some-title-221124/' }, 'TorrentFreak', '2022-11-24'],
  [
    {
      url: 'https://torrentfreak.com/title-230207/',
      title: 'TorrentFreak, 6 March 2023, though its address ends otherwise',
    },
    'TorrentFreak',
    '2023-03-06',
  ],
  [{ url: 'https://www.copies.example/1', title: 'Copy of TorrentFreak, 3 June 2023' }, 'copies.example', null],
  [{ url: 'https://paper.example/2016/12/27/x-221124/' }, 'paper.example', null],
])('the report %j is by %s, of %s', (read, publisher, date) => expect(reportFacts(read)).toEqual({ publisher, date }));

test.each([
  ['p. 24', '24', '', ''],
  ['pp. 1-2, caption', '1–2', '', 'caption'],
  ['operative part, point 4, p. 21', '21', '', 'operative part, point 4'],
  ['paragraph 1 of the judgment', '', '[1]', ''],
  ['list of domains', '', '', 'list of domains'],
])('the place %s', (locator, page, paragraph, words) => expect(placeOf(locator)).toEqual({ page, paragraph, words }));
