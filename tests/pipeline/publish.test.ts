/** The parts of a release, with the same bytes on every machine. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { diffLines, linesToText } from '../../src/list/release/record-lines.ts';
import { fileName, HEAD_LIMIT, type Head } from '../../src/list/release/release.ts';
import { sha256, verifyHead, type Bytes } from '../../src/list/release/trust.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { signingKey } from '../../src/pipeline/keys.ts';
import { buildRelease, gzip, sign, signHead } from '../../src/pipeline/publish.ts';
import { exampleData, exampleMarket, jwk, keys } from '../fixtures.ts';

const signer = await signingKey(jwk);
const lines = compile(exampleData([exampleMarket(), exampleMarket('other', 'other.example')], 3));
const note = { list: 'curated', sequence: 3, published: '2026-11-20' };
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => gunzipSync(bytes!).toString();

describe('gzip', () => {
  it('writes no time and no operating system, and uses the best compression', () => {
    const text = 'example '.repeat(999);
    const packed = gzip(text);
    expect([...packed.subarray(4, 8), packed[9]]).toEqual([0, 0, 0, 0, 255]);
    expect(packed).toEqual(gzip(bytesOf(text)));
    expect(packed.length).toBe(gzipSync(text, { level: 9 }).length);
    // The byte for the compression level.
    expect(packed[8]).toBe(2);
    expect(textOf(packed)).toBe(text);
  });
});

describe('A release', () => {
  it('lists every file by its hash and size, compressed and uncompressed', async () => {
    const before = compile(exampleData([exampleMarket()], 2));
    const { manifest, manifestFile, files } = await buildRelease(lines, note, [{ sequence: 2, lines: before }]);
    for (const { hash, size } of [manifest.records, ...manifest.deltas, manifestFile]) {
      const bytes = files.get(fileName(hash))!;
      expect(await sha256(bytes)).toBe(hash);
      expect(bytes.length).toBe(size);
    }
    expect(files.size).toBe(3);
    const text = linesToText(lines);
    expect(textOf(files.get(fileName(manifest.records.hash)))).toBe(text);
    expect(manifest.records.text).toEqual({ hash: await sha256(bytesOf(text)), size: bytesOf(text).length });
    const delta = diffLines(before, lines);
    expect(textOf(files.get(fileName(manifest.deltas[0]!.hash)))).toBe(delta);
    expect(manifest.deltas).toMatchObject([{ from: 2, textSize: bytesOf(delta).length }]);
    expect(JSON.parse(textOf(files.get(fileName(manifestFile.hash))))).toEqual(manifest);
  });
  it('states its list id, its number, its day and its counts', async () => {
    const { manifest } = await buildRelease(lines, note);
    expect(manifest).toMatchObject({
      format: 1,
      list: 'curated',
      sequence: 3,
      published: '2026-11-20T00:00:00Z',
      deltas: [],
      counts: { markets: 2, sources: 1, series: 1, countries: 0, names: 2 },
    });
  });
});

describe('A head', () => {
  const HEAD: Head = {
    format: 1,
    list: 'curated',
    sequence: 3,
    issued: '2026-11-20T00:00:00.000Z',
    expires: '2026-12-22T00:00:00.000Z',
    manifest: { hash: 'a'.repeat(64), size: 9 },
  };
  it('is signed over its content, and its header has the algorithm and the key id', async () => {
    const { manifest, manifestFile } = await buildRelease(lines, note);
    const bytes = await signHead({ manifest, manifestFile }, signer, HEAD.issued, HEAD.expires);
    expect(await verifyHead(bytes, keys)).toEqual({ head: { ...HEAD, manifest: manifestFile }, key: jwk.kid });
    expect(decodeProtectedHeader(new TextDecoder().decode(bytes))).toEqual({ alg: 'Ed25519', kid: jwk.kid });
  });
  it('is never larger than the limit of clients', async () => {
    const padded = (count: number) => sign({ ...HEAD, pad: 'x'.repeat(count) } as Head, signer);
    const bare = (await padded(0)).length;
    // Base64url makes four characters of three bytes.
    const room = Math.floor(((HEAD_LIMIT - bare) * 3) / 4) - 2;
    expect((await padded(room)).length).toBeLessThanOrEqual(HEAD_LIMIT);
    await expect(padded(room + 6)).rejects.toThrow(/^the head has \d+ bytes, more than the 1024 that clients read$/);
    const lengths = await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        padded(room - 2 + n).then(
          (bytes) => bytes.length,
          () => 0,
        ),
      ),
    );
    expect(Math.max(...lengths)).toBeGreaterThan(HEAD_LIMIT - 3);
  });
});
