/** What a catalogue says, what its types refuse, and that a build has the compiled messages and no parser. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { compiledCatalogues, compiledWords } from '../../tools/words-plugin.ts';
import { catalogue } from '../../src/words/catalogue.ts';

const say = catalogue({
  plain: 'Nothing recorded',
  host: 'The record names {host}.',
  orders: '{count, plural, one {# order of {place}} other {# orders of {place}}} in {year}',
  known: '{how, select, act {from the act} report {from {count, plural, one {a report} other {# reports}}} other {}}',
  still: '{open, select, true {still stands} other {has ended}}',
  domains: '{count, number} domains',
});

/** Never called: `npm test -- types` fails where one of these is no type error. */
const _refusedByTypes = () => {
  // @ts-expect-error no such id
  say('unknown');
  // @ts-expect-error no value
  say('host');
  // @ts-expect-error a value may not be missing
  say('host', { host: undefined });
  // @ts-expect-error not its value
  say('plain', { host: 'market.test' });
  // @ts-expect-error a plural takes a number
  say('orders', { count: '1', place: 'Peru', year: 2020 });
  // @ts-expect-error no value for the inner message
  say('orders', { count: 1, year: 2020 });
  // @ts-expect-error no such branch
  say('known', { how: 'rumour', count: 1 });
};

describe('A catalogue', () => {
  it('says messages with values, plurals and selects, one inside the other', () => {
    expect(say('plain')).toBe('Nothing recorded');
    expect(say('host', { host: 'market.test' })).toBe('The record names market.test.');
    expect(say('orders', { count: 1, place: 'Peru', year: 2020 })).toBe('1 order of Peru in 2020');
    expect(say('orders', { count: 22, place: 'Peru', year: 2020 })).toBe('22 orders of Peru in 2020');
    expect(say('known', { how: 'act', count: 2 })).toBe('from the act');
    expect(say('known', { how: 'report', count: 1 })).toBe('from a report');
    expect(say('known', { how: 'report', count: 3 })).toBe('from 3 reports');
    expect(say('still', { open: true })).toBe('still stands');
    expect(say('still', { open: 'other' })).toBe('has ended');
    expect(say('domains', { count: 1_234_567 })).toBe('1,234,567 domains');
  });

  it.each(['\\u202egro', '\\x41', '\\\\u0041', 'a\\', '{host}', "'{'", '#', '%__lingui_octothorpe__%'])(
    'prints the value %s as it is',
    (host) => expect(say('host', { host })).toBe(`The record names ${host}.`),
  );

  it('refuses a message that is no ICU message', () => {
    expect(() => catalogue({ open: 'The record names {host' })).toThrow();
  });
});

describe('The build', () => {
  it('compiles every message to data', () => {
    expect(
      compiledCatalogues(`export const say = catalogue({ a: 'One', 'b-c': "{n, plural, one {#} other {x}}" });`),
    ).toBe(`export const say = catalogue({ a: ["One"], 'b-c': [["n","plural",{"one":["#"],"other":["x"]}]] });`);
  });
  it('stops at a message that is not one literal string, and at one that is no ICU message', () => {
    expect(() => compiledCatalogues(`catalogue({ a: 'One' + 'two' })`)).toThrow("literal string: 'One' + 'two'");
    expect(() => compiledCatalogues('catalogue({ a: `One ${two}` })')).toThrow('literal string');
    expect(() => compiledCatalogues(`catalogue({ a: 'One {two' })`)).toThrow();
  });
  it('says the same words, without a parser', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'listmark-words-'));
    try {
      const entry = resolve('src/words/welcome.ts');
      const built = await build({
        configFile: false,
        logLevel: 'silent',
        plugins: [compiledWords()],
        define: { 'process.env.NODE_ENV': '"production"' },
        build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: () => 'words.mjs' } },
      });
      const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
      const { code } = output[0];
      expect(code).not.toMatch(/messageformat|moo|compileDateExpression/);
      writeFileSync(join(dir, 'words.mjs'), code);
      const { say: inBuild } = (await import(/* @vite-ignore */ pathToFileURL(join(dir, 'words.mjs')).href)) as {
        say: (id: string, values?: object) => string;
      };
      const { say: source } = await import('../../src/words/welcome.ts');
      expect(inBuild('lead')).toBe(source('lead'));
      expect(inBuild('caption', { words: 'Named' })).toBe(source('caption', { words: 'Named' }));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
  it.each(readdirSync('src/words', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))(
    'can compile %s',
    (name) => {
      expect(() => compiledCatalogues(readFileSync(join('src/words', name), 'utf8'))).not.toThrow();
    },
  );
});
