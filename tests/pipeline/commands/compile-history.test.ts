/** Publishes several releases in a row. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFromFolder, publishedHead } from '../../../src/pipeline/folder.ts';
import { readRelease } from '../../../src/list/release/read-release.ts';
import { linesToText } from '../../../src/list/release/record-lines.ts';
import { publicSet, readKey } from '../../../src/pipeline/keys.ts';
import { run, today, writeData } from '../run-command.ts';

const dir = mkdtempSync(join(tmpdir(), 'listmark-publish-'));
const [data, key, out] = ['data', 'key.json', 'v1'].map((name) => join(dir, name)) as [string, string, string];
const signing = ['--key', key, '--out', out];
const compile = (...more: string[]) => run('compile', '--data', data, ...signing, ...more);
const setSequence = (sequence: number) =>
  writeFileSync(join(data, 'release.json'), JSON.stringify({ list: 'curated', sequence, published: today() }));
const rename = (words: string) => {
  const path = join(data, 'series/xx-list.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), means: words }));
};

beforeAll(async () => {
  writeData(data);
  await run('keygen', '--out', key);
  setSequence(1);
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('A publisher', () => {
  it('publishes a release, and the next one with a delta that gives the same records', async () => {
    expect(await compile()).toMatchObject({ status: 0, stderr: '' });
    const options = { keys: publicSet([readKey(key)]), list: 'curated', now: null };
    const first = await readRelease(getFromFolder(out), { ...options, held: null });
    setSequence(2);
    rename('Other words.');
    expect((await compile()).status).toBe(0);
    const held = {
      sequence: 1,
      manifestHash: first.head.manifest.hash,
      issued: first.head.issued,
      lines: () => Promise.resolve(first.lines!),
    };
    const second = await readRelease(getFromFolder(out), { ...options, held });
    expect(second).toMatchObject({ byDelta: true });
    const whole = await readRelease(getFromFolder(out), { ...options, held: null });
    expect(linesToText(second.lines!)).toBe(linesToText(whole.lines!));
  });
  it('can compile the same records again', async () => expect((await compile()).status).toBe(0));
  it('has to raise the number if other records or a later release were published', async () => {
    rename('Yet other words.');
    expect(await compile()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/release 2 already, with other records: raise "sequence"/) as string,
    });
    setSequence(1);
    expect((await compile()).stderr).toMatch(/holds release 2 already: raise "sequence" in release.json above it/);
  });
  it('can renew the dates only', async () => {
    const before = publishedHead(out)!;
    const issued = new Date().toISOString();
    expect((await run('sign', ...signing, '--issued', issued, '--days', '10')).stderr).toBe('');
    expect(publishedHead(out)).toEqual({
      ...before,
      issued,
      expires: new Date(Date.parse(issued) + 10 * 86_400_000).toISOString(),
    });
  });
  it('can compile again after renewed dates, and the dates do not go back', async () => {
    setSequence(2);
    rename('Other words.');
    const before = publishedHead(out)!;
    expect((await compile()).stderr).toBe('');
    expect(publishedHead(out)).toMatchObject({ issued: before.issued, manifest: before.manifest });
    const { status, stderr } = await compile('--issued', today());
    expect(status).toBe(2);
    expect(stderr).toMatch(/when this release was last signed; clients refuse dates that go back/);
    expect(publishedHead(out)).toMatchObject({ issued: before.issued });
  });
});
