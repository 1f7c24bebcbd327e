/** The command line in child processes: exit codes, output streams, no overwritten files, the same bytes each time. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { soundData } from './rules-data.ts';
import { writeData } from './run-command.ts';

// Each run starts Node and the TypeScript loader, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const dir = mkdtempSync(join(tmpdir(), 'listmark-cli-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/pipeline/cli.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const dataFolder = (name: string, spoil: Record<string, unknown> = {}) => writeData(join(dir, name), spoil);

const hashes = (of: string) =>
  readdirSync(of, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(of, name)).isFile())
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(of, name)))
          .digest('hex')}`,
    );

let sound: string;
let key: string;
beforeAll(() => {
  sound = dataFolder('sound');
  key = join(dir, 'keys', 'private.json');
});

describe('keygen', () => {
  it('writes the private key with access for its owner only, and prints only the public one', () => {
    const { status, stdout } = run('keygen', '--out', key);
    expect(status).toBe(0);
    const printed = JSON.parse(stdout) as { keys: Record<string, string>[] };
    expect(printed.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(printed.keys[0]).not.toHaveProperty('d');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    writeFileSync(join(dir, 'public.json'), stdout);
  });
  it('refuses to overwrite a key', () => {
    const before = readFileSync(key, 'utf8');
    const { status, stderr } = run('keygen', '--out', key);
    expect(status).toBe(1);
    expect(stderr).toMatch(/never overwritten, name another file/);
    expect(readFileSync(key, 'utf8')).toBe(before);
  });
});

describe('validate', () => {
  it('passes sound records', () =>
    expect(run('validate', '--data', sound)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('no problems') as string,
    }));
  it('reports the file, the path and the expected value of a record that does not parse', () => {
    const market = soundData().markets[0]!;
    const spoilt = dataFolder('spoilt', {
      'markets/f/first-market.json': {
        ...market,
        category: 'shop',
        events: [{ ...market.events[0], date: '2021-02-30' }],
        colour: 'red',
      },
      'markets/s/second-market.json': '{ "id": ',
      'sources/xx-court/xx-court-2.json': { ...soundData().sources[3], id: 'xx-court-9' },
      'series/notes.txt': 'x',
    });
    const { status, stderr } = run('validate', '--data', spoilt);
    expect(status).toBe(1);
    expect(stderr).toMatch(/markets\/f\/first-market\.json category: .*Expected .*"torrent-index"/);
    expect(stderr).toMatch(
      /markets\/f\/first-market\.json events\.0\.date: expected a date as YYYY-MM-DD, YYYY-MM or YYYY/,
    );
    expect(stderr).toMatch(/markets\/f\/first-market\.json colour: .*Expected never/);
    expect(stderr).toMatch(/markets\/s\/second-market\.json: cannot be read as JSON/);
    expect(stderr).toMatch(/sources\/xx-court\/xx-court-2\.json id: expected "xx-court-2", the name of the file/);
    expect(stderr).toMatch(/series\/notes\.txt: only records named <id>\.json belong here/);
  });
  it('reports the right folder of a record in a wrong folder', () => {
    const { status, stderr } = run(
      'validate',
      '--data',
      dataFolder('misplaced', { 'markets/first-market.json': soundData().markets[0]! }),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /markets\/first-market\.json: this record belongs at markets\/f\/first-market\.json: move it there/,
    );
  });
  it('reports a broken rule with file and remedy', () => {
    const source = soundData().sources[0]!;
    const { status, stderr } = run(
      'validate',
      '--data',
      dataFolder('broken', { 'sources/xx-list/xx-list-2020.json': { ...source, stated: 3 } }),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /broken\/sources\/xx-list\/xx-list-2020\.json complete: the record finds 2 of the 3 stated: find the rest/,
    );
  });
  it('reports what a folder is missing', () => {
    const { status, stderr } = run('validate', '--data', join(dir, 'nowhere'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/markets: there is no such folder/);
  });
});

describe('check', () => {
  it('prints one JSON object per line, in the order of the input and in the documented format', () => {
    const { status, stdout, stderr } = run(
      'check',
      'www.second.example.net',
      'https://FIRST.example.org/x',
      'other.example',
      '--json',
      '--data',
      sound,
      '--as-of',
      '2022-06-01',
    );
    expect([status, stderr]).toEqual([0, '']);
    const [second, first, other] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([second, other]).toMatchObject([
      {
        input: 'www.second.example.net',
        status: 'listed',
        named: 'The record names second.example.net; www.second.example.net counts as the same site.',
      },
      { input: 'other.example', status: 'not-listed', matches: [], series: [], history: [] },
    ]);
    expect(first).toEqual({
      input: 'https://FIRST.example.org/x',
      hostname: 'first.example.org',
      path: '/x',
      leftOut: null,
      hint: null,
      asOf: '2022-06-01',
      status: 'blocked',
      matches: [{ domain: 'first.example.org', market: 'first-market', scope: 'domain' }],
      named: 'The record names first.example.org as a whole; first.example.org/x is not spoken of by itself.',
      sentences: [
        'Ordered blocked by the Example Office (United States) in 2022; in force: its term runs to 1 March 2023.',
        'Last named in the Example Office’s 2020 watch list; our record of that of 2021 is not complete.',
      ],
      series: [
        {
          series: 'xx-court',
          status: 'blocked',
          first: '2022-03-01',
          last: '2022-03-01',
          editions: [],
          orders: [{ date: '2022-03-01', inForce: true, how: 'term', decides: true }],
          standing: { how: 'term', date: '2023-03-01', verification: 'act' },
          says: 'Ordered blocked by the Example Office (United States) in 2022; in force: its term runs to 1 March 2023.',
        },
        {
          series: 'xx-list',
          status: 'listed',
          first: '2021-01-14',
          last: '2021-01-14',
          editions: ['2020'],
          gaps: ['2021'],
          laterEditions: true,
          says: 'Last named in the Example Office’s 2020 watch list; our record of that of 2021 is not complete.',
        },
      ],
      record: null,
      beside: null,
      closed: null,
      history: [
        {
          date: '2021-01-14',
          datePrecision: 'day',
          dateKind: 'published',
          kind: 'listed',
          series: 'xx-list',
          source: 'xx-list-2020',
          evidence: 'government-list',
          verification: 'act',
          locator: 'p. 1',
          url: 'https://office.example/2020',
          domains: ['first.example.org'],
          bearing: 'printed',
          earlierOwner: false,
          until: null,
          inForce: null,
        },
        {
          date: '2022-03-01',
          datePrecision: 'day',
          dateKind: 'decided',
          kind: 'blocked',
          series: 'xx-court',
          source: 'xx-court-1',
          evidence: 'court-order',
          verification: 'act',
          locator: 'p. 1',
          url: 'https://court.example/xx-court-1',
          domains: ['first.example.org'],
          bearing: 'printed',
          earlierOwner: false,
          until: '2023-03-01',
          inForce: true,
        },
      ],
      release: { sequence: 1, published: '2026-11-20' },
    });
  });
  it('says in words with which sources, by which list, and that not listed is not clearance', () => {
    const { stdout } = run('check', 'first.example.org', 'other.example', '--data', sound, '--as-of', '2022-06-01');
    expect(stdout).toContain('\n  Both dated facts were read in the original documents.\n  Sources:\n');
    expect(stdout).toContain(
      '\n    1 March 2022: Ordered blocked by the Example Office. https://court.example/xx-court-1\n',
    );
    expect(stdout).toContain('\n  Not listed is not clearance.\n');
    expect(stdout).toMatch(
      /\nAs of 1 June 2022, by Listmark’s list of 20 November 2026 \(release 1\), read on \d+ \w+ \d{4}\.\n$/,
    );
    const address = run('check', '192.0.2.1', '--data', sound).stdout;
    expect(address).toMatch(/^192\.0\.2\.1: Not known\n {2}This is an IP address\.[^\n]*\nBy Listmark’s list of /);
  });
  it('answers as of a day', () => {
    const status = (asOf: string) =>
      (
        JSON.parse(run('check', 'first.example.org', '--json', '--data', sound, '--as-of', asOf).stdout) as {
          status: string;
        }
      ).status;
    expect([status('2020-01-01'), status('2021-06-01')]).toEqual(['on-record', 'listed']);
  });
  it('refuses a future day', () => {
    const { status, stderr } = run('check', 'first.example.org', '--data', sound, '--as-of', '2999-01-01');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/2999-01-01 is in the future/)]);
  });
  it('reports which input is not a host and why, answers the others, and exits with 2', () => {
    const { status, stdout, stderr } = run(
      'check',
      'a..b',
      'first.example.org',
      'ftp://x.example',
      '--json',
      '--data',
      sound,
    );
    expect(status).toBe(2);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^a\.\.b: .*two dots in a row/m);
    expect(stderr).toMatch(/^ftp:\/\/x\.example: Only http and https/m);
  });
  it('reads its input as the popup does: with the path, and with a note on the parts left out', () => {
    const market = soundData().markets[0]!;
    const prefix = { ...market.domains[0]!, scope: 'url-prefix', path: '/films' };
    const data = dataFolder('prefix', { 'markets/f/first-market.json': { ...market, domains: [prefix] } });
    const { stdout, status } = run(
      'check',
      '“first.example.org/films/1?q”,',
      'first.example.org/news',
      'https://first.example.org',
      '--json',
      '--data',
      data,
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { matches: object[] });
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { path: '/films/1', leftOut: 'Left out: ““”, “”,”, the query “?q”.' },
      { path: '/news' },
      { path: '/' },
    ]);
    expect(lines.map(({ matches }) => matches.length)).toEqual([1, 0, 0]);
  });
  it('reads a file or standard input line by line, and reports the number of each refused line', () => {
    writeFileSync(
      join(dir, 'names.txt'),
      '\uFEFF# mine\r\nfirst.example.org\r\n\r\nfirst.example.org\t2011\r\nlan\r\nsecond.example.net,\r\n',
    );
    const fromFile = run('check', '--file', join(dir, 'names.txt'), '--json', '--data', sound, '--as-of', '2022-06-01');
    expect(fromFile.status).toBe(2);
    expect(fromFile.stderr).toMatch(/names\.txt:4: .*holds a tab.*\n.*names\.txt:5: .*is one word/);
    expect(fromFile.stdout.match(/"hostname":"[^"]+","path":"\/"/g)).toEqual([
      '"hostname":"first.example.org","path":"/"',
      '"hostname":"second.example.net","path":"/"',
    ]);
    const fromInput = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/pipeline/cli.ts', 'check', '-', '--data', sound, '--as-of', '2022-06-01'],
      {
        encoding: 'utf8',
        input: 'first.example.org\nthree.ogr\n',
      },
    );
    expect([fromInput.status, fromInput.stderr]).toEqual([0, '']);
    expect(fromInput.stdout).toMatch(
      /^first\.example\.org: [^]*\nthree\.ogr: Not named[^]*No public name ends in “\.ogr”/,
    );
  });
  it('reads a column of CSV in UTF-16, and says so; the table has every line', () => {
    const file = join(dir, 'table.csv');
    const text = '\uFEFFn;mirror\n1;first.example.org\n2;lan\n3;first.example.org\n4;github.io\n';
    writeFileSync(file, text, 'utf16le');
    const words = run('check', '--file', file, '--column', 'mirror', '--data', sound, '--as-of', '2022-06-01');
    expect(words.stderr).toMatch(/read as utf-16le: it begins with a byte order mark; read as table, column “mirror”/);
    expect(words.stderr).toMatch(/table\.csv:3: .*is one word/);
    const { status, stdout } = run('check', '--file', file, '--table', 'csv', '--data', sound, '--as-of', '2022-06-01');
    expect(status).toBe(2);
    expect(stdout.match(/^\d,[^,]*,[^,]*/gm)).toEqual([
      '2,first.example.org,checked',
      '3,lan,invalid',
      '4,first.example.org,duplicate',
      '5,github.io,public-suffix',
    ]);
    const none = run('check', '--file', file, '--column', 'site', '--data', sound);
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('no column “site”. It has “n”, “mirror”')]);
  });
  it('looks up an argument that is also the name of a file, and mentions the file', () => {
    const { stdout, status } = run('check', 'package.json', '--data', sound);
    expect(status).toBe(0);
    expect(stdout).toMatch(/No public name ends in “\.json”.* There is a file of this name: --file package\.json/);
  });
  it.each(['https:\\\\first.example.org', 'http:/first.example.org', 'C:\\x', 'lan', '2011', 'a.example b.example'])(
    'refuses %s and exits with 2',
    (typed) => {
      const { status, stdout, stderr } = run('check', typed, '--data', sound);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(typed);
    },
  );
});

