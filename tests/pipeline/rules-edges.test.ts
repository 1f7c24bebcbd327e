/** Edge cases of each rule: what is just allowed, what is just not, and every place that the rule names. */
import { describe, expect, it } from 'vitest';
import {
  EVENT_KINDS,
  EVIDENCE,
  type Evidence,
  type EventKind,
  type Market,
  type Source,
} from '../../src/list/records.ts';
import { RULES, type RuleName } from '../../src/pipeline/rules.ts';
import { foundInEditions } from '../../src/pipeline/rules/editions.ts';
import { soundData } from './rules-data.ts';

const TODAY = '2026-11-22';
type Data = ReturnType<typeof soundData>;
interface Parts {
  data: Data;
  first: Market;
  second: Market;
  edition: Source;
  order: Source;
}
/** @returns the places that the rule names; those of the first market without the file */
function places(name: RuleName, change: (p: Parts) => unknown): string[] {
  const data = soundData();
  change({
    data,
    first: data.markets[0]!,
    second: data.markets[1]!,
    edition: data.sources[0]!,
    order: data.sources[2]!,
  });
  return RULES[name](data, TODAY).map(({ file, path }) =>
    file === 'markets/f/first-market.json' ? path : `${file} ${path}`,
  );
}
const domain = (more: object) => (p: Parts) => Object.assign(p.first.domains[0]!, more);
const SECOND = 'markets/s/second-market.json';
const EDITION = 'sources/xx-list/xx-list-2020.json';
const ORDER = 'sources/xx-court/xx-court-1.json';
const COURT = 'series/xx-court.json';

describe('A kind of event fits a series', () => {
  // The same table as in data/README.md.
  const orders: EventKind[] = ['blocked', 'unblocked', 'extended', 'confirmed'];
  const FIT: Record<Evidence, EventKind[]> = {
    'government-list': ['listed', 'delisted', 'closed'],
    'court-order': [...orders, 'annulled', 'suspended', 'reinstated', 'judgment', 'closed'],
    'administrative-order': [...orders, 'annulled', 'suspended', 'reinstated', 'closed'],
    'voluntary-agreement': orders,
    seizure: ['seized', 'returned', 'lapsed', 'annulled', 'reinstated', 'closed'],
    'industry-submission': ['named'],
    observed: ['blocked', 'unblocked'],
    judgment: ['judgment', 'annulled', 'suspended', 'reinstated', 'closed'],
    report: ['closed', 'judgment', 'seized', 'returned', 'lapsed'],
    statute: [],
  };
  it.each(EVIDENCE)('whose evidence is %s', (evidence) => {
    const taken = EVENT_KINDS.filter((kind) => {
      const found = places('kindsFitTheirSeries', (p) => {
        p.data.series[1]!.evidence = evidence;
        p.first.events = [{ ...p.first.events[1]!, kind }];
      });
      expect(found).toEqual(found.length ? ['events.0.kind'] : []);
      return !found.length;
    });
    expect([...taken].sort()).toEqual([...FIT[evidence]].sort());
  });
});

describe('A later act', () => {
  const acts = (kind: EventKind, order: string | undefined, earlier: EventKind = 'blocked') =>
    places('laterActsNameTheirOrder', (p) => {
      const { order: _, ...act } = p.first.events[2]!;
      p.first.events[1]!.kind = earlier;
      p.first.events[2] = { ...act, kind, ...(order !== undefined && { order }) };
    });
  it.each(['extended', 'confirmed', 'unblocked'] as const)('of kind %s may name an order, and nothing else', (kind) => {
    expect(acts(kind, 'xx-court-1')).toEqual([]);
    expect(acts(kind, undefined)).toEqual([]);
    for (const earlier of ['seized', 'judgment'] as const)
      expect(acts(kind, 'xx-court-1', earlier)).toEqual(['events.2.order']);
    expect(acts(kind, 'xx-list-2020')).toEqual(['events.2.order']);
  });
  it.each(['annulled', 'reinstated'] as const)('of kind %s must name an order or a seizure', (kind) => {
    for (const earlier of ['blocked', 'seized'] as const) expect(acts(kind, 'xx-court-1', earlier)).toEqual([]);
    expect(acts(kind, 'xx-court-1', 'judgment')).toEqual(['events.2.order']);
    expect(acts(kind, undefined)).toEqual(['events.2.order']);
  });
  it('of any other kind must not name an order', () => {
    for (const kind of EVENT_KINDS.filter(
      (one) => !['extended', 'confirmed', 'unblocked', 'annulled', 'suspended', 'reinstated'].includes(one),
    )) {
      expect(acts(kind, 'xx-court-1')).toEqual(['events.2.order']);
      expect(acts(kind, undefined)).toEqual([]);
    }
  });
});

