/**
 * The publisher first reads every release with the clients' own reader, and writes nothing that clients would refuse.
 */
import { describe, expect, it } from 'vitest';
import { readTables, type RegisterFiles } from '../../src/list/register/read-register.ts';
import { RegisterManifest } from '../../src/list/register/register-release.ts';
import { readManifest } from '../../src/list/release/read-release.ts';
import { sorted } from '../../src/list/release/record-lines.ts';
import { fileName, HEAD_NAME, type Head } from '../../src/list/release/release.ts';
import { sha256, type Bytes } from '../../src/list/release/trust.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { newKey, publicSet, signingKey } from '../../src/pipeline/keys.ts';
import { buildRelease, gzip, sign, signHead } from '../../src/pipeline/publish.ts';
import { buildRegisterRelease } from '../../src/pipeline/publish-register.ts';
import { getFromMemory, proveRegister, proveRelease } from '../../src/pipeline/read-back.ts';
import { exampleData, exampleMarket, jwk, keys } from '../fixtures.ts';
import { register } from '../register-fixtures.ts';

const signer = await signingKey(jwk);
const others = publicSet([await newKey()]);
/** The files and another manifest. */
async function buildWith(files: Map<string, Bytes>, manifest: object) {
  const bytes = gzip(JSON.stringify(manifest));
  const hash = await sha256(bytes);
  return { manifestFile: { hash, size: bytes.length }, files: new Map(files).set(fileName(hash), bytes) };
}

describe('The check of a release with the clients’ reader', () => {
  const lines = compile(exampleData([exampleMarket(), exampleMarket('other', 'other.example')], 2));
  const note = { list: 'curated', sequence: 2, published: '2026-11-20' };
  const now = '2026-11-22T10:00:00.000Z';
  const before = { sequence: 1, lines: compile(exampleData()) };
  const prove = async (
    change: (files: Map<string, Bytes>, head: Head) => void = () => undefined,
    from = before,
    held: Partial<Head> = {},
  ) => {
    const built = await buildRelease(lines, note, [before]);
    const files = new Map(built.files);
    const head: Head = {
      format: 1,
      list: 'curated',
      sequence: 2,
      issued: now,
      expires: '2026-12-22T00:00:00.000Z',
      manifest: built.manifestFile,
    };
    change(files, head);
    const candidate = {
      get: getFromMemory(files, await sign(head, signer)),
      keys,
      list: 'curated',
      now,
      before: { ...head, ...held },
    };
    await proveRelease(candidate, [from]);
  };

  it('passes a valid release', () => expect(prove()).resolves.toBeUndefined());
  it.each<[string, Parameters<typeof prove>, RegExp]>([
    ['is missing a file', [(files) => void files.delete([...files.keys()][0]!)], /lacks its file/],
    [
      'has another file in the place of one',
      [(files) => void files.set([...files.keys()][0]!, new Uint8Array(10))],
      /ends after 10 of/,
    ],
    ['has expired', [(_, head) => void (head.expires = now)], /was good until/],
    ['was signed in the future', [(_, head) => void (head.issued = '2026-11-24T10:00:00.000Z')], /set the clock/],
    ['expires in a year of five digits', [(_, head) => void (head.expires = '+010000-01-01T00:00:00.000Z')], /expires/],
    ['has a number that is not a safe integer', [(_, head) => void (head.sequence = 2 ** 53 + 2)], /sequence/],
    ['is older than the one that clients have', [undefined, before, { sequence: 3 }], /is older than release 3/],
    [
      'has the number of another release that clients have',
      [undefined, before, { manifest: { hash: 'a'.repeat(64), size: 1 } }],
      /two different releases/,
    ],
    [
      'was signed earlier than the one that clients have',
      [undefined, before, { issued: '2026-11-22T11:00:00.000Z' }],
      /was signed later/,
    ],
    [
      'has a delta with another result',
      [undefined, { sequence: 1, lines: sorted([...before.lines].slice(1)) }],
      /the delta from release 1 does not lead to it/,
    ],
    ['lacks a delta', [undefined, { ...before, sequence: 7 }], /older than release 7/],
  ])('refuses a release that %s', async (_, args, reason) => {
    await expect(prove(...args)).rejects.toThrow(/^no client would take this release: /);
    await expect(prove(...args)).rejects.toThrow(reason);
  });
  it('refuses a release with an invalid record, or signed with an unknown key', async () => {
    const invalid = new Map(
      [...lines].map(([of, json]) => [of, of === 'market other' ? json.replace('"listed"', '"praised"') : json]),
    );
    const built = await buildRelease(invalid, note);
    const head = await signHead(built, signer, now, '2026-12-22T00:00:00.000Z');
    await expect(
      proveRelease({ get: getFromMemory(built.files, head), keys, list: 'curated', now, before: null }, []),
    ).rejects.toThrow(/praised/);
    await expect(
      proveRelease({ get: getFromMemory(built.files, head), keys: others, list: 'curated', now, before: null }, []),
    ).rejects.toThrow(/key/);
  });
});