describe('compile', () => {
  it('gives the same bytes twice, in two folders', () => {
    const copy = join(dir, 'elsewhere', 'copy');
    cpSync(sound, copy, { recursive: true });
    const [one, two] = [join(dir, 'release-1'), join(dir, 'release-2')];
    const issued = new Date().toISOString().slice(0, 10);
    expect(run('compile', '--data', sound, '--key', key, '--out', one, '--issued', issued).status).toBe(0);
    expect(run('compile', '--data', copy, '--key', key, '--out', two, '--issued', issued).status).toBe(0);
    expect(hashes(one)).toHaveLength(3);
    expect(hashes(two)).toEqual(hashes(one));
  });
  it('refuses records that break a rule, and writes nothing', () => {
    const out = join(dir, 'refused');
    expect(
      run(
        'compile',
        '--data',
        dataFolder('bad', { 'sources/xx-court/xx-court-2.json': '{}' }),
        '--key',
        key,
        '--out',
        out,
      ).status,
    ).toBe(1);
    expect(() => readdirSync(out)).toThrow();
  });
});

describe('diff, changelog and export', () => {
  it('compare a signed release with the records of the next', () => {
    const market = soundData().markets[0]!;
    const next = dataFolder('next', {
      'markets/f/first-market.json': { ...market, name: 'First' },
      'release.json': { ...soundData().release, sequence: 2 },
    });
    const keys = ['--keys', join(dir, 'public.json')];
    const { stdout, status } = run('diff', join(dir, 'release-1'), next, '--json', ...keys);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      older: { sequence: 1, signed: true },
      newer: { sequence: 2, signed: false },
      sites: [{ market: 'first-market', fields: ['name'] }],
    });
    expect(run('changelog', join(dir, 'release-1'), '--data', next, '--out', join(dir, 'log'), ...keys).status).toBe(0);
    expect(readFileSync(join(dir, 'log', '2.md'), 'utf8')).toMatch(
      /# Release 2 of 2026-11-20, against release 1[^]*fields changed: name/,
    );
    expect(run('changelog', join(dir, 'release-1'), '--data', sound, ...keys)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('give the new one a higher number') as string,
    });
  });
  it('refuse a release that is signed with another key', () => {
    run('keygen', '--out', join(dir, 'other.json'));
    writeFileSync(join(dir, 'other-public.json'), run('keygen', '--out', join(dir, 'another.json')).stdout);
    expect(run('diff', join(dir, 'release-1'), sound, '--keys', join(dir, 'other-public.json'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('key') as string,
    });
  });
  it('export the same bytes twice', () => {
    for (const out of ['export-1', 'export-2'])
      expect(run('export', '--data', sound, '--out', join(dir, out)).status).toBe(0);
    expect(hashes(join(dir, 'export-1'))).toEqual(hashes(join(dir, 'export-2')));
  });
});
