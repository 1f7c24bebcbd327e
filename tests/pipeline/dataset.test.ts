/**
 * What `validate` must not pass over: bytes, keys and characters that a reader would take in another way, and files
 * that are none.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/pipeline/dataset.ts';
import { problemLine } from '../../src/pipeline/problem.ts';
import { readJson } from '../../src/pipeline/read-json.ts';
import { writeData } from './run-command.ts';
import { soundData } from './rules-data.ts';

const dir = mkdtempSync(join(tmpdir(), 'listmark-dataset-'));
afterAll(() => rmSync(dir, { recursive: true }));
let folders = 0;
const folder = (spoil: Record<string, unknown> = {}) => writeData(join(dir, String(folders++)), spoil);
const problemsOf = (data: string) => readDataset(data).problems.map(problemLine).join('\n');

const MARKET = 'markets/f/first-market.json';
const market = soundData().markets[0]!;
const text = JSON.stringify(market);
const withName = (name: string) => ({ ...market, name });

describe('A record', () => {
  it('passes with a byte order mark, and with the joiners that some scripts are written with', () => {
    expect(problemsOf(folder({ [MARKET]: `\uFEFF${text}` }))).toBe('');
    expect(problemsOf(folder({ [MARKET]: withName('می\u200Cخواهم क्\u200Dष') }))).toBe('');
  });

  it.each<[string, unknown, RegExp]>([
    ['bytes that are no UTF-8', Buffer.from(text.replace('Some market', 'Caf\xe9'), 'latin1'), /is not UTF-8/],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), /is not UTF-8/],
    ['half a character in UTF-8', Buffer.from(text.replace('Some market', '\xed\xa0\x80'), 'latin1'), /is not UTF-8/],
    ['nothing', '', /cannot be read as JSON/],
    ['a key twice', text.replace('"name"', '"name":"Other","name"'), /"name" stands twice in one object/],
    [
      'a key twice, once escaped',
      text.replace('"name"', '"n\\u0061me":"Other","name"'),
      /"name" stands twice in one object/,
    ],
    ['a key twice, deep inside', text.replace('"locator"', '"locator":"p. 9","locator"'), /"locator" stands twice/],
    ['NUL', withName('Some\u0000market'), /name: expected plain text, found U\+0000 after 4 characters/],
    ['a line end', withName('Some\nmarket'), /U\+000A/],
    ['an escape of the terminal', withName('\u001b[31mSome'), /U\+001B/],
    ['C1 control', withName('Some\u0085market'), /U\+0085/],
    ['a mark that turns the line around', withName('Some \u202Etekram'), /U\+202E/],
    ['an isolate without end', withName('\u2066Some'), /U\+2066/],
    ['a direction mark', withName('Some\u200Fmarket'), /U\+200F/],
    ['a space of no width', withName('Some\u200Bmarket'), /U\+200B/],
    ['a line separator', withName('Some\u2028market'), /U\+2028/],
    ['half a character', text.replace('Some market', 'Some \\ud83d'), /U\+D83D/],
    ['a soft hyphen', withName('Some\u00ADmarket'), /U\+00AD/],
    ['invisible tags', withName('Some\u{E0041}'), /U\+E0041/],
    ['an unknown key', text.replace('"name"', '"__proto__":{},"name"'), /__proto__/],
    [
      'an address that hides its end',
      { ...market, events: [{ ...market.events[0], readAt: 'https://office.example/\u202Efdp.2020' }] },
      /events\.0\.readAt: .*U\+202E/,
    ],
    ['a note with a mark in it', { ...market, note: 'A note\u200E.' }, /note: .*U\+200E/],
  ])('with %s is a problem', (_, content, problem) =>
    expect(problemsOf(folder({ [MARKET]: content }))).toMatch(problem),
  );

  it('that says the same key in two objects is none', () => {
    expect(readJson(Buffer.from('{"a":{"b":1},"b":[{"a":"\\"a\\":"},{"a":":{\\\\"}],"c":{}}'))).toEqual({
      value: { a: { b: 1 }, b: [{ a: '"a":' }, { a: ':{\\' }], c: {} },
    });
  });
});

describe('A file that is none', () => {
  const secret = join(dir, 'secret.json');
  writeFileSync(secret, JSON.stringify(market));

  it('is not followed where it is a link', () => {
    const data = folder();
    rmSync(join(data, MARKET));
    symlinkSync(secret, join(data, MARKET));
    const { dataset, problems } = readDataset(data);
    expect(problems.map(problemLine)).toEqual([
      `${MARKET}: is a link or a device, not a file: put the record itself here`,
    ]);
    expect(dataset.markets.map(({ id }) => id)).toEqual(['second-market']);
  });

  it('is not read where it is a pipe, which would never end', () => {
    const data = folder();
    execFileSync('mkfifo', [join(data, 'markets/pipe.json')]);
    expect(problemsOf(data)).toMatch(/markets\/pipe\.json: is a link or a device/);
  });

  it('counts as little where it is a link to a folder, at any depth', () => {
    const data = folder();
    cpSync(join(data, 'markets/s'), join(dir, 'elsewhere'), { recursive: true });
    symlinkSync(join(dir, 'elsewhere'), join(data, 'markets/e'));
    expect(problemsOf(data)).toMatch(/markets\/e: is a link or a device/);
    rmSync(join(data, 'series'), { recursive: true });
    symlinkSync(join(dir, 'elsewhere'), join(data, 'series'));
    expect(problemsOf(data)).toMatch(/series: there is no such folder \(a link to one does not count\)/);
  });

  it('is no release.json either', () => {
    const data = folder();
    rmSync(join(data, 'release.json'));
    symlinkSync(secret, join(data, 'release.json'));
    expect(problemsOf(data)).toMatch(/release\.json: is a link or a device/);
  });

  it('but the folder itself may be reached by a link', () => {
    symlinkSync(folder(), join(dir, 'link'));
    expect(problemsOf(join(dir, 'link'))).toBe('');
  });
});

describe('release.json', () => {
  const release = soundData().release;
  it.each<[object, RegExp]>([
    [{ sequence: 2 ** 53 }, /release\.json sequence: /],
    [{ sequence: 0 }, /release\.json sequence: /],
    [{ published: '2026-02-30' }, /release\.json published: expected a day as YYYY-MM-DD/],
    [{ published: '2026-02' }, /release\.json published: expected a day/],
    [{ list: 'Curated list' }, /release\.json list: expected at most 64 small letters/],
  ])('with %j is a problem: no client would read it', (spoil, problem) =>
    expect(problemsOf(folder({ 'release.json': { ...release, ...spoil } }))).toMatch(problem),
  );
});
