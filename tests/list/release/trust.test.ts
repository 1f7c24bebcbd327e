/**
 * The checks of a head and of a file before any of their content is used, with the code and message of each refusal.
 */
import { CompactSign, generateKeyPair } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import {
  checkFile,
  collect,
  gunzip,
  gzip,
  sha256,
  verifyHead,
  WEB_PAGE,
  type Bytes,
} from '../../../src/list/release/trust.ts';
import { newKey, publicSet, signingKey } from '../../../src/pipeline/keys.ts';

const jwk = await newKey();
const keys = publicSet([jwk]);
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const HASH = 'a'.repeat(64);
const HEAD = {
  format: 1,
  list: 'curated',
  sequence: 3,
  issued: '2026-11-20T00:00:00.000Z',
  expires: '2026-12-22T00:00:00.000Z',
  manifest: { hash: HASH, size: 9 },
};
const sign = async (payload: Uint8Array | string, { key = jwk, header = {} } = {}): Promise<string> =>
  new CompactSign(typeof payload === 'string' ? bytesOf(payload) : payload)
    .setProtectedHeader({ alg: 'Ed25519', kid: key.kid!, ...header })
    .sign((await signingKey(key)).privateKey);
const signed = (head: object, more = {}) => sign(JSON.stringify(head), more);
const refused = (text: string) =>
  verifyHead(bytesOf(text), keys).then(
    () => 'taken',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe('A head', () => {
  it('is read with the id of its key, and unknown members are dropped', async () => {
    expect(await verifyHead(bytesOf(await signed({ ...HEAD, more: 1 })), keys)).toEqual({ head: HEAD, key: jwk.kid });
  });
  it('of 1,024 bytes is read, of 1,025 not', async () => {
    const exact = async (length: number) => {
      for (let pad = 0; pad < 700; pad++) {
        const text = await signed({ ...HEAD, pad: 'x'.repeat(pad) });
        if (text.length >= length) return text;
      }
      throw new Error('no such head');
    };
    const full = await exact(1024);
    // Base64url makes four characters of three bytes, so a head of exactly 1,024 bytes may not exist.
    expect(full.length).toBeLessThanOrEqual(1026);
    expect(await refused(full)).toBe(full.length > 1024 ? 'too-large: the head is larger than 1024 bytes' : 'taken');
    expect(await refused(` ${'x'.repeat(1023)}`)).toBe('malformed: the head is not a signed document');
    expect(await refused('x'.repeat(1025))).toBe('too-large: the head is larger than 1024 bytes');
  });
  it.each(['<!doctype html>', ' \n\t<html>', '<'])(
    'that is a web page (%j) is refused as that, with a remedy',
    async (page) => {
      expect(await refused(page)).toBe(`web-page: ${WEB_PAGE}`);
      expect(WEB_PAGE).toMatch(
        /^a web page came in place of the list; if this network .* to log in, do that and check/,
      );
    },
  );
  it('that is refused has the original error as its cause', async () => {
    const [header, , signature] = (await signed(HEAD)).split('.');
    const other = (await signed({ ...HEAD, sequence: 4 })).split('.')[1];
    const none = `${btoa('{"alg":"none"}')}.e30.x`;
    for (const [text, name] of [
      ['a.b.c', 'JWSInvalid'],
      [await signed(HEAD, { key: await newKey() }), 'JWKSNoMatchingKey'],
      [none, 'JOSEAlgNotAllowed'],
      [[header, other, signature].join('.'), 'JWSSignatureVerificationFailed'],
      [await sign('head'), 'SyntaxError'],
    ] as const) {
      const error: unknown = await verifyHead(bytesOf(text), keys).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ cause: { name } });
    }
  });
  it('with "<" only later is not taken for a web page', async () =>
    expect(await refused('x<')).toMatch(/^malformed: the head is not a signed document/));
  it.each(['', 'a.b.c', '{}', 'a.b'])('that is not a signed document (%j) is malformed', async (text) =>
    expect(await refused(text)).toBe('malformed: the head is not a signed document'),
  );

  it('is refused if it is signed with a key that the package does not have', async () => {
    expect(await refused(await signed(HEAD, { key: await newKey() }))).toBe(
      'unknown-key: the head is signed with a key that this version does not know',
    );
  });
  it('is refused if it is signed with another key that has our key id', async () => {
    const stranger = { ...(await newKey()), kid: jwk.kid! };
    expect(await refused(await signed(HEAD, { key: stranger }))).toMatch(
      /^bad-signature: the signature of the head does not verify: the list was changed/,
    );
  });
  it('is refused with another algorithm, whatever key it names', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const text = await new CompactSign(bytesOf(JSON.stringify(HEAD)))
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid! })
      .sign(privateKey);
    expect(await refused(text)).toBe('bad-signature: the head is signed by a method that is not allowed');
    const none = `${btoa(JSON.stringify({ alg: 'none', kid: jwk.kid }))}.${btoa(JSON.stringify(HEAD))}.`.replaceAll(
      '=',
      '',
    );
    expect(await refused(none)).toBe('bad-signature: the head is signed by a method that is not allowed');
  });
  it('is refused with the payload or the signature of another head', async () => {
    const [header, payload, signature] = (await signed(HEAD)).split('.');
    const other = await signed({ ...HEAD, sequence: 4 });
    expect(await refused([header, other.split('.')[1], signature].join('.'))).toMatch(
      /^bad-signature: the signature of the head does not verify/,
    );
    expect(await refused([header, payload, other.split('.')[2]].join('.'))).toMatch(/^bad-signature: /);
  });
  it('is refused with another base64url form of the same signature', async () => {
    const text = await signed(HEAD);
    const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const at = ALPHABET.indexOf(text.at(-1)!);
    expect(at % 16).toBe(0);
    for (const n of [1, 7, 15]) expect(await refused(text.slice(0, -1) + ALPHABET[at + n])).toMatch(/^malformed: /);
    for (const odd of [`${text}=`, ` ${text}`, `${text}\n`, `${text}.`])
      expect(await refused(odd)).toMatch(/^malformed: /);
  });
  it('is refused without a key id', async () => {
    const text = await signed(HEAD, { header: { kid: undefined } });
    expect(await refused(text)).toBe('malformed: the head is signed but is not written as a head is');
  });

  it('is refused if its payload is not JSON or not UTF-8', async () => {
    expect(await refused(await sign('head'))).toBe('malformed: the head is not a signed document');
    // An invalid byte in a member that the schema does not check.
    const bytes = bytesOf(JSON.stringify({ ...HEAD, more: '~' }));
    expect(await refused(await sign(bytes.map((byte) => (byte === 0x7e ? 0xff : byte))))).toBe(
      'malformed: the head is not a signed document',
    );
  });
  it('of another format is refused with the advice to update, whatever else it contains', async () => {
    for (const head of [{ ...HEAD, format: 2 }, { format: 2 }])
      expect(await refused(await signed(head))).toBe(
        'unknown-format: the list is published in format 2; this version reads format 1: update the extension',
      );
  });
  it.each([
    [{ ...HEAD, format: undefined }, 'format'],
    [{ ...HEAD, format: '2' }, 'format'],
    [{ ...HEAD, sequence: 0 }, 'sequence'],
    [{ ...HEAD, list: 'Curated' }, 'list'],
    [{ ...HEAD, manifest: { hash: 'x', size: 1 } }, 'manifest.hash'],
    [{ ...HEAD, expires: '2026-12-22' }, 'expires'],
  ])('that is signed but does not match the schema is refused with the place: %j', async (head, where) => {
    expect(await refused(await signed(head))).toContain(`malformed: the head is signed but not well formed: ${where} `);
  });
  it('may be signed with any of several keys', async () => {
    const other = await newKey();
    const both = publicSet([jwk, other]);
    expect((await verifyHead(bytesOf(await signed(HEAD, { key: other })), both)).key).toBe(other.kid);
    expect((await verifyHead(bytesOf(await signed(HEAD)), both)).key).toBe(jwk.kid);
  });
});

