/** Which records this version can use. It distinguishes unknown values from damaged records, and reports the place. */
import { describe, expect, it } from 'vitest';
import { checkCompatible } from '../../../src/list/release/check-compatible.ts';
import { EVENT_KINDS, EVIDENCE } from '../../../src/list/records.ts';
import { exampleMarket, exampleSeries, exampleSource } from '../../fixtures.ts';

type Fields = Record<string, unknown>;
interface Records {
  market: Fields;
  domain: Fields;
  event: Fields;
  source: Fields;
  series: Fields;
}

/** The changed list of one market, one source and one series. */
function linesOf(change: (records: Records) => void): Map<string, string> {
  const market = structuredClone(exampleMarket()) as unknown as Fields & { domains: Fields[]; events: Fields[] };
  const records: Records = {
    market,
    domain: market.domains[0]!,
    event: market.events[0]!,
    source: structuredClone(exampleSource),
    series: structuredClone(exampleSeries),
  };
  change(records);
  const line = (kind: 'market' | 'series' | 'source'): [string, string] => [
    `${kind} ${String(records[kind]['id'])}`,
    JSON.stringify(records[kind]),
  ];
  return new Map([line('market'), line('series'), line('source')]);
}
function outcome(change: (records: Records) => void): string {
  try {
    checkCompatible(linesOf(change));
    return 'taken';
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  }
}
const none = (fields: Fields, member: string) => void delete fields[member];

describe('Records are compatible', () => {
  it('unchanged, and with members that a later version may add', () => {
    expect(outcome(() => undefined)).toBe('taken');
    expect(
      outcome((records) => {
        for (const fields of Object.values(records)) (fields as Fields)['later'] = { more: 1 };
      }),
    ).toBe('taken');
  });
  it('without a market, a source or a series', () => expect(() => checkCompatible(new Map())).not.toThrow());
  it.each<[string, (records: Records) => void]>([
    ...EVENT_KINDS.map((kind): [string, (records: Records) => void] => [
      `the event ${kind}`,
      ({ event }) => void (event['kind'] = kind),
    ]),
    ...EVIDENCE.map((evidence): [string, (records: Records) => void] => [
      `evidence ${evidence}`,
      ({ series }) => void (series['evidence'] = evidence),
    ]),
    ...['act', 'copy-of-act', 'report'].map((how): [string, (records: Records) => void] => [
      `verification ${how}`,
      ({ domain, event }) => void (domain['verification'] = event['verification'] = how),
    ]),
    ...['domain', 'host', 'url-prefix'].map((scope): [string, (records: Records) => void] => [
      `scope ${scope}`,
      ({ domain }) => void (domain['scope'] = scope),
    ]),
    ...['decided', 'published', 'observed'].map((kind): [string, (records: Records) => void] => [
      `a date of ${kind}`,
      ({ source }) => void (source['dateKind'] = kind),
    ]),
    ['an event without domains', ({ event }) => void (event['domains'] = 'market-only')],
    ['a market without domains', ({ market }) => void (market['domains'] = [])],
    ['a series without a country', ({ series }) => void (series['jurisdiction'] = null)],
    [
      'all optional members',
      ({ market, domain, event }) => {
        Object.assign(market, {
          otherNames: ['Other'],
          relations: [{ kind: 'mirror-of', market: 'x', source: 'xx-list-2020', locator: 'p. 1', verification: 'act' }],
        });
        Object.assign(domain, {
          path: '/x/',
          from: '2020',
          until: '2021',
          note: 'n',
          changedHands: { note: 'sold' },
          withheld: 'why',
        });
        Object.assign(event, { date: '2020', from: '2020', until: '2021', note: 'n' });
      },
    ],
    ['a name of 253 characters', ({ domain }) => void (domain['name'] = `${'a'.repeat(249)}.org`)],
    ['a name of four labels', ({ domain }) => void (domain['name'] = 'www.market.co.example')],
    ['a source without an edition', ({ source }) => none(source, 'edition')],
  ])('with %s', (_, change) => expect(outcome(change)).toBe('taken'));
});

