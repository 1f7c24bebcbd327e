/** From a host and a path to the markets that it belongs to, and when a site counts as closed. */
import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/list/history.ts';
import type { Market, MarketDomain, MarketEvent } from '../../src/list/records.ts';
import { namedAddress, namedWords } from '../../src/words/record/named-words.ts';
import { matchMarkets, lookUp, statusUnnamed } from '../../src/list/look-up.ts';
import { exampleMarket, exampleSeries, exampleSource } from '../fixtures.ts';

const domain = (name: string, more: Partial<MarketDomain> = {}): MarketDomain => ({
  name,
  source: 'xx-list-2020',
  verification: 'act',
  locator: 'p. 1',
  ...more,
});
const market = (id: string, ...domains: MarketDomain[]): Market => ({ ...exampleMarket(id), domains });
const found = (candidates: Market[], host: string, path?: string) =>
  matchMarkets(candidates, host, path).map((match) => [match.market.id, ...match.domains.map(({ name }) => name)]);

describe('A page belongs to a market', () => {
  it('by a domain on the host itself and below it', () => {
    const one = market('m', domain('a.example'));
    for (const host of ['a.example', 'www.a.example']) expect(found([one], host)).toEqual([['m', 'a.example']]);
    for (const host of ['example', 'aa.example', 'b.example']) expect(found([one], host)).toEqual([]);
  });
  it('by a host alone where its entry says so', () => {
    const one = market('m', domain('a.example', { scope: 'host' }));
    expect(found([one], 'a.example')).toEqual([['m', 'a.example']]);
    for (const host of ['b.a.example', 'www.b.a.example', 'wwwa.example', 'b.www.a.example'])
      expect([host, found([one], host)]).toEqual([host, []]);
  });
  it('by "www." before a host that stands alone, unless the record has that name itself', () => {
    const one = market('m', domain('a.example', { scope: 'host' }));
    expect(found([one], 'www.a.example')).toEqual([['m', 'a.example']]);
    const other = market('o', domain('www.a.example', { scope: 'host' }));
    expect(found([one, other], 'www.a.example')).toEqual([['o', 'www.a.example']]);
    expect(found([one, other], 'a.example')).toEqual([['m', 'a.example']]);
    expect(found([other], 'a.example')).toEqual([]);
  });
  it.each<[string | undefined, string, boolean]>([
    ['/user/x', '/user/x', true],
    ['/user/x', '/user/x/', true],
    ['/user/x', '/user/x/file', true],
    ['/user/x', '/user/xy', false],
    ['/user/x', '/user', false],
    ['/user/x', '/', false],
    ['/user/x/', '/user/x/file', true],
    ['/user/x/', '/user/x', false],
    ['/user/x/', '/user/xy', false],
    [undefined, '/', true],
    [undefined, '/any', true],
  ])('by the path %s on %s: %s', (path, asked, belongs) => {
    const entry = domain('a.example', { scope: 'url-prefix', ...(path !== undefined && { path }) });
    expect(found([market('m', entry)], 'a.example', asked)).toEqual(belongs ? [['m', 'a.example']] : []);
    expect(found([market('m', entry)], 'b.example', asked)).toEqual([]);
  });
  it('by its root where no path is known', () => {
    expect(found([market('m', domain('a.example', { scope: 'url-prefix', path: '/x' }))], 'a.example')).toEqual([]);
    expect(found([market('m', domain('a.example', { scope: 'url-prefix', path: '/' }))], 'a.example')).toHaveLength(1);
  });
  it('the most specific first, both of its domains and of markets; of equals by id', () => {
    const wide = market('a-wide', domain('example.org'), domain('www.example.org'), domain('other.example'));
    const near = market('z-near', domain('cdn.www.example.org'));
    const alike = market('b-wide', domain('www.example.org'));
    for (const candidates of [
      [wide, near, alike],
      [alike, near, wide],
    ])
      expect(found(candidates, 'cdn.www.example.org')).toEqual([
        ['z-near', 'cdn.www.example.org'],
        ['a-wide', 'www.example.org', 'example.org'],
        ['b-wide', 'www.example.org'],
      ]);
  });
});

