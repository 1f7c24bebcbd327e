/**
 * What a client refuses in signed records, by name; tests/fuzz/bent-records.test.ts tries that it can show all the
 * rest.
 */
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

/** A list whose one record of the kind has these members. */
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

it('A list as it should be is taken, and one that knows more too', () => {
  checkCompatible(compile(exampleData()));
  checkCompatible(bent('market', { more: { of: 'it' }, category: 'something-new' }));
  checkCompatible(bent('series', { jurisdiction: 'Atlantis', statutes: [{ ...STATUTE, months: 6 }] }));
});

describe('A client refuses', () => {
  it.each<[string, 'market' | 'source' | 'series', Bent, RegExp]>([
    ['a statute without a term', 'series', { statutes: [STATUTE] }, /expected a term/],
    ['a statute without end', 'series', { statutes: [{ ...STATUTE, months: 1e6 }] }, /statutes\.0\.months/],
    [
      'a statute of no source',
      'series',
      { statutes: [{ ...STATUTE, permanent: true, source: 'none' }] },
      /a statute of the series "xx-list"/,
    ],
    ['a link that runs', 'source', { url: 'javascript:alert(1)' }, /url: expected a web address/],
    [
      'a link that leads nowhere',
      'source',
      { read: [{ url: 'https://[', as: 'act' }] },
      /read\.0\.url: expected a web address/,
    ],
    [
      'a challenge that runs',
      'series',
      { challenge: { text: 'Write.', url: 'data:text/html,x' } },
      /challenge\.url: expected a web address/,
    ],
    ['no date', 'source', { date: 'yesterday' }, /date: expected a date/],
    [
      'a day that never was',
      'market',
      { events: [{ ...event, date: '2021-02-30' }] },
      /events\.0\.date: expected a date/,
    ],
    [
      'an end that is none',
      'market',
      { domains: [{ ...domain, until: '12021' }] },
      /domains\.0\.until: expected a date/,
    ],
    ['a name in two lines', 'market', { name: 'Some\nmarket' }, /name: expected plain text, found U\+000A/],
    ['a label that turns round', 'series', { label: '\u202Ebal' }, /label: expected plain text, found U\+202E/],
    [
      'an order of no source',
      'market',
      { events: [{ ...event, order: 'none' }] },
      /cites a source that the list does not hold: "none"/,
    ],
    ['a market of which nothing is said', 'market', { events: [] }, /events: expected at least one event/],
    ['no words on how to challenge', 'series', { challenge: undefined }, /challenge/],
  ])('%s', (_, kind, change, why) => expect(() => checkCompatible(bent(kind, change))).toThrow(why));
});