describe('An unknown value is reported, with the advice to update:', () => {
  it.each<[string, (records: Records) => void, string]>([
    [
      'a kind of event',
      ({ event }) => void (event['kind'] = 'praised'),
      'market "some-market", events.0.kind: "praised"',
    ],
    [
      'a verification',
      ({ event }) => void (event['verification'] = 'dream'),
      'market "some-market", events.0.verification: "dream"',
    ],
    [
      'a verification of a domain',
      ({ domain }) => void (domain['verification'] = 'dream'),
      'market "some-market", domains.0.verification: "dream"',
    ],
    ['a scope', ({ domain }) => void (domain['scope'] = 'planet'), 'market "some-market", domains.0.scope: "planet"'],
    [
      'a kind of date',
      ({ source }) => void (source['dateKind'] = 'dreamt'),
      'source "xx-list-2020", dateKind: "dreamt"',
    ],
    [
      'a class of evidence',
      ({ series }) => void (series['evidence'] = 'rumour'),
      'series "xx-list", evidence: "rumour"',
    ],
  ])('%s', (_, change, where) =>
    expect(outcome(change)).toBe(
      `unknown-format: the list says something that this version does not understand (${where}): update the extension`,
    ),
  );
});

describe('A damaged record is refused:', () => {
  it.each<[keyof Records, string[]]>([
    ['market', ['name', 'category', 'domains', 'events']],
    ['domain', ['name', 'source', 'locator', 'verification']],
    ['event', ['kind', 'source', 'domains', 'verification', 'locator']],
    ['source', ['series', 'title', 'date', 'dateKind', 'read']],
    ['series', ['name', 'label', 'issuedBy', 'evidence', 'jurisdiction']],
  ])('a %s without a required member', (kind, members) => {
    for (const member of members)
      expect(
        outcome((records) => none(records[kind], member)),
        member,
      ).toMatch(/^malformed: a record cannot be used: /);
  });
  it.each<[keyof Records, string, unknown]>([
    ['market', 'otherNames', 'Other'],
    ['market', 'otherNames', [5]],
    ['market', 'relations', [{ market: 'x' }]],
    ['market', 'relations', [{ source: 'xx-list-2020' }]],
    ['domain', 'from', 2020],
    ['domain', 'until', 2020],
    ['market', 'events', []],
    ['domain', 'path', 5],
    ['domain', 'withheld', true],
    ['domain', 'changedHands', {}],
    ['event', 'date', 2020],
    ['event', 'until', 2020],
    ['event', 'domains', 'everywhere'],
    ['event', 'domains', [5]],
    ['source', 'edition', 2020],
    ['source', 'read', []],
    ['source', 'read', [{}]],
    ['series', 'jurisdiction', 5],
  ])('a %s whose %s is %j', (kind, member, value) => {
    expect(outcome((records) => void (records[kind][member] = value))).toMatch(/^malformed: a record cannot be used: /);
  });
  it.each([
    'example',
    'a..example',
    '.example.org',
    'example.org.',
    'a b.example',
    'a.exa mple',
    '',
    `${'a'.repeat(250)}.org`,
  ])('a domain with the name %j', (name) =>
    expect(outcome(({ domain }) => void (domain['name'] = name))).toMatch(
      /^malformed: a record cannot be used: market "some-market", domains\.0\.name: /,
    ),
  );
  it('the reason states what a host name is', () =>
    expect(outcome(({ domain }) => void (domain['name'] = 'example'))).toBe(
      'malformed: a record cannot be used: market "some-market", domains.0.name: expected a host name of two labels or more',
    ));
  it.each<[string, (records: Records) => void]>([
    ['a domain', ({ domain }) => void (domain['source'] = 'nowhere')],
    ['an event', ({ event }) => void (event['source'] = 'nowhere')],
    [
      'a relation',
      ({ market }) =>
        void (market['relations'] = [
          { kind: 'mirror-of', market: 'x', source: 'nowhere', locator: 'p. 1', verification: 'act' },
        ]),
    ],
  ])('%s cites a source that does not exist', (_, change) =>
    expect(outcome(change)).toBe(
      'malformed: the market "some-market" cites a source that the list does not hold: "nowhere"',
    ),
  );
  it('a source of a series that does not exist', () =>
    expect(outcome(({ source }) => void (source['series'] = 'nowhere'))).toBe(
      'malformed: the source "xx-list-2020" is of a series that the list does not hold',
    ));
});
