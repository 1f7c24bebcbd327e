/**
 * The publisher never writes a release that a client would refuse. Each refusal leaves the published folder unchanged,
 * and the next valid release can be published.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FILE_LIMIT, HEAD_NAME } from '../../../src/list/release/release.ts';
import type { Dataset } from '../../../src/pipeline/dataset.ts';
import { publishedHead, writeRelease } from '../../../src/pipeline/folder.ts';
import { keyNamed } from '../../../src/pipeline/keys.ts';
import { sign } from '../../../src/pipeline/publish.ts';
import { exampleData, exampleMarket } from '../../fixtures.ts';
import { run, today, writeData, type Ran } from '../run-command.ts';

vi.setConfig({ testTimeout: 60_000 });

const dir = mkdtempSync(join(tmpdir(), 'listmark-publishing-'));
const at = (name: string) => join(dir, name);
const key = at('key.json');
afterAll(() => rmSync(dir, { recursive: true }));
beforeAll(() => run('keygen', '--out', key));

/** All files below a folder with their bytes. */
function filesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path, readFileSync(path, 'base64')]),
  );
}

/** @returns the error output of the command @throws if the command succeeded or changed the folder */
async function refused(folder: string, task: Promise<Ran>, status = 1): Promise<string> {
  const before = filesOf(folder);
  const ran = await task;
  expect(ran).toMatchObject({ status, stdout: '' });
  expect(filesOf(folder)).toEqual(before);
  return ran.stderr;
}

const DAYS = [['1e7'], ['0'], ['367'], ['3.5'], ['ten'], ['+3']];
const ISSUED = [
  ['9999-12-31'],
  ['2026-02-30'],
  ['2026-13-01'],
  ['tomorrow'],
  ['2026-11-28T10:00:00+02:00'],
  ['+010000-01-01'],
  ['1'],
];
const future = () => new Date(Date.now() + 3 * 86_400_000).toISOString();

