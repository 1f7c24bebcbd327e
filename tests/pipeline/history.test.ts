/** Publishing one release after the other, by the command line as a publisher does. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedHead } from '../../src/pipeline/history.ts';
import { readRelease } from '../../src/list/read-release.ts';
import { linesToText } from '../../src/list/record-lines.ts';
import { getFromFolder } from '../../src/pipeline/publish.ts';
import { publicSet, readKey } from '../../src/pipeline/keys.ts';

const dir = mkdtempSync(join(tmpdir(), 'listmark-publish-'));
const [data, key, out] = ['data', 'key.json', 'v1'].map((name) => join(dir, name)) as [string, string, string];
const list = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/pipeline/cli.ts', ...args, '--data', data, '--key', key, '--out', out], { encoding: 'utf8' });
const setSequence = (sequence: number) => writeFileSync(join(data, 'release.json'), JSON.stringify({ list: 'curated', sequence, published: '2026-11-22' }));
const rename = (name: string) => {
  const path = join(data, 'series/ustr-nml.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), means: name }));
};

beforeAll(() => {
  cpSync('data', data, { recursive: true });
  execFileSync(process.execPath, ['--import', 'tsx', 'src/pipeline/cli.ts', 'keygen', '--out', key]);
  setSequence(1);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

describe('A publisher', { timeout: 120_000 }, () => {
  it('publishes a release, and the next one with a delta from it that leads to the same records', async () => {
    expect(list('compile').stderr).toBe('');
    const options = { keys: publicSet([readKey(key)]), list: 'curated', now: null };
    const first = await readRelease(getFromFolder(out), { ...options, held: null });
    setSequence(2);
    rename('Other words.');
    expect(list('compile').status).toBe(0);
    const held = { sequence: 1, manifestHash: first.head.manifest.hash, issued: first.head.issued, lines: async () => first.lines! };
    const second = await readRelease(getFromFolder(out), { ...options, held });
    expect(second.lines && [...(second.changed ?? [])]).toEqual(['series ustr-nml']);
    const whole = await readRelease(getFromFolder(out), { ...options, held: null });
    expect(linesToText(second.lines!)).toBe(linesToText(whole.lines!));
  });
  it('may compile the same again', () => expect(list('compile').status).toBe(0));
  it('is told to raise the number where it was used with other records, or a higher one was', () => {
    rename('Yet other words.');
    const { status, stderr } = list('compile');
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringMatching(/release 2 already, with other records: raise "sequence"/) as string });
    setSequence(1);
    expect(list('compile').stderr).toMatch(/holds release 2 already: raise "sequence" in release.json above it/);
  });
  it('renews the dates alone', () => {
    const before = publishedHead(out)!;
    expect(list('sign', '--issued', '2027-01-01', '--days', '10').status).toBe(0);
    expect(publishedHead(out)).toEqual({ ...before, issued: '2027-01-01T00:00:00.000Z', expires: '2027-01-11T00:00:00.000Z' });
    expect(list('sign', '--days', 'x').stderr).toMatch(/--days: expected a number/);
  });
});
