/** `register`: from a block list of another publisher to a signed register that a client reads. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeColumns, NO_VALUE } from '../../../src/list/register/name-columns.ts';
import { decodeNames } from '../../../src/list/register/name-table.ts';
import { readRegister } from '../../../src/list/register/read-register.ts';
import { gunzip } from '../../../src/list/release/trust.ts';
import { publicSet, readKey } from '../../../src/pipeline/keys.ts';
import { getFromFolder } from '../../../src/pipeline/folder.ts';
import { run } from '../run-command.ts';

describe('`register`', () => {
  const dir = mkdtempSync(join(tmpdir(), 'listmark-register-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const at = (name: string) => join(dir, name);
  const ABOUT = {
    list: 'xx-office',
    title: 'Example register',
    publisher: 'Example Office',
    licence: 'Public domain',
    source: 'https://office.example/',
  };
  const publish = (text: string, about: object = {}, ...more: string[]) => {
    writeFileSync(at('names.csv'), text);
    writeFileSync(at('about.json'), JSON.stringify({ ...ABOUT, ...about }));
    return run(
      'register',
      at('names.csv'),
      '--about',
      at('about.json'),
      '--key',
      at('key.json'),
      '--out',
      at('out'),
      ...more,
    );
  };
  const read = async (held: Parameters<typeof readRegister>[1]['held'] = null) => {
    const release = await readRegister(getFromFolder(at('out')), {
      keys: publicSet([readKey(at('key.json'))]),
      list: 'xx-office',
      held,
      now: new Date().toISOString(),
    });
    if (!release.files) throw new Error('nothing new');
    return release;
  };

  it('publishes a register that a client reads, and a delta from the previous release', async () => {
    expect((await run('keygen', '--out', at('key.json'))).status).toBe(0);
    const first = await publish(
      'name,Entered (day)\nexample.org,2016-01-25\nexample.com,2016-01-26\n192.0.2.1,2016-01-26\n',
    );
    expect(first).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('names.csv:4: 192.0.2.1 is an IP address, not a name.') as string,
    });
    expect(first.stdout).toContain('register xx-office, release 1: 2 names, 1 lines refused');
    const one = await read();
    expect(one.manifest.about.publisher).toBe('Example Office');

    const second = await publish(
      'name,Entered (day)\nexample.org,2016-01-25\nexample.com,2016-01-26\nexample.net,2017-01-01\n',
    );
    expect(second.stdout).toContain('release 2: 3 names');
    const two = await read({
      sequence: 1,
      manifestHash: one.head.manifest.hash,
      issued: one.head.issued,
      files: () => Promise.resolve(one.files),
    });
    expect(two.manifest.deltas.map(({ from }) => from)).toEqual([1]);
    const open = (bytes: Uint8Array<ArrayBuffer>) => gunzip(bytes, 10_000, 'a table');
    expect(decodeNames(await open(two.files.names))).toEqual(['example.com', 'example.net', 'example.org']);
    expect(decodeColumns(await open(two.files.columns!), 3)).toEqual([Int32Array.of(16_826, 17_167, 16_825)]);
  });

  it('publishes rows with an empty cell, and reads a note with a byte-order mark', async () => {
    const note = {
      list: 'zz-office',
      title: 'Example register',
      publisher: 'Example Office',
      licence: 'Public domain',
      source: 'https://office.example/',
    };
    writeFileSync(at('marked.json'), `\uFEFF${JSON.stringify(note)}`);
    writeFileSync(
      at('gaps.csv'),
      Buffer.from(
        '\uFEFFname;Entered (day);Order (number)\r\none.example;;17\r\n"two.example,";2020-01-03;\r\n',
        'utf16le',
      ),
    );
    const { status, stderr } = await run(
      'register',
      at('gaps.csv'),
      '--about',
      at('marked.json'),
      '--key',
      at('key.json'),
      '--out',
      at('gaps'),
    );
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^\S+gaps\.csv:3: published, but: Left out: “,”\./)]);
    const release = await readRegister(getFromFolder(at('gaps')), {
      keys: publicSet([readKey(at('key.json'))]),
      list: 'zz-office',
      held: null,
      now: new Date().toISOString(),
    });
    const columns = decodeColumns(await gunzip(release.files!.columns!, 10_000, 'a table'), 2);
    expect(columns.map((column) => [...column])).toEqual([
      [NO_VALUE, 18_264],
      [17, NO_VALUE],
    ]);
  });

  it.each([
    ['{"list": "x",}', 'cannot be read as JSON'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'line 1 is not UTF-8'],
    [Buffer.from('{}', 'utf16le'), 'UTF-16 without a byte-order mark'],
  ])('reports why it cannot read the note %j', async (bytes, why) => {
    writeFileSync(at('odd.json'), bytes);
    writeFileSync(at('one.txt'), 'one.example\n');
    const { status, stderr, stdout } = await run(
      'register',
      at('one.txt'),
      '--about',
      at('odd.json'),
      '--key',
      at('key.json'),
      '--out',
      at('odd'),
    );
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`odd.json: `)]);
    expect(stderr).toContain(why);
  });

  it('reports missing options, and does not overwrite another list', async () => {
    const before = readFileSync(at('out/head.jws'), 'utf8');
    expect(await publish('example.org\n', { list: 'yy-office' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('holds the list "xx-office"') as string,
    });
    expect(await publish('example.org\n', { licence: '' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('about.json: licence') as string,
    });
    expect(await publish('# nothing\n')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('holds no name that can be published') as string,
    });
    expect(readFileSync(at('out/head.jws'), 'utf8')).toBe(before);
  });
});
