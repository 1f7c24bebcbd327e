/** A recorded fact is never denied: what gives no status is on record, with the cause in words and a count. */
import { describe, expect, it, test } from 'vitest';
import { headline } from '../../src/words/record/headline.ts';
import type { Market, MarketEvent, Series, Source } from '../../src/list/records.ts';
import type { Library } from '../../src/list/status.ts';
import { causeInShort, changedHandsWords } from '../../src/words/record/on-record-words.ts';
import { lookUp } from '../../src/list/look-up.ts';
import { exampleSeries, exampleSource } from '../fixtures.ts';

const series = (id: string, evidence: Series['evidence']): Series => ({
  ...exampleSeries,
  id,
  evidence,
  issuedBy: `the ${id}`,
});
const source = (id: string, of: string, date: string): Source => ({
  id,
  series: of,
  title: id,
  date,
  dateKind: 'decided',
  read: [{ url: 'https://x.example/', as: 'act' }],
});
const library: Library = {
  series: Object.fromEntries(
    [
      series('xx-list', 'government-list'),
      series('court', 'court-order'),
      series('raids', 'seizure'),
      series('news', 'report'),
      series('seen', 'observed'),
      series('body', 'voluntary-agreement'),
      { ...series('tribunal', 'court-order'), issuedBy: 'a court of the United States' },
    ].map((one) => [one.id, one]),
  ),
  sources: Object.fromEntries(
    [
      exampleSource,
      source('order', 'court', '2015-03-01'),
      source('raid', 'raids', '2012-01-19'),
      source('article', 'news', '2021-05'),
      source('probe', 'seen', '2018'),
      source('recommendation', 'body', '2021'),
      { ...source('ruling', 'tribunal', '2016'), authority: 'District Court of Exampletown' },
    ].map((one) => [one.id, one]),
  ),
};
const event = (
  kind: MarketEvent['kind'],
  from: string,
  domains: MarketEvent['domains'] = ['market.example'],
  more: Partial<MarketEvent> = {},
): MarketEvent => ({
  kind,
  source: from,
  domains,
  verification: 'act',
  locator: 'p. 1',
  ...more,
});
const known = { source: 'xx-list-2020', verification: 'act', locator: 'p. 1' } as const;

function say(events: MarketEvent[], domain: Partial<Market['domains'][number]> = {}, asOf = '2026-11-22') {
  const domains = [
    { name: 'market.example', ...known, ...domain },
    { name: 'other.example', ...known },
  ];
  const market: Market = { id: 'market', name: 'The Market', category: 'other', domains, events };
  const found = lookUp([{ market, domains: domains.slice(0, 1) }], library, asOf);
  return {
    status: found.status,
    words: headline(found, library, asOf === '2026-11-22').join(' '),
    record: found.record,
  };
}
const NOTHING = (facts: string) =>
  `Nothing recorded about this domain is known to stand today; the record holds ${facts}.`;
const OPEN = (facts: string) =>
  `No listing, blocking order or seizure of this domain is known to stand today; the record holds ${facts}.`;
const ONE_BY_NAME = '1 dated fact that only names its market';
const STANDS = 'It is no order to access providers; whether what it orders stands is not in our record.';