/** The rule, the case, the change of the sound data, and the places that the rule then names. */
const EDGES: [RuleName, string, (p: Parts) => unknown, string[]][] = [
  [
    'noFutureDates',
    'today, or a month or year that includes today',
    (p) => ((p.order.date = TODAY), domain({ until: '2026-11', from: '2026' })(p)),
    [],
  ],
  [
    'noFutureDates',
    'tomorrow, in every field with a date',
    (p) => {
      domain({ from: '2026-12', until: '2026-12', changedHands: { note: 'n', date: '2026-12' } })(p);
      p.first.events[1]!.date = '2026-11-23';
      p.order.date = '2026-11-23';
      p.data.countries[0]!.statements![0]!.date = '2026-12';
    },
    [
      `${ORDER} date`,
      'events.1.date',
      'domains.0.from',
      'domains.0.until',
      'domains.0.changedHands.date',
      'countries/xx.json statements.0.date',
    ],
  ],
  ['noFutureDates', 'a future end of an order', (p) => (p.order.until = '2030'), []],

  ['termsAgree', 'a term that ends on the day of the order', (p) => (p.order.until = '2022-03-01'), []],
  ['termsAgree', 'a term that ends the day before', (p) => (p.order.until = '2022-02-28'), [`${ORDER} until`]],
  ['termsAgree', 'a term that may end after the order', (p) => (p.order.until = '2022'), []],
  ['termsAgree', 'permanent without an end', (p) => (delete p.order.until, (p.order.permanent = true)), []],
  ['termsAgree', 'an event with an end', (p) => (p.first.events[1]!.until = '2023'), []],
  ['termsAgree', 'an event that is permanent', (p) => (p.first.events[1]!.permanent = true), []],

  ['listingsBearTheirEditionsDate', 'the same date', (p) => (p.first.events[0]!.date = '2021-01-14'), []],
  ['listingsBearTheirEditionsDate', 'a vaguer date', (p) => (p.first.events[0]!.date = '2021-01'), ['events.0.date']],
  ['listingsBearTheirEditionsDate', 'another kind of another date', (p) => (p.first.events[1]!.date = '2021-01'), []],
  [
    'listingsBearTheirEditionsDate',
    'a submission whose source is not an edition',
    (p) => (p.first.events[1]!.kind = 'named'),
    ['events.1.source'],
  ],
  ['listingsBearTheirEditionsDate', 'an unknown source', (p) => (p.first.events[0]!.source = 'x'), []],

  ['eventsAreUnique', 'another kind', (p) => p.first.events.push({ ...p.first.events[0]!, kind: 'delisted' }), []],
  ['eventsAreUnique', 'another date', (p) => p.first.events.push({ ...p.first.events[0]!, date: '2020' }), []],
  ['eventsAreUnique', 'another order', (p) => p.first.events.push({ ...p.first.events[2]!, order: 'x' }), []],
  ['eventsAreUnique', 'another source', (p) => p.first.events.push({ ...p.first.events[2]!, source: 'x' }), []],
  [
    'eventsAreUnique',
    'the name alone beside domains',
    (p) => p.first.events.push({ ...p.first.events[0]!, domains: 'market-only' }),
    [],
  ],
  ['eventsAreUnique', 'the same in another market', (p) => p.second.events.push(p.first.events[0]!), []],

  ['editionsAddUp', 'as many as are stated', () => undefined, []],
  [
    'editionsAddUp',
    'more than are stated, and not complete',
    (p) => Object.assign(p.edition, { stated: 1, complete: false }),
    [`${EDITION} stated`],
  ],
  ['editionsAddUp', 'fewer, and not complete', (p) => Object.assign(p.edition, { stated: 3, complete: false }), []],
  [
    'editionsAddUp',
    'no number, and not complete',
    (p) => Object.assign(p.edition, { stated: null, complete: false }),
    [],
  ],

  [
    'editionsAreUnique',
    'two editions of one label in two series',
    (p) => Object.assign(p.order, { edition: '2020' }),
    [],
  ],
  [
    'editionsAreUnique',
    'two sources that are not editions',
    (p) => (delete p.edition.edition, delete p.data.sources[1]!.edition),
    [],
  ],

  [
    'statutesSayOneTerm',
    'a statute that ended on the day it began',
    (p) => (p.data.series[1]!.statutes![0]!.until = '2020-01-01'),
    [],
  ],
  [
    'statutesSayOneTerm',
    'a statute that ended the day before',
    (p) => (p.data.series[1]!.statutes![0]!.until = '2019-12-31'),
    [`${COURT} statutes.0.until`],
  ],
  [
    'statutesSayOneTerm',
    'permanent',
    (p) => ((p.data.series[1]!.statutes![0]!.permanent = true), delete p.data.series[1]!.statutes![0]!.months),
    [],
  ],
  [
    'statutesSayOneTerm',
    'two statutes with different ids',
    (p) => p.data.series[1]!.statutes!.push({ ...p.data.series[1]!.statutes![0]!, id: 'act-13' }),
    [],
  ],
  ['statutesSayOneTerm', 'a source that is not there', (p) => (p.data.series[1]!.statutes![0]!.source = 'x'), []],

  [
    'ordersSayTheirTerm',
    'provisional',
    (p) => (delete p.order.until, Object.assign(p.order, { provisional: true })),
    [],
  ],
  ['ordersSayTheirTerm', 'permanent', (p) => (delete p.order.until, (p.order.permanent = true)), []],
  [
    'ordersSayTheirTerm',
    'explicitly by no statute',
    (p) => (delete p.order.until, Object.assign(p.order, { statute: null })),
    [],
  ],
  ['ordersSayTheirTerm', 'by a statute', (p) => (delete p.order.until, (p.order.statute = 'act-12')), []],
  ['ordersSayTheirTerm', 'a term in the event', (p) => (delete p.order.until, (p.first.events[1]!.until = '2024')), []],
  [
    'ordersSayTheirTerm',
    'permanent in the event',
    (p) => (delete p.order.until, (p.first.events[1]!.permanent = true)),
    [],
  ],
  [
    'ordersSayTheirTerm',
    'an act that orders nothing',
    (p) => (delete p.order.until, (p.first.events[1]!.kind = 'judgment')),
    [],
  ],
  [
    'ordersSayTheirTerm',
    'a series without statutes',
    (p) => (delete p.order.until, delete p.data.series[1]!.statutes),
    [],
  ],

  [
    'ordersNameStatutesOfTheirSeries',
    'on the first day of the law',
    (p) => (delete p.order.until, Object.assign(p.order, { statute: 'act-12', date: '2020-01-01' })),
    [],
  ],
  [
    'ordersNameStatutesOfTheirSeries',
    'in the month in which the law ended',
    (p) => (
      delete p.order.until,
      Object.assign(p.order, { statute: 'act-12' }),
      (p.data.series[1]!.statutes![0]!.until = '2022-03')
    ),
    [],
  ],
  [
    'ordersNameStatutesOfTheirSeries',
    'permanent by its own text',
    (p) => (delete p.order.until, Object.assign(p.order, { statute: 'act-12', permanent: true })),
    [`${ORDER} statute`],
  ],
  ['ordersNameStatutesOfTheirSeries', 'explicitly by no statute', (p) => Object.assign(p.order, { statute: null }), []],
  [
    'ordersNameStatutesOfTheirSeries',
    'a series without statutes',
    (p) => (delete p.order.until, delete p.data.series[1]!.statutes, (p.order.statute = 'act-12')),
    [`${ORDER} statute`],
  ],

  ['prefixesHavePaths', 'a prefix with a path', domain({ scope: 'url-prefix', path: '/a' }), []],
  ['prefixesHavePaths', 'a prefix of the root', domain({ scope: 'url-prefix', path: '/' }), ['domains.0.path']],
  ['prefixesHavePaths', 'a path of a host', domain({ scope: 'host', path: '/a' }), ['domains.0.scope']],

  ['noSharedHosts', 'a name below a private suffix', domain({ name: 'someone.github.io' }), []],

  [
    'domainsAreUnique',
    'two prefixes of one host',
    (p) =>
      p.first.domains.push(
        { ...p.first.domains[0]!, scope: 'url-prefix', path: '/a' },
        { ...p.first.domains[0]!, scope: 'url-prefix', path: '/b' },
      ),
    [],
  ],
  [
    'domainsAreUnique',
    'one prefix twice',
    (p) =>
      p.first.domains.push(
        { ...p.first.domains[0]!, scope: 'url-prefix', path: '/a' },
        { ...p.first.domains[0]!, scope: 'url-prefix', path: '/a' },
      ),
    ['domains.2.name'],
  ],
  [
    'domainsAreUnique',
    'spans that share only the day of their end and start',
    (p) => (
      domain({ until: '2021-06-30' })(p),
      p.first.domains.push({ ...p.first.domains[0]!, from: '2021-06-30', until: '2022' })
    ),
    [],
  ],
  [
    'domainsAreUnique',
    'the same, the later one first',
    (p) => (
      domain({ from: '2021-06-30', until: '2022' })(p),
      p.first.domains.push({ ...p.first.domains[0]!, from: '2020', until: '2021-06-30' })
    ),
    [],
  ],
  [
    'domainsAreUnique',
    'spans that overlap by a day',
    (p) => (
      domain({ until: '2021-07-01' })(p),
      p.first.domains.push({ ...p.first.domains[0]!, from: '2021-06-30', until: '2022' })
    ),
    ['domains.1.name'],
  ],
  [
    'domainsAreUnique',
    'spans that overlap by a day, the later one first',
    (p) => (
      domain({ from: '2021-06-30', until: '2022' })(p),
      p.first.domains.push({ ...p.first.domains[0]!, from: '2020', until: '2021-07-01' })
    ),
    ['domains.1.name'],
  ],
  [
    'domainsAreUnique',
    'a span with an open end',
    (p) => (domain({ from: '2020' })(p), p.first.domains.push({ ...p.first.domains[0]!, from: '2021' })),
    ['domains.1.name'],
  ],
  [
    'domainsAreUnique',
    'three times: one problem for each pair',
    (p) => p.first.domains.push(p.first.domains[0]!, p.first.domains[0]!),
    ['domains.1.name', 'domains.2.name', 'domains.2.name'],
  ],

  ['spansRunForward', 'one day', domain({ from: '2021-01-01', until: '2021-01-01' }), []],
  ['spansRunForward', 'in one year', domain({ from: '2021-05', until: '2021' }), []],
  ['spansRunForward', 'an end alone', domain({ until: '2021' }), []],

  ['eventsNameKnownDomains', 'the name alone', (p) => (p.first.events[0]!.domains = 'market-only'), []],
  [
    'eventsNameKnownDomains',
    'one that is known and one that is not',
    (p) => (p.first.events[0]!.domains = ['first.example.org', 'x.example.org']),
    ['events.0.domains'],
  ],

  ['eventsFallInTheSpan', 'on the last day of the span', domain({ until: '2022-03-01' }), []],
  ['eventsFallInTheSpan', 'on the day after it', domain({ until: '2022-02-28' }), ['events.1.domains']],
  [
    'eventsFallInTheSpan',
    'on the first day of the span',
    (p) => (domain({ from: '2021-01-14' })(p), p.first.events.splice(1)),
    [],
  ],
  [
    'eventsFallInTheSpan',
    'on the day before it',
    (p) => (domain({ from: '2021-01-15' })(p), p.first.events.splice(1)),
    ['events.0.domains'],
  ],
  [
    'eventsFallInTheSpan',
    'the name alone, outside',
    (p) => (domain({ from: '2023' })(p), p.first.events.splice(0, 2)),
    [],
  ],
  ['eventsFallInTheSpan', 'a name that is not known', (p) => (p.first.events[0]!.domains = ['x.example.org']), []],
  [
    'eventsFallInTheSpan',
    'in the second of two spans',
    (p) => (
      domain({ until: '2020' })(p),
      p.first.domains.push({ ...p.first.domains[0]!, from: '2021', until: '2023' })
    ),
    [],
  ],
  [
    'eventsFallInTheSpan',
    'before the second, in the first',
    (p) => (
      domain({ until: '2021-06' })(p),
      p.first.events.splice(1),
      p.first.domains.push({ ...p.first.domains[0]!, from: '2023', until: '2024' })
    ),
    [],
  ],
  [
    'eventsFallInTheSpan',
    'an event with its own date',
    (p) => (domain({ until: '2021-02' })(p), Object.assign(p.first.events[1]!, { date: '2021-02' })),
    [],
  ],

  [
    'changesOfHandsEndTheFacts',
    'on the last day that the date can mean',
    domain({ changedHands: { note: 'n', date: '2022-03' } }),
    [],
  ],
  [
    'changesOfHandsEndTheFacts',
    'the day before',
    domain({ changedHands: { note: 'n', date: '2022-02-28' } }),
    ['domains.0.changedHands'],
  ],
  [
    'changesOfHandsEndTheFacts',
    'by the day of its source',
    domain({ changedHands: { note: 'n', source: 'xx-list-2020' } }),
    ['domains.0.changedHands'],
  ],
  [
    'changesOfHandsEndTheFacts',
    'by the day of a later source',
    domain({ changedHands: { note: 'n', source: 'xx-court-2' } }),
    [],
  ],
  [
    'changesOfHandsEndTheFacts',
    'by a source that is not there',
    domain({ changedHands: { note: 'n', source: 'x' } }),
    ['domains.0.changedHands'],
  ],
  [
    'changesOfHandsEndTheFacts',
    'withheld',
    domain({ withheld: 'w', changedHands: { note: 'n', date: '2021-06' } }),
    [],
  ],
  [
    'changesOfHandsEndTheFacts',
    'the name alone afterwards',
    (p) => (domain({ changedHands: { note: 'n', date: '2021-06' } })(p), (p.first.events[1]!.domains = 'market-only')),
    [],
  ],
  [
    'changesOfHandsEndTheFacts',
    'another domain afterwards',
    (p) => (
      domain({ changedHands: { note: 'n', date: '2021-06' } })(p),
      (p.first.events[1]!.domains = ['x.example.org'])
    ),
    [],
  ],
  [
    'changesOfHandsEndTheFacts',
    'an event afterwards that only ends an order',
    (p) => (domain({ changedHands: { note: 'n', date: '2021-06' } })(p), (p.first.events[1]!.kind = 'unblocked')),
    [],
  ],
  [
    'changesOfHandsEndTheFacts',
    'an event whose own date is before',
    (p) => (domain({ changedHands: { note: 'n', date: '2021-06' } })(p), (p.first.events[1]!.date = '2021-06')),
    [],
  ],
  [
    'changesOfHandsEndTheFacts',
    'a span of the later owner that began before the sale',
    (p) => (
      domain({ changedHands: { note: 'n', date: '2021-06' } })(p),
      p.second.domains.push({ ...p.first.domains[0]!, from: '2021-05' })
    ),
    ['domains.0.changedHands'],
  ],

  [
    'relationsLeadSomewhere',
    'two kinds of one relation',
    (p) => p.second.relations!.push({ ...p.second.relations![0]!, kind: 'mirror-of' }),
    [],
  ],
  [
    'relationsLeadSomewhere',
    'the same of another market',
    (p) => (p.first.relations = [{ ...p.second.relations![0]!, market: 'second-market' }]),
    [],
  ],
  [
    'everySourceIsCited',
    'an edition that nothing cites',
    (p) => p.data.sources.push({ ...p.edition, id: 'xx-list-2019' }),
    [],
  ],
  [
    'sourceIdsBeginWithTheirSeries',
    'the series alone',
    (p) => (p.edition.id = 'xx-list'),
    ['sources/xx-list/xx-list.json id'],
  ],
  [
    'whatWasReadStandsInItsSource',
    'what its source lists',
    (p) => (p.first.events[0]!.readAt = p.edition.read[0]!.url),
    [],
  ],
  [
    'whatWasReadStandsInItsSource',
    'of a source that is not there',
    (p) => Object.assign(p.first.events[0]!, { readAt: 'https://x.example/', source: 'x' }),
    [],
  ],
  ['whatWasReadStandsInItsSource', 'of a domain', domain({ readAt: 'https://x.example/' }), ['domains.0.readAt']],
  [
    'verificationFitsWhatWasRead',
    'as the second document that was read',
    (p) => (
      p.edition.read.push({ url: 'https://x.example/', as: 'report' }),
      Object.assign(p.first.events[0]!, { verification: 'report', readAt: 'https://x.example/' })
    ),
    [],
  ],
  [
    'verificationFitsWhatWasRead',
    'not as the second document',
    (p) => (
      p.edition.read.push({ url: 'https://x.example/', as: 'report' }),
      Object.assign(p.first.events[0]!, { readAt: 'https://x.example/' })
    ),
    ['events.0.verification'],
  ],

  [
    'locatorsNameAPassage',
    'a headline of something',
    (p) => (
      (p.first.events[0]!.locator = 'Headings above the report'),
      (p.second.events[0]!.locator = ' the sub-headline of an article ')
    ),
    ['events.0.locator', `${SECOND} events.0.locator`],
  ],
  [
    'locatorsNameAPassage',
    'a passage below a heading',
    (p) => (
      (p.first.events[0]!.locator = 'heading "Sites", row 3'),
      (p.second.events[0]!.locator = 'table under the title')
    ),
    [],
  ],
  [
    'closuresAreNotRemovals',
    'two passages',
    (p) => (
      Object.assign(p.first.events[0]!, { kind: 'delisted', locator: 'p. 2' }),
      (p.second.events[0]!.kind = 'closed')
    ),
    [],
  ],
  [
    'closuresAreNotRemovals',
    'two sources',
    (p) => (
      Object.assign(p.first.events[0]!, { kind: 'delisted', source: 'xx-list-2021' }),
      (p.second.events[0]!.kind = 'closed')
    ),
    [],
  ],
  ['closuresAreNotRemovals', 'a listing in the same passage', (p) => (p.first.events[0]!.kind = 'delisted'), []],
  [
    'copiesAreCalledCopies',
    'a copy that is marked as a copy',
    (p) => (p.edition.read[0] = { url: 'https://archive.org/x', as: 'copy-of-act' }),
    [],
  ],
  [
    'copiesWereNotRead',
    'two copies elsewhere',
    (p) => (p.edition.copies = ['https://copy.example.net/a', 'https://copy.example.net/b']),
    [],
  ],
  [
    'copiesWereNotRead',
    'a copy at the official address',
    (p) => Object.assign(p.order, { url: 'https://court.example/a', copies: ['https://court.example/a'] }),
    [`${ORDER} copies.0`],
  ],
  [
    'copiesWereNotRead',
    'a copy at the archived address',
    (p) => Object.assign(p.order, { archived: 'https://archive.example/a', copies: ['https://archive.example/a'] }),
    [`${ORDER} copies.0`],
  ],
  [
    'wordsDoNotJudge',
    'the address of a copy',
    (p) => (p.edition.copies = ['https://copy.example.net/pirate-sites.pdf']),
    [],
  ],
];

describe.each(EDGES)('%s', (rule, what, change, expected) => {
  it(`${what}: ${expected.length ? 'is a problem' : 'is allowed'}`, () =>
    expect(places(rule, change)).toEqual(expected));
});

it.each([
  'wikisource.org',
  'wikimedia.org',
  'github.com',
  'archive.org',
  'scribd.com',
  'docslib.org',
  'documentcloud.org',
])('A document at %s is a copy', (host) =>
  expect(places('copiesAreCalledCopies', (p) => (p.edition.read[0]!.url = `https://www.${host}/x`))).toEqual([
    `${EDITION} read.0.as`,
  ]),
);

it('An edition counts each market once, if it lists or names the market', () => {
  const data = soundData();
  data.markets[0]!.events.push({ ...data.markets[0]!.events[0]!, domains: 'market-only' });
  data.markets[1]!.events.push({ ...data.markets[1]!.events[0]!, source: 'xx-list-2021', kind: 'named' });
  expect([...foundInEditions(data)]).toEqual([
    ['xx-list-2020', 2],
    ['xx-list-2021', 1],
  ]);
});