describe('A file', () => {
  const bytes = bytesOf('hello');
  const code = (expected: { hash: string; size: number }) =>
    checkFile(bytes, expected, 'the thing').then(
      () => 'taken',
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
    );
  it('must have its size and hash; a refusal names it', async () => {
    const hash = await sha256(bytes);
    // Computed with another program.
    expect(hash).toBe('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824');
    expect(await code({ hash, size: 5 })).toBe('taken');
    expect(await code({ hash, size: 6 })).toBe('truncated: the thing ends after 5 of 6 bytes');
    expect(await code({ hash, size: 4 })).toBe('too-large: the thing is longer than the 4 bytes announced');
    expect(await code({ hash: HASH, size: 5 })).toBe(
      'wrong-hash: the thing is not the file that the signed list names',
    );
  });
});

describe('Decompressing', () => {
  /** Bytes that gzip cannot make smaller. */
  const many = new Uint8Array(600_000);
  for (let at = 0; at < many.length; at += 60_000) crypto.getRandomValues(many.subarray(at, at + 60_000));

  it('gives the original bytes, also in several chunks', async () => {
    for (const bytes of [bytesOf(''), bytesOf('hello'), many])
      expect(await sha256(await gunzip(await gzip(bytes), bytes.length, 'it'))).toBe(await sha256(bytes));
  });
  it('allows exactly the stated number of bytes', async () => {
    const packed = await gzip(new Uint8Array(200_000));
    expect(packed.length).toBeLessThan(1_000);
    expect((await gunzip(packed, 200_000, 'it')).length).toBe(200_000);
    await expect(gunzip(packed, 199_999, 'it')).rejects.toMatchObject({
      code: 'too-large',
      message: 'it unpacks to more than the 199999 bytes announced',
    });
  });
  it.each([
    ['bytes that are not gzip', async () => bytesOf('hello')],
    ['truncated gzip', async () => (await gzip(many)).subarray(0, -9)],
    ['no bytes', async () => new Uint8Array()],
  ])('refuses %s, with the original error as cause', async (_, make) => {
    const error = await gunzip(await make(), 1e9, 'it').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'malformed', message: 'it cannot be unpacked' });
    expect((error as Error).cause).toBeInstanceOf(Error);
  });
  it('yields to the event loop after each quarter of a mebibyte', async () => {
    const packed = await gzip(many);
    // event-loop.ts yields with a MessageChannel.
    const yields = vi.spyOn(globalThis, 'MessageChannel');
    for (const [bytes, times] of [
      [packed, 2],
      [await gzip(many.subarray(0, 200_000)), 0],
    ] as const) {
      yields.mockClear();
      await gunzip(bytes, many.length, 'it');
      expect(yields).toHaveBeenCalledTimes(times);
    }
    yields.mockRestore();
  });
});

describe('A stream', () => {
  const stream = (chunks: string[], cancelled = vi.fn<() => void>()) => {
    const left = [...chunks];
    return new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const next = left.shift();
        if (next === undefined) controller.close();
        else controller.enqueue(bytesOf(next));
      },
      cancel: cancelled,
    });
  };
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  it('is collected in the order of its chunks', async () => {
    expect(text(await collect(stream(['ab', '', 'cde', 'f']).getReader(), 6, () => new Error('too large')))).toBe(
      'abcdef',
    );
  });
  it('that is too long is cancelled at once, and the error gets its first bytes', async () => {
    const cancelled = vi.fn<() => void>();
    const tooLarge = (begin: Uint8Array) => new Error(`it begins with ${text(begin)}`);
    await expect(collect(stream(['ab', 'cd', 'ef'], cancelled).getReader(), 3, tooLarge)).rejects.toThrow(
      'it begins with ab',
    );
    expect(cancelled).toHaveBeenCalledTimes(1);
    await expect(collect(stream(['abcd']).getReader(), 3, tooLarge)).rejects.toThrow('it begins with abcd');
  });
});
