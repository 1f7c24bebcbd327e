/**
 * What `validate` must report: bytes, keys and characters that other programs read differently, and entries that are
 * not regular files.
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
  it('passes with a byte order mark, and with the joiners that some scripts need', () => {
    expect(problemsOf(folder({ [MARKET]: `\uFEFF${text}` }))).toBe('');
    expect(problemsOf(folder({ [MARKET]: withName('می\u200Cخواهم क्\u200Dष') }))).toBe('');
  });

  it.each<[string, unknown, RegExp]>([
    ['bytes that are not UTF-8', Buffer.from(text.replace('Some market', 'Caf\xe9'), 'latin1'), /is not UTF-8/],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), /is not UTF-8/],
    ['a surrogate in UTF-8', Buffer.from(text.replace('Some market', '\xed\xa0\x80'), 'latin1'), /is not UTF-8/],
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
    ['a terminal escape sequence', withName('\u001b[31mSome'), /U\+001B/],
    ['a C1 control character', withName('Some\u0085market'), /U\+0085/],
    ['a right-to-left override', withName('Some \u202Etekram'), /U\+202E/],
    ['an unclosed directional isolate', withName('\u2066Some'), /U\+2066/],
    ['a direction mark', withName('Some\u200Fmarket'), /U\+200F/],
    ['a zero-width space', withName('Some\u200Bmarket'), /U\+200B/],
    ['a line separator', withName('Some\u2028market'), /U\+2028/],
    ['an unpaired surrogate', text.replace('Some market', 'Some \\ud83d'), /U\+D83D/],
    ['a soft hyphen', withName('Some\u00ADmarket'), /U\+00AD/],
    ['invisible tag characters', withName('Some\u{E0041}'), /U\+E0041/],
    ['an unknown key', text.replace('"name"', '"__proto__":{},"name"'), /__proto__/],
    [
      'an address with a right-to-left override',
      { ...market, events: [{ ...market.events[0], readAt: 'https://office.example/\u202Efdp.2020' }] },
      /events\.0\.readAt: .*U\+202E/,
    ],
    ['a note with a direction mark', { ...market, note: 'A note\u200E.' }, /note: .*U\+200E/],
  ])('with %s is a problem', (_, content, problem) =>
    expect(problemsOf(folder({ [MARKET]: content }))).toMatch(problem),
  );

  it('may have the same key in two objects', () => {
    expect(readJson(Buffer.from('{"a":{"b":1},"b":[{"a":"\\"a\\":"},{"a":":{\\\\"}],"c":{}}'))).toEqual({
      value: { a: { b: 1 }, b: [{ a: '"a":' }, { a: ':{\\' }], c: {} },
    });
  });
});

describe('An entry that is not a regular file', () => {
  const secret = join(dir, 'secret.json');
  writeFileSync(secret, JSON.stringify(market));

  it('is reported and not followed if it is a link', () => {
    const data = folder();
    rmSync(join(data, MARKET));
    symlinkSync(secret, join(data, MARKET));
    const { dataset, problems } = readDataset(data);
    expect(problems.map(problemLine)).toEqual([
      `${MARKET}: is a link or a device, not a file: put the record itself here`,
    ]);
    expect(dataset.markets.map(({ id }) => id)).toEqual(['second-market']);
  });

  it('is reported and not read if it is a pipe, which would never end', () => {
    const data = folder();
    execFileSync('mkfifo', [join(data, 'markets/pipe.json')]);
    expect(problemsOf(data)).toMatch(/markets\/pipe\.json: is a link or a device/);
  });

  it('is reported if it is a link to a folder, at any depth', () => {
    const data = folder();
    cpSync(join(data, 'markets/s'), join(dir, 'elsewhere'), { recursive: true });
    symlinkSync(join(dir, 'elsewhere'), join(data, 'markets/e'));
    expect(problemsOf(data)).toMatch(/markets\/e: is a link or a device/);
    rmSync(join(data, 'series'), { recursive: true });
    symlinkSync(join(dir, 'elsewhere'), join(data, 'series'));
    expect(problemsOf(data)).toMatch(/series: there is no such folder \(a link to one does not count\)/);
  });

  it('is reported in the place of release.json too', () => {
    const data = folder();
    rmSync(join(data, 'release.json'));
    symlinkSync(secret, join(data, 'release.json'));
    expect(problemsOf(data)).toMatch(/release\.json: is a link or a device/);
  });

  it('may be the data folder itself, if it is a link', () => {
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
  ])('with %j is a problem, as no client would read the release', (spoil, problem) =>
    expect(problemsOf(folder({ 'release.json': { ...release, ...spoil } }))).toMatch(problem),
  );
});