describe('A domain without a status', () => {
  test.each<[string, MarketEvent[], Partial<Market['domains'][number]>, string]>([
    [
      'seized and given back',
      [event('seized', 'raid'), event('returned', 'raid', undefined, { date: '2013-02' })],
      {},
      `${NOTHING('2 dated facts')} It was seized, and given back in February 2013.`,
    ],
    [
      'seized and lapsed',
      [event('seized', 'raid'), event('lapsed', 'article')],
      {},
      `${NOTHING('2 dated facts')} It was seized, and is reported to have lapsed in May 2021.`,
    ],
    [
      'seized, which a court set aside',
      [event('seized', 'raid'), event('annulled', 'order', undefined, { order: 'raid' })],
      {},
      `${NOTHING('2 dated facts')} It was seized, and the seizure was set aside on 1 March 2015.`,
    ],
    [
      'sold',
      [event('listed', 'xx-list-2020')],
      { changedHands: { note: 'sold', date: '2024' } },
      `${NOTHING('1 dated fact')} The domain passed to somebody else in 2024: earlier facts are about an earlier owner.`,
    ],
    [
      'to be handed over, as agreed, of which nobody says that it was',
      [event('listed', 'xx-list-2020')],
      { changedHands: { note: 'to be surrendered', date: '2024', agreed: true } },
      `${NOTHING('1 dated fact')} The domain was to pass to somebody else in 2024; that it did is not in our record. Earlier facts are about the earlier owner.`,
    ],
    [
      'sold, of a market known by other domains',
      [event('blocked', 'order', ['other.example'])],
      { changedHands: { note: 'sold', date: '2024' } },
      `According to “${exampleSource.title}” this domain was one of The Market. Its one dated fact is about other domains of that market. The domain passed to somebody else in 2024: earlier facts are about an earlier owner.`,
    ],
    [
      'to be sold on a later day, of a market known by other domains',
      [event('blocked', 'order', ['other.example'])],
      { changedHands: { note: 'sold', date: '2026-12' } },
      `According to “${exampleSource.title}” this domain is one of The Market. Its one dated fact is about other domains of that market.`,
    ],
    [
      'withheld',
      [event('listed', 'xx-list-2020'), event('blocked', 'order')],
      { withheld: 'A shop of general trade.' },
      'The record holds 2 dated facts that name this domain or its market; by a decision of ours no status follows for it. Why: A shop of general trade.',
    ],
    ['closed', [event('closed', 'article')], {}, `${NOTHING('1 dated fact')} It was reported closed in May 2021.`],
    [
      'in a judgment',
      [event('judgment', 'order')],
      {},
      `${OPEN('1 dated fact')} A judgment of the court (United States) of 1 March 2015 concerns this domain. ${STANDS}`,
    ],
    [
      'in a judgment that printed only the name, by the name of the court',
      [event('judgment', 'ruling', 'market-only')],
      {},
      `${OPEN('1 dated fact')} A judgment of the District Court of Exampletown (United States) of 2016 names The Market without an address. ${STANDS}`,
    ],
    [
      'in several judgments, whose number is told',
      [event('judgment', 'order'), event('judgment', 'ruling', 'market-only')],
      {},
      `${OPEN('2 dated facts')} The newest of 2 judgments, of the District Court of Exampletown (United States) of 2016, names The Market without an address. None is an order to access providers; whether what they order stands is not in our record.`,
    ],
    [
      'in a judgment of which a report tells',
      [event('judgment', 'article', 'market-only')],
      {},
      `${OPEN('1 dated fact')} A judgment on The Market is reported in May 2021; the record holds no act of it.`,
    ],
    [
      'of a market that an order names without an address',
      [event('blocked', 'order', 'market-only')],
      {},
      `${NOTHING(ONE_BY_NAME)} An order of the court (United States) names The Market without an address: it ties to no domain.`,
    ],
    [
      'of a market that a report of an order names without an address, which the order may print',
      [event('blocked', 'order', 'market-only', { verification: 'report' })],
      {},
      `${NOTHING(ONE_BY_NAME)} An order of the court (United States), as reported, names The Market without an address: it ties to no domain.`,
    ],
    [
      'of a market that a private body names without an address, which orders nothing',
      [event('blocked', 'recommendation', 'market-only')],
      {},
      `${NOTHING(ONE_BY_NAME)} The body (United States) names The Market without an address, which ties to no domain.`,
    ],
    [
      'of a market that an order names beside a report, which is none, by the name of the court',
      [event('blocked', 'ruling', 'market-only'), event('seized', 'article', 'market-only')],
      {},
      `${NOTHING('2 dated facts that only name its market')} An order of the District Court of Exampletown (United States) names The Market without an address: it ties to no domain. A seizure is reported in May 2021 that concerns The Market, by name only; the record holds no act of it.`,
    ],
    [
      'closed, of a market that an order names by its name alone: each is counted for what it is about',
      [event('closed', 'article'), event('blocked', 'order', 'market-only')],
      {},
      `${NOTHING('1 dated fact about it, and 1 that only names its market')} An order of the court (United States) names The Market without an address: it ties to no domain. It was reported closed in May 2021.`,
    ],
    [
      'seen blocked',
      [event('blocked', 'probe')],
      {},
      `${NOTHING('1 dated fact')} It was seen blocked in 2018; no order is in the record.`,
    ],
    [
      'reported seized',
      [event('seized', 'article')],
      {},
      `${NOTHING('1 dated fact')} Its seizure is reported in May 2021; the record holds no act of it.`,
    ],
    [
      'of a market known by other domains',
      [event('blocked', 'order', ['other.example'])],
      {},
      `According to “${exampleSource.title}” this domain is one of The Market. Its one dated fact is about other domains of that market.`,
    ],
  ])('%s: its words deny nothing', (_, events, domain, words) => {
    const said = say(events, domain);
    expect(said).toMatchObject({ status: 'on-record', words });
    expect(said.words).not.toMatch(/not (?:named|listed|blocked|seized)/i);
  });

  it('whose facts are all of later days says so', () => {
    expect(say([event('listed', 'xx-list-2020')], {}, '2019-01-01')).toMatchObject({
      status: 'on-record',
      words:
        'The facts that the record holds about this domain and its market are of later days: the first is of 14 January 2021.',
    });
  });
  it('says a cause once, with its newest date', () => {
    expect(say([event('closed', 'article'), event('closed', 'article', undefined, { date: '2022' })]).words).toBe(
      `${NOTHING('2 dated facts')} It was last reported closed in 2022.`,
    );
  });
  it('that was sold does not get the bare names of the years before', () => {
    const { record } = say([event('listed', 'xx-list-2020'), event('blocked', 'order', 'market-only')], {
      changedHands: { note: 'sold', date: '2024' },
    });
    expect(record).toEqual({ facts: 2, byName: 1, causes: [{ why: 'changed-hands', date: '2024', note: 'sold' }] });
  });
});

it('A host of which the record holds nothing is not listed, and not on record', () => {
  expect(lookUp([], library, '2026-11-22')).toMatchObject({ status: 'not-listed', record: null });
});

test('In a title a judgment goes with its court and country, and a hand-over that was only agreed is none', () => {
  const short = (events: MarketEvent[], domain: Partial<Market['domains'][number]> = {}) =>
    say(events, domain).record!.causes.map((cause) => causeInShort(cause, library));
  expect(short([event('judgment', 'ruling')])).toEqual([
    'a judgment of the District Court of Exampletown (United States) in 2016',
  ]);
  expect(short([event('judgment', 'order'), event('judgment', 'ruling')])).toEqual([
    'the newest of 2 judgments, of the District Court of Exampletown (United States) in 2016',
  ]);
  const agreed = { note: 'To be surrendered.', date: '2024', agreed: true as const };
  expect(short([event('listed', 'xx-list-2020')], { changedHands: agreed })).toEqual(['was to change hands in 2024']);
  expect(changedHandsWords(agreed)).toBe('This domain was to change hands: To be surrendered.');
  expect(changedHandsWords({ note: 'Sold.' })).toBe('This domain changed hands: Sold.');
});