describe('compile', () => {
  const out = at('v1');
  const data = at('data');
  /** Ten markets, so that one is a tenth. */
  const records = (sequence: number, count = 10, more: Partial<Dataset> = {}): Dataset => {
    const markets = Array.from({ length: count }, (_, n) => exampleMarket(`market-${n}`, `site-${n}.example.org`));
    const all = exampleData(markets, sequence);
    return {
      ...all,
      sources: [{ ...all.sources[0]!, stated: count, complete: true }],
      release: { ...all.release, published: today() },
      ...more,
    };
  };
  const publish = (of: Dataset, ...more: string[]) => {
    rmSync(data, { recursive: true, force: true });
    return run('compile', '--data', writeData(data, {}, of), '--key', key, '--out', out, ...more);
  };
  beforeEach(async () => {
    for (const folder of [out, `${out}-history`]) rmSync(folder, { recursive: true, force: true });
    expect(await publish(records(1))).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(DAYS)('--days %s is refused', async (days) =>
    expect(await refused(out, publish(records(2), '--days', days), 2)).toMatch(/--days: expected/),
  );
  it.each(ISSUED)('--issued %s is refused', async (issued) =>
    expect(await refused(out, publish(records(2), '--issued', issued), 2)).toMatch(/--issued: /),
  );
  it('a head with an issue date a few days in the future is refused', async () =>
    expect(await refused(out, publish(records(2), '--issued', future()), 2)).toMatch(
      /clients refuse a list from the future/,
    ));
  it('a head that has expired is refused', async () =>
    expect(await refused(out, publish(records(2), '--issued', '2020-01-01'))).toMatch(
      /no client would take this release: .*was good until 2020-01-31/,
    ));
  it('a list without a host is refused, even with --allow-loss', async () => {
    const none = records(2, 0);
    none.sources[0]!.complete = false;
    const nameless = records(2, 1);
    nameless.markets[0] = {
      ...nameless.markets[0]!,
      domains: [],
      events: [{ ...nameless.markets[0]!.events[0]!, domains: 'market-only' }],
    };
    for (const empty of [none, nameless])
      expect(await refused(out, publish(empty, '--allow-loss'))).toMatch(/names no site: an empty list/);
    rmSync(out, { recursive: true });
    expect(await refused(out, publish(none))).toMatch(/an empty list/);
  });
  it('records that are larger than the limit of clients are refused', { timeout: 180_000 }, async () => {
    const large = records(2);
    large.markets[0]!.note = 'x'.repeat(FILE_LIMIT);
    expect(await refused(out, publish(large))).toMatch(
      /no client would take this release: .*records\.text\.size expected at most 67108864 bytes/,
    );
  });
  it('a number that is not a safe integer is refused', async () =>
    expect(await refused(out, publish(records(2 ** 53 + 2)))).toMatch(/release\.json sequence: /));
  it('a release of another list is refused', async () => {
    const other = records(2);
    expect(await refused(out, publish({ ...other, release: { ...other.release, list: 'other' } }), 2)).toMatch(
      /holds the list "curated", not "other"/,
    );
  });

  it('the loss of a tenth of the names is allowed, of more only with --allow-loss', async () => {
    expect(await publish(records(2, 9))).toMatchObject({ status: 0, stderr: '' });
    expect(await refused(out, publish(records(3, 8)))).toMatch(
      /1 of the 9 names of the release before are gone \(site-8\.example\.org\), more than a tenth/,
    );
    const moved = records(3, 9);
    for (const market of moved.markets.slice(0, 2)) {
      market.domains[0]!.name = market.domains[0]!.name.replace('site', 'other');
      market.events[0]!.domains = [market.domains[0]!.name];
    }
    expect(await refused(out, publish(moved))).toMatch(/2 of the 9 names/);
    expect(await publish(moved, '--allow-loss')).toMatchObject({ status: 0, stderr: '' });
  });
  it('markets without a domain count too', async () => {
    const withNameless = (sequence: number, count: number): Dataset => {
      const of = records(sequence);
      for (let n = 0; n < count; n++) {
        const market = exampleMarket(`nameless-${n}`);
        of.markets.push({ ...market, domains: [], events: [{ ...market.events[0]!, domains: 'market-only' }] });
      }
      return { ...of, sources: [{ ...of.sources[0]!, stated: 10 + count }] };
    };
    expect((await publish(withNameless(2, 10))).stderr).toBe('');
    expect(await refused(out, publish(withNameless(3, 2)))).toMatch(
      /8 of the 22 records of the release before are gone \(market nameless-/,
    );
  });
  it('if the previous release cannot be read, --allow-loss is needed', async () => {
    rmSync(join(out, 'files'), { recursive: true });
    expect(await refused(out, publish(records(2)))).toMatch(
      /release 1 in .* cannot be read .*bring it back, or go on with --allow-loss/,
    );
    expect(await publish(records(2), '--allow-loss')).toMatchObject({ status: 0, stderr: '' });
  });

  it('a folder with an unreadable head can be used again', async () => {
    writeFileSync(join(out, HEAD_NAME), 'no head');
    expect(await refused(out, publish(records(2)))).toMatch(
      /is no head that a client could read .*move it away, and publish with a number above its own/,
    );
    rmSync(join(out, HEAD_NAME));
    expect(await publish(records(2))).toMatchObject({ status: 0, stderr: '' });
  });
  it('a folder with an unreadable release can be used again', async () => {
    const { key: signer } = await keyNamed(key);
    const head = publishedHead(out)!;
    writeFileSync(
      join(out, HEAD_NAME),
      await sign(
        { ...head, sequence: 5, issued: '9000-01-01T00:00:00.000Z', expires: '9001-01-01T00:00:00.000Z' },
        signer,
      ),
    );
    expect(await publish(records(6), '--allow-loss')).toMatchObject({ status: 0, stderr: '' });
    expect(publishedHead(out)).toMatchObject({ sequence: 6 });
  });
  it('a folder with damaged earlier releases can be used; only their deltas are missing', async () => {
    writeFileSync(join(`${out}-history`, '00000001.txt.gz'), 'no gzip');
    const { status, stderr } = await publish(records(2));
    expect(status).toBe(0);
    expect(stderr).toMatch(/00000001\.txt\.gz cannot be read .*no delta leads from it/);
  });
  it('a failed write leaves the folder unchanged', async () => {
    mkdirSync(join(out, `${HEAD_NAME}.${process.pid}.part`));
    expect(await refused(out, publish(records(2)))).toMatch(/EISDIR/);
    rmSync(join(out, `${HEAD_NAME}.${process.pid}.part`), { recursive: true });
    expect(await publish(records(2))).toMatchObject({ status: 0, stderr: '' });
    expect(Object.keys(filesOf(out)).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('sign refuses the same dates, and an incomplete folder', async () => {
    const sign = (...more: string[]) => run('sign', '--key', key, '--out', out, ...more);
    for (const [days] of DAYS) expect(await refused(out, sign('--days', days!), 2)).toMatch(/--days/);
    for (const [issued] of ISSUED) expect(await refused(out, sign('--issued', issued!), 2)).toMatch(/--issued/);
    expect(await refused(out, sign('--issued', '2020-01-01'), 2)).toMatch(/clients refuse dates that go back/);
    const records = Object.keys(filesOf(join(out, 'files'))).map((path) => [path, readFileSync(path)] as const);
    for (const [path, bytes] of records) {
      writeFileSync(path, bytes.subarray(1));
      expect(await refused(out, sign())).toMatch(/ends after \d+ of \d+ bytes/);
      writeFileSync(path, bytes);
    }
    expect(await sign()).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('register', () => {
  const out = at('register');
  const ABOUT = {
    list: 'xx-office',
    title: 'Example register',
    publisher: 'Example Office',
    licence: 'Public domain',
    source: 'https://office.example/',
  };
  const names = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => `name-${n + from}.example.org\n`).join('');
  const publish = (text: string, about: object = {}, ...more: string[]) => {
    writeFileSync(at('names.txt'), text);
    writeFileSync(at('about.json'), JSON.stringify({ ...ABOUT, ...about }));
    return run('register', at('names.txt'), '--about', at('about.json'), '--key', key, '--out', out, ...more);
  };
  beforeEach(async () => {
    rmSync(out, { recursive: true, force: true });
    expect(await publish(names(20))).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(DAYS)('--days %s is refused', async (days) =>
    expect(await refused(out, publish(names(20), {}, '--days', days), 2)).toMatch(/--days: expected/),
  );
  it.each(ISSUED)('--issued %s is refused', async (issued) =>
    expect(await refused(out, publish(names(20), {}, '--issued', issued), 2)).toMatch(/--issued: /),
  );
  it('the loss of a tenth of the names is allowed, of more only with --allow-loss', async () => {
    expect(await publish(names(18))).toMatchObject({ status: 0, stderr: '' });
    // A download that ended early.
    expect(await refused(out, publish(names(2)))).toMatch(
      /16 of the 18 names of the release before are gone .*cut short/,
    );
    expect(await refused(out, publish(names(100, 2)))).toMatch(/2 of the 18 names/);
    expect(await publish(names(2), {}, '--allow-loss')).toMatchObject({ status: 0, stderr: '' });
    expect(publishedHead(out)).toMatchObject({ sequence: 3 });
  });
  it.each<[object, RegExp]>([
    [{ source: 'javascript:alert(1)' }, /source expected an address that begins with https/],
    [{ source: 'http://office.example/' }, /source expected an address that begins with https/],
    [{ source: ' data:text/html,x' }, /source expected/],
    [{ source: 'https://' }, /source expected the address of a web page/],
    [{ source: 'https://ustr.gov@evil.example/' }, /source expected the address of a web page/],
    [{ source: 'https://localhost/' }, /source expected the address of a web page/],
    [{ source: 'https://office.example/\nx' }, /source expected plain text/],
    [{ title: 'Two\nlines' }, /title expected plain text, found U\+000A/],
    [{ title: 'Example \u202Eretsiger' }, /title expected plain text, found U\+202E/],
    [{ title: '\u0000' }, /title expected plain text/],
    [{ title: '   ' }, /title expected text, found none/],
    [{ title: 'x'.repeat(121) }, /title /],
    [{ publisher: 'Office\r' + 'x' }, /publisher expected plain text/],
    [{ licence: 'Free\u2028really' }, /licence expected plain text/],
    [{ list: 'Example Office' }, /list expected at most 64 small letters/],
    [{ colour: 'red' }, /colour/],
  ])('%j is refused', async (about, reason) =>
    expect(await refused(out, publish(names(20), about), 2)).toMatch(reason),
  );
  it('a note with a duplicate key is refused', async () => {
    writeFileSync(at('twice.json'), JSON.stringify(ABOUT).replace('"title"', '"title":"Other","title"'));
    const task = run('register', at('names.txt'), '--about', at('twice.json'), '--key', key, '--out', out);
    expect(await refused(out, task, 2)).toMatch(/"title" stands twice/);
  });
  it.each([
    [`${'long '.repeat(13)}label (number)`, /columns\.labels\.0\.name/],
    ['La\u202Ebel (number)', /expected plain text/],
  ])('a column called %j is refused', async (label, reason) => {
    const table = `name,${label}\n${names(20).replaceAll('\n', ',7\n')}`;
    expect(await refused(out, publish(table))).toMatch(reason);
  });

  it('after the loss of the folder the number can be given, and must be above that of the folder', async () => {
    expect(await refused(out, publish(names(20), {}, '--sequence', '1'))).toMatch(
      /holds release 1 already, with other records: name a number/,
    );
    for (const number of ['0', '9007199254740992', 'x'])
      expect(await refused(out, publish(names(20), {}, '--sequence', number), 2)).toMatch(/--sequence/);
    expect(await publish(names(20), {}, '--sequence', '7')).toMatchObject({ status: 0, stderr: '' });
    expect(publishedHead(out)).toMatchObject({ sequence: 7 });
    expect(await refused(out, publish(names(20), {}, '--sequence', '6'))).toMatch(/holds release 7 already/);
    expect((await publish(names(20))).stdout).toContain('release 8');
  });
  it('a folder with an unreadable release can be used again', async () => {
    for (const path of Object.keys(filesOf(join(out, 'files')))) writeFileSync(path, 'spoilt');
    expect(await refused(out, publish(names(20)))).toMatch(/cannot be read .*go on with --allow-loss/);
    const { status, stderr } = await publish(names(20), {}, '--allow-loss');
    expect(status).toBe(0);
    expect(stderr).toMatch(/release 1 in .* cannot be read .*no delta leads from it/);
    expect(await publish(names(20))).toMatchObject({ status: 0, stderr: '' });
  });
  it('can be signed again if it is complete', async () => {
    expect(await run('sign', '--key', key, '--out', out)).toMatchObject({ status: 0, stderr: '' });
    cpSync(out, at('copy'), { recursive: true });
    const [path] = Object.keys(filesOf(join(at('copy'), 'files')));
    rmSync(path!);
    expect(await refused(at('copy'), run('sign', '--key', key, '--out', at('copy')))).toMatch(/there is no /);
  });
});

it('a failed write does not delete files that existed before', () => {
  const out = at('half');
  const files = new Map([['files/a.gz', new Uint8Array([1])]]);
  writeRelease(out, files, new Uint8Array([1]));
  mkdirSync(join(out, `files/b.gz.${process.pid}.part`));
  const before = filesOf(out);
  expect(() =>
    writeRelease(
      out,
      new Map([...files, ['files/c.gz', new Uint8Array([3])], ['files/b.gz', new Uint8Array([2])]]),
      new Uint8Array([2]),
    ),
  ).toThrow();
  expect(filesOf(out)).toEqual(before);
});