describe('The check of a register with the clients’ reader', () => {
  const now = '2026-11-22T10:00:00.000Z';
  const EXPIRES = '2026-12-22T00:00:00.000Z';
  const old = register(['a.example', 'b.example', 'c.example']);
  const of = register(['a.example', 'c.example', 'd.example']);
  const note = (sequence: number) => ({ list: 'xx-office', sequence, published: '2026-11-20' });
  /** Tables of a release as a client stores them. */
  const tablesOf = async (from: typeof of): Promise<RegisterFiles> => {
    const built = await buildRegisterRelease(from, note(1));
    const get = getFromMemory(built.files, new Uint8Array());
    const manifest = await readManifest(
      get,
      { ...(await headOf(built)), manifest: built.manifestFile },
      RegisterManifest,
    );
    return readTables(get, manifest);
  };
  const headOf = async (built: Awaited<ReturnType<typeof buildRegisterRelease>>): Promise<Head> => ({
    format: 1,
    list: 'xx-office',
    sequence: built.manifest.sequence,
    issued: now,
    expires: EXPIRES,
    manifest: built.manifestFile,
  });
  const prove = async (
    change: (files: Map<string, Bytes>, head: Head) => void = () => undefined,
    { from = old, sequence = 1, before = null as Head | null } = {},
  ) => {
    const built = await buildRegisterRelease(of, note(2), [{ ...old, sequence: 1 }]);
    const files = new Map(built.files);
    const head = await headOf(built);
    change(files, head);
    await proveRegister({ get: getFromMemory(files, await sign(head, signer)), keys, list: 'xx-office', now, before }, [
      { sequence, files: await tablesOf(from) },
    ]);
  };

  it('passes a valid release', () => expect(prove()).resolves.toBeUndefined());
  it.each<[string, Parameters<typeof prove>, RegExp]>([
    ['is missing a file', [(files) => void files.delete([...files.keys()].at(-2)!)], /lacks its file/],
    ['has expired', [(_, head) => void (head.expires = now)], /was good until/],
    [
      'has a delta with another result',
      [undefined, { from: register(['x.example']) }],
      /the delta from release 1 does not/,
    ],
    ['lacks a delta', [undefined, { sequence: 7 }], /older than release 7/],
    [
      'is older than the one that clients have',
      [undefined, { before: { sequence: 3, issued: now, manifest: { hash: '', size: 1 } } as Head }],
      /is older than release 3/,
    ],
  ])('refuses a release that %s', async (_, args, reason) => {
    await expect(prove(...args)).rejects.toThrow(/^no client would take this release: .*\. Nothing was written$/);
    await expect(prove(...args)).rejects.toThrow(reason);
  });
  it('passes a register without columns and without a previous release', async () => {
    const plain = await buildRegisterRelease(register(['a.example'], false), note(1));
    const head = await signHead(plain, signer, now, EXPIRES);
    const candidate = { get: getFromMemory(plain.files, head), keys, list: 'xx-office', now, before: null };
    await expect(proveRegister(candidate, [])).resolves.toBeUndefined();
    await expect(proveRegister({ ...candidate, keys: others }, [])).rejects.toThrow(/key/);
  });
  it('refuses a register whose tables clients cannot use', async () => {
    const built = await buildRegisterRelease(of, note(2));
    const manifest = { ...built.manifest, count: built.manifest.count + 1 };
    const wrong = await buildWith(built.files, manifest);
    const head = await signHead({ manifest, manifestFile: wrong.manifestFile }, signer, now, EXPIRES);
    const get = getFromMemory(wrong.files, head);
    await expect(proveRegister({ get, keys, list: 'xx-office', now, before: null }, [])).rejects.toThrow(
      /^no client would take this release: /,
    );
  });
});

describe('The reader of files in memory', () => {
  const file = new Uint8Array([1, 2, 3]);
  const get = getFromMemory(new Map([['files/x.gz', file]]), new Uint8Array([9]));
  it('behaves like a host: it gives the head and files up to the limit, and fails for a missing file', async () => {
    expect(await get(HEAD_NAME, 1)).toEqual(new Uint8Array([9]));
    expect(await get('files/x.gz', 3)).toEqual(file);
    await expect(get('files/x.gz', 2)).rejects.toMatchObject({
      code: 'too-large',
      message: 'files/x.gz is larger than the 2 bytes allowed',
    });
    await expect(get('files/y.gz', 3)).rejects.toMatchObject({
      code: 'http-status',
      message: 'the release lacks its file files/y.gz',
    });
  });
});
