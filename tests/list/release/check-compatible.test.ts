/** Signed records that a client refuses. tests/fuzz/bent-records.test.ts checks that it can show all others. */
import { describe, expect, it } from 'vitest';
import { checkCompatible } from '../../../src/list/release/check-compatible.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import { exampleData, exampleMarket, exampleSeries, exampleSource } from '../../fixtures.ts';

type Bent = Record<string, unknown>;
const STATUTE = {
  id: 'law',
  name: 'a law',
  from: '2020',
  source: 'xx-list-2020',
  verification: 'act',
  locator: 'p. 1',
};

/** A list in which the record of this kind has these members. */
function bent(kind: 'market' | 'source' | 'series', change: Bent) {
  const of = { market: exampleMarket(), source: exampleSource, series: exampleSeries }[kind];
  return new Map(
    [...compile(exampleData())].map(([key, json]) => [
      key,
      key === `${kind} ${of.id}` ? JSON.stringify({ ...(JSON.parse(json) as Bent), ...change }) : json,
    ]),
  );
}
const [event] = exampleMarket().events;
const [domain] = exampleMarket().domains;

it('A valid list is accepted, also with unknown members', () => {
  checkCompatible(compile(exampleData()));
  checkCompatible(bent('market', { more: { of: 'it' }, category: 'something-new' }));
  checkCompatible(bent('series', { jurisdiction: 'Atlantis', statutes: [{ ...STATUTE, months: 6 }] }));
});

describe('A client refuses', () => {
  it.each<[string, 'market' | 'source' | 'series', Bent, RegExp]>([
    ['a statute without a term', 'series', { statutes: [STATUTE] }, /expected a term/],
    ['a statute with too many months', 'series', { statutes: [{ ...STATUTE, months: 1e6 }] }, /statutes\.0\.months/],
    [
      'a statute whose source does not exist',
      'series',
      { statutes: [{ ...STATUTE, permanent: true, source: 'none' }] },
      /a statute of the series "xx-list"/,
    ],
    ['a link with javascript:', 'source', { url: 'javascript:alert(1)' }, /url: expected a web address/],
    [
      'a link without a host',
      'source',
      { read: [{ url: 'https://[', as: 'act' }] },
      /read\.0\.url: expected a web address/,
    ],
    [
      'a challenge link with data:',
      'series',
      { challenge: { text: 'Write.', url: 'data:text/html,x' } },
      /challenge\.url: expected a web address/,
    ],
    ['a date that is not a date', 'source', { date: 'yesterday' }, /date: expected a date/],
    [
      'a day that does not exist',
      'market',
      { events: [{ ...event, date: '2021-02-30' }] },
      /events\.0\.date: expected a date/,
    ],
    [
      'an end that is not a date',
      'market',
      { domains: [{ ...domain, until: '12021' }] },
      /domains\.0\.until: expected a date/,
    ],
    ['a name with a line break', 'market', { name: 'Some\nmarket' }, /name: expected plain text, found U\+000A/],
    [
      'a label with a right-to-left override',
      'series',
      { label: '\u202Ebal' },
      /label: expected plain text, found U\+202E/,
    ],
    [
      'an order that does not exist',
      'market',
      { events: [{ ...event, order: 'none' }] },
      /cites a source that the list does not hold: "none"/,
    ],
    ['a market without events', 'market', { events: [] }, /events: expected at least one event/],
    ['a plain name that is no text', 'series', { plainName: {} }, /plainName/],
    ['a series without a challenge', 'series', { challenge: undefined }, /challenge/],
  ])('%s', (_, kind, change, why) => expect(() => checkCompatible(bent(kind, change))).toThrow(why));
});

describe('A client refuses, of a country that the explorer shows,', () => {
  const tier = { source: 'xx-list-2020', tier: 'watch-list', verification: 'act', locator: 'p. 1' };
  const said = { date: '2020', dateKind: 'published', text: 'A memorandum.', ...tier };
  const country = (change: Bent) =>
    new Map([
      ...compile(exampleData()),
      ['country xx', JSON.stringify({ id: 'xx', name: 'Exampleland', tiers: [tier], statements: [said], ...change })],
    ]);
  it('nothing that is sound', () => checkCompatible(country({ tiers: [{ ...tier, tier: 'something-new' }] })));
  it.each<[string, Bent, RegExp]>([
    ['a name that is no text', { name: {} }, /name/],
    ['tiers that are no list', { tiers: 'none' }, /tiers/],
    [
      'a tier of an unknown source',
      { tiers: [{ ...tier, source: 'none' }] },
      /cites a source that the list does not hold/,
    ],
    ['a statement without a date', { statements: [{ ...said, date: undefined }] }, /statements\.0\.date/],
    ['a statement of an unknown source', { statements: [{ ...said, source: 'none' }] }, /does not hold: "none"/],
  ])('%s', (_, change, why) => expect(() => checkCompatible(country(change))).toThrow(why));
});
