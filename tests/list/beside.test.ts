/** What is on record beside a host that the record does not name: no name is denied, and none flags a site. */
import { describe, expect, it, test } from 'vitest';
import { besideWords, namelessWords } from '../../src/words/record/beside-words.ts';
import { keysOfHost } from '../../src/list/beside.ts';
import { wrapNameIndex } from '../../src/list/names/name-index.ts';
import { findBeside, findMatches, NAMELESS, pack } from '../../src/list/release/packed.ts';
import type { Market, MarketDomain } from '../../src/list/records.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { exampleData, exampleMarket } from '../fixtures.ts';

const nameOnly = (id: string, name: string, more: Partial<Market> = {}): Market => ({
  ...exampleMarket(id),
  name,
  domains: [],
  events: [{ ...exampleMarket().events[0]!, domains: 'market-only' }],
  ...more,
});
const entry = (more: Partial<MarketDomain>): MarketDomain => ({ ...exampleMarket().domains[0]!, ...more });
const markets = [
  exampleMarket(),
  nameOnly('mercado', 'Mercado Libre', { otherNames: ['MercadoLibre', 'Mercado Livre'] }),
  nameOnly('site', 'Other.Example'),
  nameOnly('short', 'Ab'),
  { ...exampleMarket('alone'), domains: [entry({ name: 'alone.example', scope: 'host' })] },
  { ...exampleMarket('part'), domains: [entry({ name: 'parts.example', scope: 'url-prefix', path: '/user/x' })] },
];
const { index, directory, blocks } = pack(compile(exampleData(markets)));
const names = wrapNameIndex(index.buffer);
const read = (name: string) => Promise.resolve(blocks.get(name));
const besideOf = (host: string) => findBeside(names, directory, read, host);
const said = async (host: string) => besideWords(await besideOf(host), host);
const named = (name: string) => [
  `The name ${name} is on record without an address (Example list); whether this site is meant the record does not say.`,
];

describe('A host of which nothing is on record', () => {
  test.each<[string, string[]]>([
    ['mercadolibre.example', named('Mercado Libre')],
    ['www.mercadolibre.com.mx', named('Mercado Libre')],
    ['shop.mercado-livre.example', named('Mercado Libre')],
    ['other.example', named('Other.Example')],
    // The name is somebody else's label, or only a part of this one.
    ['mercadolibre.host.example', []],
    ['mercadolibres.example', []],
    ['ab.example', []],
    ['x.alone.example', ['The record names alone.example alone, and says nothing of x.alone.example.']],
    ['parts.example', ['The record names parts.example/user/x on this host; this page is not below it.']],
    ['nothing.example', []],
  ])('%s: %j', async (host, words) => {
    expect(await findMatches(names, directory, read, host)).toEqual([]);
    expect(await said(host)).toEqual(words);
  });
  it('gets the number of markets without an address, each counted once', async () => {
    const beside = await besideOf('nothing.example');
    expect(beside).toEqual({ near: [], names: [], nameless: 3 });
    expect(namelessWords(beside)).toBe(
      '3 names stand on record without an address: a site that goes by one of them is not found by its address.',
    );
    expect(namelessWords({ ...beside, nameless: 0 })).toBe('');
  });
  it('gets fewer figures, and no false ones, from a list that an earlier version stored', async () => {
    const older = (name: string) => Promise.resolve(name === NAMELESS ? undefined : blocks.get(name));
    expect(await findBeside(names, directory, older, 'x.alone.example')).toMatchObject({ names: [], nameless: 0 });
  });
  it('counts the addresses on a host that many share', () => {
    const near = ['/a', '/b', '/c'].map((path) => ({ name: 'parts.example', scope: 'url-prefix' as const, path }));
    expect(besideWords({ near, names: [] }, 'parts.example')).toEqual([
      'The record names 3 addresses on this host; this page is below none.',
    ]);
  });
});

test('The keys of a host are its own label and the whole of it, in the letters that it is shown in', () => {
  expect(keysOfHost('www.mercadolibre.com.mx')).toEqual(['mercadolibre', 'mercadolibrecommx']);
  expect(keysOfHost('xn--mnchen-3ya.example')).toEqual(['munchen', 'munchenexample']);
  expect(keysOfHost('localhost')).toEqual(['localhost']);
});
