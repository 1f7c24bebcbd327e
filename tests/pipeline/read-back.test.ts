/** Whatever is to be published is read by the clients' own reader first: what they would refuse is never written. */
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
/** The files with another manifest among them. */
async function buildWith(files: Map<string, Bytes>, manifest: object) {
  const bytes = gzip(JSON.stringify(manifest));
  const hash = await sha256(bytes);
  return { manifestFile: { hash, size: bytes.length }, files: new Map(files).set(fileName(hash), bytes) };
}

describe('A release is proved by the clients’ own reader', () => {
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

  it('passes where all is well', () => expect(prove()).resolves.toBeUndefined());
  it.each<[string, Parameters<typeof prove>, RegExp]>([
    ['a file is missing', [(files) => void files.delete([...files.keys()][0]!)], /lacks its file/],
    ['a file is another', [(files) => void files.set([...files.keys()][0]!, new Uint8Array(10))], /ends after 10 of/],
    ['it has expired', [(_, head) => void (head.expires = now)], /was good until/],
    ['it was signed in the future', [(_, head) => void (head.issued = '2026-11-24T10:00:00.000Z')], /set the clock/],
    [
      'it expires in a year of five digits',
      [(_, head) => void (head.expires = '+010000-01-01T00:00:00.000Z')],
      /expires/,
    ],
    ['its number is not safe', [(_, head) => void (head.sequence = 2 ** 53 + 2)], /sequence/],
    ['clients hold a later one', [undefined, before, { sequence: 3 }], /is older than release 3/],
    [
      'clients hold another with its number',
      [undefined, before, { manifest: { hash: 'a'.repeat(64), size: 1 } }],
      /two different releases/,
    ],
    [
      'clients hold one that was signed later',
      [undefined, before, { issued: '2026-11-22T11:00:00.000Z' }],
      /was signed later/,
    ],
    [
      'a delta leads elsewhere',
      [undefined, { sequence: 1, lines: sorted([...before.lines].slice(1)) }],
      /the delta from release 1 does not lead to it/,
    ],
    ['there is no such delta', [undefined, { ...before, sequence: 7 }], /older than release 7/],
  ])('and not where %s', async (_, args, reason) => {
    await expect(prove(...args)).rejects.toThrow(/^no client would take this release: /);
    await expect(prove(...args)).rejects.toThrow(reason);
  });
  it('and not where a record cannot be used, or another key is believed', async () => {
    const bent = new Map(
      [...lines].map(([of, json]) => [of, of === 'market other' ? json.replace('"listed"', '"praised"') : json]),
    );
    const built = await buildRelease(bent, note);
    const head = await signHead(built, signer, now, '2026-12-22T00:00:00.000Z');
    await expect(
      proveRelease({ get: getFromMemory(built.files, head), keys, list: 'curated', now, before: null }, []),
    ).rejects.toThrow(/praised/);
    await expect(
      proveRelease({ get: getFromMemory(built.files, head), keys: others, list: 'curated', now, before: null }, []),
    ).rejects.toThrow(/key/);
  });
});

describe('A register is proved by the clients’ own reader', () => {
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

  it('passes where all is well', () => expect(prove()).resolves.toBeUndefined());
  it.each<[string, Parameters<typeof prove>, RegExp]>([
    ['a file is missing', [(files) => void files.delete([...files.keys()].at(-2)!)], /lacks its file/],
    ['it has expired', [(_, head) => void (head.expires = now)], /was good until/],
    ['a delta leads elsewhere', [undefined, { from: register(['x.example']) }], /the delta from release 1 does not/],
    ['there is no such delta', [undefined, { sequence: 7 }], /older than release 7/],
    [
      'clients hold a later one',
      [undefined, { before: { sequence: 3, issued: now, manifest: { hash: '', size: 1 } } as Head }],
      /is older than release 3/,
    ],
  ])('and not where %s', async (_, args, reason) => {
    await expect(prove(...args)).rejects.toThrow(/^no client would take this release: .*\. Nothing was written$/);
    await expect(prove(...args)).rejects.toThrow(reason);
  });
  it('of names alone too, and without a release before it', async () => {
    const plain = await buildRegisterRelease(register(['a.example'], false), note(1));
    const head = await signHead(plain, signer, now, EXPIRES);
    const candidate = { get: getFromMemory(plain.files, head), keys, list: 'xx-office', now, before: null };
    await expect(proveRegister(candidate, [])).resolves.toBeUndefined();
    await expect(proveRegister({ ...candidate, keys: others }, [])).rejects.toThrow(/key/);
  });
  it('and not where its tables hold what clients cannot use', async () => {
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

describe('Files that are not written yet', () => {
  const file = new Uint8Array([1, 2, 3]);
  const get = getFromMemory(new Map([['files/x.gz', file]]), new Uint8Array([9]));
  it('are got as from a host: the head, a file to the limit, and nothing else', async () => {
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