describe('The result', () => {
  const library: Library = {
    series: {
      [exampleSeries.id]: exampleSeries,
      news: { ...exampleSeries, id: 'news', evidence: 'report' },
      office: { ...exampleSeries, id: 'office', evidence: 'seizure' },
    },
    sources: Object.fromEntries(
      [
        exampleSource,
        { ...exampleSource, id: 'closing', series: 'news', date: '2022-05-05' },
        { ...exampleSource, id: 'closing-2', series: 'news', date: '2024-05-05' },
        { ...exampleSource, id: 'raid', series: 'office', date: '2023-01-01' },
      ].map(({ edition: _, ...source }) => [source.id, source.id === exampleSource.id ? exampleSource : source]),
    ),
  };
  const event = (
    kind: MarketEvent['kind'],
    source: string,
    domains: MarketEvent['domains'] = ['a.example'],
  ): MarketEvent => ({
    kind,
    source,
    domains,
    verification: 'act',
    locator: 'p. 1',
  });
  const LISTED = event('listed', 'xx-list-2020');
  const of = (events: MarketEvent[], more: Partial<MarketDomain> = {}, asOf = '2026-01-01') =>
    lookUp(
      matchMarkets([{ ...market('m', domain('a.example', more), domain('b.example')), events }], 'a.example'),
      library,
      asOf,
    );

  it('says which entries matched, with their scope', () => {
    expect(of([LISTED]).matches).toEqual([{ domain: 'a.example', market: 'm', scope: 'domain' }]);
    expect(of([LISTED], { scope: 'host' }).matches).toEqual([{ domain: 'a.example', market: 'm', scope: 'host' }]);
  });
  it('is the first of its series; without one on record, and not listed only where nothing matches', () => {
    expect(of([LISTED])).toMatchObject({ status: 'listed', record: null });
    const closed = of([event('closed', 'closing')]);
    expect(closed).toMatchObject({ status: 'on-record', series: [], closed: null });
    expect(closed.record).toMatchObject({ facts: 1, causes: [{ why: 'closed', date: '2022-05-05' }] });
    expect(lookUp([], library, '2026-01-01')).toEqual({
      status: 'not-listed',
      matches: [],
      series: [],
      record: null,
      closed: null,
    });
  });
  it('says when the site was reported closed, the newest report first, from its day on', () => {
    expect(of([LISTED, event('closed', 'closing')])).toMatchObject({ status: 'listed', closed: '2022-05-05' });
    expect(of([LISTED, event('closed', 'closing'), event('closed', 'closing-2')]).closed).toBe('2024-05-05');
    expect(of([LISTED, event('closed', 'closing')], {}, '2022-05-04').closed).toBe(null);
    expect(of([LISTED, event('closed', 'closing')], {}, '2022-05-05').closed).toBe('2022-05-05');
    expect(of([LISTED]).closed).toBe(null);
  });
  it('says nothing of a closing after which something names the site, or that is about another domain', () => {
    for (const kind of ['listed', 'named', 'blocked', 'seized'] as const)
      expect(of([LISTED, event('closed', 'closing'), event(kind, 'raid')]).closed).toBe(null);
    expect(of([LISTED, event('closed', 'closing'), event('returned', 'raid')]).closed).toBe('2022-05-05');
    expect(of([LISTED, event('closed', 'closing'), event('seized', 'raid', ['b.example'])]).closed).toBe('2022-05-05');
    expect(of([LISTED, event('closed', 'closing', ['b.example'])]).closed).toBe(null);
  });
});

describe('What was named and what was asked', () => {
  const match = (name: string) => [{ domain: name, market: 'm', scope: 'domain' as const }];
  it.each([
    ['a.example', 'a.example', ''],
    ['a.example', 'www.a.example', 'The record names a.example; www.a.example counts as the same site.'],
    [
      'a.example',
      'c.b.a.example',
      'The record names a.example, and so covers the names below it; c.b.a.example itself is not spoken of.',
    ],
  ])('%s, asked for %s', (named, asked, words) => {
    expect(namedWords(match(named), asked)).toBe(words);
    expect(namedAddress(match(named), asked)).toBe(words ? named : null);
  });
  it('is nothing where nothing was found', () => expect(namedWords([], 'a.example')).toBe(''));
  it.each([
    ['/', ''],
    ['/browse/200', 'The record names a.example as a whole; a.example/browse/200 is not spoken of by itself.'],
  ])('is the whole site where the page %s is asked about', (path, words) =>
    expect(namedWords([{ domain: 'a.example', market: 'm', scope: 'domain' }], 'a.example', path)).toBe(words),
  );
  it.each([
    ['', 'The record names a.example/browse, and so covers the pages below it.'],
    ['/browse', 'The record names a.example/browse, and so covers the pages below it.'],
    [
      '/browse/200',
      'The record names a.example/browse, and so covers the pages below it; a.example/browse/200 itself is not spoken of.',
    ],
  ])('is a part of the site where only that is named, whatever page is asked about: %s', (path, words) => {
    const one = market('m', domain('a.example', { scope: 'url-prefix', path: '/browse' }));
    const library: Library = { series: { 'xx-list': exampleSeries }, sources: { 'xx-list-2020': exampleSource } };
    const { matches } = lookUp(matchMarkets([one], 'a.example', path || '/browse/1'), library, '2026-11-22');
    expect(matches).toEqual([{ domain: 'a.example', market: 'm', scope: 'url-prefix', path: '/browse' }]);
    expect(namedWords(matches, 'a.example', path)).toBe(words);
    expect(namedAddress(matches, 'a.example')).toBe('a.example/browse');
  });
});

it.each([
  ['a.example', false, 'not-listed'],
  ['a.example', true, 'unknown'],
  ['192.0.2.1', false, 'unknown'],
  ['[2001:db8::1]', false, 'unknown'],
])('Where nothing is on record of %s, and the list has expired is %s, it is %s', (host, expired, status) =>
  expect(statusUnnamed(host, expired)).toBe(status),
);
