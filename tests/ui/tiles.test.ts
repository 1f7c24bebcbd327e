/** The tiles of the popup, on the real record: what each counts, and that together they count every event once. */
import { describe, expect, it } from 'vitest';
import { history, libraryOf, ownEvents } from '../../src/list/history.ts';
import { lookUp, matchMarkets } from '../../src/list/look-up.ts';
import { tilesOf } from '../../src/ui/tiles.ts';
import { tileOf } from '../../src/ui/timeline/tile.ts';
import { readDataset } from '../../src/pipeline/dataset.ts';
import { exampleSeries, exampleSource } from '../fixtures.ts';
import type { HistoryEvent } from '../../src/list/status.ts';

const { dataset } = readDataset('data');
const library = libraryOf(dataset);
const today = new Date().toISOString().slice(0, 10);
const eventsOf = (host: string) =>
  matchMarkets(dataset.markets, host).flatMap((match) => history(match, library, today));
const counts = (host: string) => tilesOf(eventsOf(host), library).map(({ count }) => count);
const hosts = [...new Set(dataset.markets.flatMap(({ domains }) => domains.map(({ name }) => name)))];

describe('The tiles of', () => {
  it('a site with all kinds of acts count each of its events once', () => {
    const own = ownEvents(eventsOf('thepiratebay.org'));
    const [lists, orders, requests, other] = tilesOf(eventsOf('thepiratebay.org'), library);
    const by = (...evidence: string[]) => own.filter((event) => evidence.includes(event.evidence));
    expect(lists).toEqual({
      tile: 'lists',
      words: 'Lists',
      count: by('government-list').length,
      under: 'editions of 2 lists',
    });
    const ordered = by('court-order', 'administrative-order');
    const countries = new Set(ordered.map(({ series }) => library.series[series]!.jurisdiction));
    expect(orders).toEqual({
      tile: 'orders',
      words: 'Orders',
      count: ordered.length,
      under: `${countries.size} countries`,
    });
    expect(countries.size).toBeGreaterThan(5);
    expect(requests).toMatchObject({ words: 'Requested by industry', count: by('industry-submission').length });
    expect(other!.words).toBe('Closed and other');
  });

  it('a site whose orders printed only its market’s name deny none of them', () => {
    const tiles = tilesOf(eventsOf('annas-archive.org'), library);
    expect(tiles[1]).toEqual({
      tile: 'orders',
      words: 'Orders',
      count: 0,
      under: expect.stringMatching(/^\d+ about its market$/),
    });
  });

  it('a site that only industry named have one count', () => {
    const named = hosts.find((host) => lookUp(matchMarkets(dataset.markets, host), library, today).status === 'named')!;
    expect(counts(named)[2]).toBeGreaterThan(0);
    expect(counts(named).slice(0, 2)).toEqual([0, 0]);
  });

  it('a seized site say so', () => {
    const other = tilesOf(eventsOf('megaupload.com'), library)[3]!;
    expect(other).toMatchObject({ words: 'Seized, closed, other', under: expect.stringContaining('1 seizure') });
  });

  it('a host that the record does not hold count nothing', () =>
    expect(tilesOf(eventsOf('unlisted.example'), library).map(({ count, under }) => [count, under])).toEqual(
      Array.from({ length: 4 }, () => [0, '']),
    ));

  it('every domain of the record add up to its events', () => {
    const wrong = dataset.markets.flatMap((market) =>
      market.domains.flatMap(({ name }) => {
        const events = matchMarkets([market], name).flatMap((match) => history(match, library, today));
        const sum = tilesOf(events, library).reduce((all, { count }) => all + count, 0);
        return sum === ownEvents(events).length ? [] : [name];
      }),
    );
    expect(hosts.length).toBeGreaterThan(1_000);
    expect(wrong).toEqual([]);
  });
});

describe('An agreement of access providers', () => {
  const event = (series: string, evidence: HistoryEvent['evidence']) =>
    ({ series, evidence, kind: 'blocked', bearing: 'printed', source: exampleSource.id }) as HistoryEvent;
  const ofBoth = {
    series: { a: { ...exampleSeries, jurisdiction: 'DE' }, b: { ...exampleSeries, jurisdiction: 'IT' } },
    sources: {},
  };
  const [agreed, ordered] = [event('a', 'voluntary-agreement'), event('b', 'court-order')];
  it.each([
    [[agreed], 'Agreements', 'Germany'],
    [[ordered], 'Orders', 'Italy'],
    [[agreed, ordered], 'Orders, agreements', '2 countries'],
  ])('is not called an order (%#)', (events, words, under) =>
    expect(tilesOf(events, ofBoth)[1]).toMatchObject({ words, under }),
  );
});

it('One edition is told as one, and what is no edition is not called so', () => {
  const of = (...kinds: HistoryEvent['kind'][]) =>
    tilesOf(
      kinds.map(
        (kind, n) =>
          ({ kind, series: 'a', evidence: 'government-list', bearing: 'printed', source: `s${n}` }) as HistoryEvent,
      ),
      { series: { a: exampleSeries }, sources: {} },
    )[0]!.under;
  expect(of('listed')).toBe('edition of 1 list');
  expect(of('listed', 'listed')).toBe('editions of 1 list');
  expect(of('listed', 'delisted')).toBe('of 1 list');
});

it('A closure is no listing, though a government’s list reports it', () =>
  expect(tileOf({ evidence: 'government-list', kind: 'closed' })).toBe('other'));
