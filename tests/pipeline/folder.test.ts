/** A published folder: writing is all or nothing, and reading has the size limits of a client. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEAD_NAME } from '../../src/list/release/release.ts';
import { getFromFolder, publishedHead, writeHead, writeRelease, writeWhole } from '../../src/pipeline/folder.ts';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'listmark-folder-'))));
afterEach(() => rmSync(dir, { recursive: true }));
const bytes = (...values: number[]) => new Uint8Array(values);
const at = (name: string) => join(dir, name);
const read = (name: string) => [...readFileSync(at(name))];
const all = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
/** A folder in the place of a temporary file, so that writing that file fails. */
const obstacle = (name: string) => mkdirSync(at(`${name}.${process.pid}.part`), { recursive: true });

describe('Writing', () => {
  it('creates missing folders, replaces a file, and leaves no temporary file', () => {
    writeWhole(at('a/b/c'), bytes(1, 2));
    writeWhole(at('a/b/c'), bytes(3));
    expect(read('a/b/c')).toEqual([3]);
    expect(all()).toEqual(['c']);
  });
  it('that fails leaves the old file, and no temporary file', () => {
    writeWhole(at('a'), bytes(1));
    mkdirSync(at('b'));
    expect(() => writeWhole(at('b'), bytes(2))).toThrow(/EISDIR|EPERM|ENOTEMPTY/);
    expect(read('a')).toEqual([1]);
    expect(all()).toEqual(['a']);
  });
  it('of a release writes the files and the head', () => {
    writeRelease(dir, new Map([['files/x.gz', bytes(1)]]), bytes(9));
    expect(read('files/x.gz')).toEqual([1]);
    expect(read(HEAD_NAME)).toEqual([9]);
    writeHead(dir, bytes(8));
    expect(read(HEAD_NAME)).toEqual([8]);
    expect(all()).toEqual([HEAD_NAME, 'x.gz']);
  });
  it('of a release that fails leaves the folder unchanged: without the new files, with the old ones and the old head', () => {
    writeRelease(dir, new Map([['files/x.gz', bytes(1)]]), bytes(9));
    obstacle(HEAD_NAME);
    const next = new Map([
      ['files/x.gz', bytes(1)],
      ['files/y.gz', bytes(2)],
    ]);
    expect(() => writeRelease(dir, next, bytes(10))).toThrow(/EISDIR/);
    expect(all()).toEqual([HEAD_NAME, 'x.gz']);
    expect(read(HEAD_NAME)).toEqual([9]);
  });
  it('writes the head last: if a file cannot be written, the head is not written', () => {
    obstacle('files/x.gz');
    expect(() => writeRelease(dir, new Map([['files/x.gz', bytes(1)]]), bytes(9))).toThrow(/EISDIR/);
    expect(existsSync(at(HEAD_NAME))).toBe(false);
  });
});

describe('Reading', () => {
  it('gives a file of exactly the limit, and fails for a larger or a missing one', async () => {
    writeWhole(at('files/x.gz'), bytes(1, 2, 3));
    const get = getFromFolder(dir);
    expect(await get('files/x.gz', 3)).toEqual(bytes(1, 2, 3));
    await expect(get('files/x.gz', 2)).rejects.toMatchObject({
      code: 'too-large',
      message: `${at('files/x.gz')} is larger than the 2 bytes allowed`,
    });
    await expect(get('files/y.gz', 3)).rejects.toMatchObject({
      code: 'http-status',
      message: `there is no ${at('files/y.gz')}`,
    });
  });
});

describe('The head of a folder', () => {
  const head = {
    format: 1,
    list: 'curated',
    sequence: 5,
    issued: '2026-11-20T00:00:00.000Z',
    expires: '2026-12-20T00:00:00.000Z',
    manifest: { hash: 'a'.repeat(64), size: 9 },
  };
  const jws = (payload: object) =>
    ['{"alg":"Ed25519"}', JSON.stringify(payload), 'signature']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
  it('is null if there is none, and is read without a check of its signature', () => {
    expect(publishedHead(dir)).toBe(null);
    writeFileSync(at(HEAD_NAME), jws(head));
    expect(publishedHead(dir)).toEqual(head);
  });
  it('that no client could read is an error that says to move it away', () => {
    for (const text of ['no head', jws({ ...head, sequence: 0 })]) {
      writeFileSync(at(HEAD_NAME), text);
      expect(() => publishedHead(dir)).toThrow(
        /head\.jws is no head that a client could read \(.+\): move it away, and/,
      );
    }
  });
});
