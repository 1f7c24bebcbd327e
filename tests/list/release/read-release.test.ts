/** Which releases are accepted, in which order their files are requested, and the code and message of each refusal. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isClockBehind,
  readHead,
  readManifest,
  readRecords,
  readRelease,
  type Held,
} from '../../../src/list/release/read-release.ts';
import { diffLines, linesToText } from '../../../src/list/release/record-lines.ts';
import { Refusal } from '../../../src/list/release/refusal.ts';
import { fileName, HEAD_NAME, Manifest, type Head } from '../../../src/list/release/release.ts';
import { gunzip, gzip, sha256, type Bytes } from '../../../src/list/release/trust.ts';
import { sign } from '../../../src/pipeline/publish.ts';
import { signingKey } from '../../../src/pipeline/keys.ts';
import { exampleData, exampleMarket, getFrom, jwk, keys, NOW, publish, type Published } from '../../fixtures.ts';

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const markets = (count: number) =>
  Array.from({ length: count }, (_, n) => exampleMarket(`market-${n}`, `m${n}.example`));
const ISSUED = '2026-11-20T00:00:00.000Z';

let first: Published;
let second: Published;
beforeAll(async () => {
  first = await publish(exampleData(markets(3), 1));
  const data = exampleData(markets(4), 2);
  data.markets.splice(1, 1);
  data.markets[0] = { ...data.markets[0]!, name: 'Another name' };
  second = await publish(data, { before: [first] });
});

const manifestOf = async ({ files }: Published): Promise<{ name: string; manifest: Manifest; head: Head }> => {
  const { head } = await readHead(getFrom(files), { keys, list: 'curated', held: null, now: null });
  const name = fileName(head.manifest.hash);
  return {
    name,
    head,
    manifest: JSON.parse(new TextDecoder().decode(await gunzip(files.get(name)!, 1e6, ''))) as Manifest,
  };
};
const heldOf = async (release: Published, more: Partial<Held> = {}): Promise<Held> => {
  const { head } = await manifestOf(release);
  return {
    sequence: head.sequence,
    manifestHash: head.manifest.hash,
    issued: head.issued,
    lines: async () => release.earlier.lines,
    ...more,
  };
};
const options = { keys, list: 'curated', held: null as Held | null, now: NOW as string | null };
const read = (files: Map<string, Bytes>, more: Partial<typeof options> = {}, asked: string[] = []) =>
  readRelease(getFrom(files, asked), { ...options, ...more });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: Refusal) => (error instanceof Refusal ? `${error.code}: ${error.message}` : String(error)),
  );
/** The files of the release with a changed head, signed with its key. */
async function headed({ files }: Published, change: Partial<Head>): Promise<Map<string, Bytes>> {
  const { head } = await readHead(getFrom(files), { keys, list: 'curated', held: null, now: null });
  return new Map(files).set(HEAD_NAME, await sign({ ...head, ...change }, await signingKey(jwk)));
}
/** The files of the release with another manifest, which the head names. */
async function manifested(release: Published, bytes: Bytes): Promise<Map<string, Bytes>> {
  const hash = await sha256(bytes);
  return (await headed(release, { manifest: { hash, size: bytes.length } })).set(fileName(hash), bytes);
}
const withManifest = async (release: Published, change: (manifest: Manifest) => object) =>
  manifested(release, await gzip(bytesOf(JSON.stringify(change((await manifestOf(release)).manifest)))));

describe('A release', () => {
  it('is read whole if none is stored: head, manifest, records, and no other file', async () => {
    const asked: string[] = [];
    const release = await read(second.files, {}, asked);
    const { head, name, manifest } = await manifestOf(second);
    expect(release).toMatchObject({ head, key: jwk.kid, manifest, byDelta: false });
    expect(linesToText(release.lines!)).toBe(linesToText(second.earlier.lines));
    expect(asked).toEqual([HEAD_NAME, name, fileName(manifest.records.hash)]);
  });
  it('needs only its head if it is stored already', async () => {
    const asked: string[] = [];
    expect(await read(second.files, { held: await heldOf(second) }, asked)).toEqual({
      head: (await manifestOf(second)).head,
      key: jwk.kid,
      lines: null,
    });
    expect(asked).toEqual([HEAD_NAME]);
  });
  it('after the stored one is read as a delta', async () => {
    const asked: string[] = [];
    const release = await read(second.files, { held: await heldOf(first) }, asked);
    const { name, manifest } = await manifestOf(second);
    expect(asked).toEqual([HEAD_NAME, name, fileName(manifest.deltas[0]!.hash)]);
    expect(linesToText(release.lines!)).toBe(linesToText(second.earlier.lines));
    expect(release).toMatchObject({ key: jwk.kid, manifest, byDelta: true });
  });
  it('is read whole if there is no delta from the stored one, whose records are then not read', async () => {
    const asked: string[] = [];
    const lines = () => Promise.reject(new Error('not to be asked'));
    // There is no delta from this number.
    const third = await publish(exampleData(markets(2), 3), { before: [second] });
    const release = await read(third.files, { held: await heldOf(first, { lines }) }, asked);
    expect(release).toMatchObject({ byDelta: false });
    expect(asked).toHaveLength(3);
    expect(linesToText(release.lines!)).toBe(linesToText(third.earlier.lines));
  });
  it.each<[string, (held: Held) => Held, (files: Map<string, Bytes>, delta: string) => void]>([
    ['is not served', (held) => held, (files, delta) => void files.delete(delta)],
    ['is damaged', (held) => held, (files, delta) => void files.set(delta, files.get(delta)!.with(15, 0))],
    [
      'gives other records, because the stored records differ',
      (held) => ({ ...held, lines: async () => new Map() }),
      () => undefined,
    ],
    [
      'cannot be applied, because the stored records cannot be read',
      (held) => ({ ...held, lines: () => Promise.reject(new Refusal('malformed', 'damaged')) }),
      () => undefined,
    ],
    [
      'cannot be applied, because the store fails',
      (held) => ({ ...held, lines: () => Promise.reject(new TypeError('the store failed')) }),
      () => undefined,
    ],
  ])('is read whole if the delta %s', async (_, change, spoil) => {
    const files = new Map(second.files);
    spoil(files, fileName((await manifestOf(second)).manifest.deltas[0]!.hash));
    const asked: string[] = [];
    const release = await read(files, { held: change(await heldOf(first)) }, asked);
    expect(asked).toHaveLength(4);
    expect(release).toMatchObject({ byDelta: false });
    expect(linesToText(release.lines!)).toBe(linesToText(second.earlier.lines));
  });
});

describe('A head is refused', () => {
  const head = (files: Map<string, Bytes>, more: Partial<typeof options> = {}) =>
    refusal(readHead(getFrom(files), { ...options, ...more }));

  it('of another list', async () =>
    expect(await head(second.files, { list: 'other' })).toBe(
      'other-list: the head is of the list "curated", not "other"',
    ));
  it('with a lower number than the stored one, but not with a higher one', async () => {
    expect(await head(first.files, { held: await heldOf(second) })).toBe(
      'older: release 1 is older than release 2, which is kept',
    );
    expect(await readHead(getFrom(second.files), { ...options, held: await heldOf(first) })).toMatchObject({
      isNew: true,
    });
  });
  it('with the number of the stored one, if signed earlier; if signed later, it is the same release', async () => {
    const held = await heldOf(second);
    expect(await head(await headed(second, { issued: '2026-11-19T23:59:59.999Z' }), { held })).toBe(
      'older: release 2 came as signed on 2026-11-19; the one that is kept was signed later, on 2026-11-20',
    );
    for (const issued of [ISSUED, '2026-11-21T00:00:00.000Z'])
      expect(await readHead(getFrom(await headed(second, { issued })), { ...options, held })).toMatchObject({
        isNew: false,
        head: { issued },
      });
  });
  it('with the number of the stored one, but other files', async () => {
    expect(await head(second.files, { held: await heldOf(second, { manifestHash: 'a'.repeat(64) }) })).toBe(
      'mixed: two different releases bear the number 2',
    );
    expect(await head(second.files, { held: await heldOf(first, { manifestHash: 'a'.repeat(64) }) })).toBe('taken');
  });
  it('from the millisecond of its expiry, but not in the package', async () => {
    const expires = '2026-12-22T00:00:00.000Z';
    expect(await head(second.files, { now: '2026-12-21T23:59:59.999Z' })).toBe('taken');
    for (const now of [expires, '2027-01-02T00:00:00.000Z'])
      expect(await head(second.files, { now })).toBe(
        `expired: release 2 was good until 2026-12-22; if this device’s clock is right (it says ${now.slice(0, 10)}), its host is out of date`,
      );
    expect(await head(second.files, { now: null })).toBe('taken');
  });
  it('from more than a day in the future, as a wrong clock', async () => {
    expect(await head(second.files, { now: '2026-11-19T00:00:00.000Z' })).toBe('taken');
    expect(await head(second.files, { now: '2026-11-18T23:59:59.999Z' })).toBe(
      'clock: this device’s clock says 2026-11-18, but the list was signed on 2026-11-20: set the clock, then check again',
    );
    expect(isClockBehind('2026-11-19T00:00:00.000Z', ISSUED)).toBe(false);
    expect(isClockBehind('2026-11-18T23:59:59.999Z', ISSUED)).toBe(true);
  });
  it('as expired before its files are compared, as the files of an old head may have changed', async () => {
    const held = await heldOf(second, { manifestHash: 'a'.repeat(64) });
    expect(await head(second.files, { held, now: '2027-01-02T00:00:00.000Z' })).toMatch(/^expired: /);
  });
});

describe('A manifest is refused', () => {
  it('with another hash than in the head, and the message names it', async () => {
    const { name } = await manifestOf(second);
    const files = new Map(second.files);
    files.set(name, files.get(name)!.subarray(0, -1));
    expect(await refusal(read(files))).toMatch(/^truncated: the manifest ends after \d+ of \d+ bytes$/);
  });
  it('that is not gzip, not JSON or not UTF-8', async () => {
    expect(await refusal(read(await manifested(second, bytesOf('{}'))))).toBe(
      'malformed: the manifest cannot be unpacked',
    );
    expect(await refusal(read(await manifested(second, await gzip(bytesOf('{')))))).toBe(
      'malformed: the manifest is not JSON',
    );
    const cause = async (bytes: Bytes) =>
      ((await read(await manifested(second, bytes)).catch((error: unknown) => error)) as Error).cause;
    expect(await cause(await gzip(bytesOf('{')))).toBeInstanceOf(SyntaxError);
    const wrong = await gzip(new Uint8Array([0x22, 0xff, 0x22]));
    expect(await cause(wrong)).toBeInstanceOf(TypeError);
    expect(await refusal(read(await manifested(second, wrong)))).toBe('malformed: a file is not UTF-8 text');
  });
  it('that decompresses to more than a mebibyte', async () => {
    const blanks = async (count: number) => manifested(second, await gzip(bytesOf(`${' '.repeat(count)}{}`)));
    expect(await refusal(read(await blanks(1024 * 1024)))).toBe(
      'too-large: the manifest unpacks to more than the 1048576 bytes announced',
    );
    expect(await refusal(read(await blanks(1024 * 1024 - 2)))).toMatch(/^malformed: the manifest is not well formed: /);
  });
  it('that does not match the schema, with the place', async () => {
    const text = await refusal(
      read(await withManifest(second, (manifest) => ({ ...manifest, records: { ...manifest.records, hash: 'x' } }))),
    );
    expect(text).toMatch(/^malformed: the manifest is not well formed: records\.hash expected a SHA-256/);
    expect(await refusal(read(await withManifest(second, () => [])))).toMatch(
      /^malformed: the manifest is not well formed: /,
    );
  });
  it('with another number or list id than its head', async () => {
    for (const change of [{ sequence: 3 }, { list: 'other' }])
      expect(await refusal(read(await withManifest(second, (manifest) => ({ ...manifest, ...change }))))).toBe(
        'mixed: the manifest is not the one of this head',
      );
  });
  it('or read with the given schema', async () => {
    const { head, manifest } = await manifestOf(second);
    expect(await readManifest(getFrom(second.files), head, Manifest)).toEqual(manifest);
  });
});

describe('Records are refused', () => {
  it('with another hash than in the manifest, of the file or of the text', async () => {
    const { manifest } = await manifestOf(second);
    const files = new Map(second.files);
    const name = fileName(manifest.records.hash);
    files.set(name, files.get(name)!.with(20, files.get(name)![20]! ^ 1));
    expect(await refusal(readRecords(getFrom(files), manifest))).toBe(
      'wrong-hash: the records is not the file that the signed list names',
    );
    const shorter = { ...manifest, records: { ...manifest.records, text: { ...manifest.records.text, size: 10 } } };
    expect(await refusal(readRecords(getFrom(second.files), shorter))).toBe(
      'too-large: the records unpacks to more than the 10 bytes announced',
    );
    const longer = {
      ...shorter,
      records: { ...shorter.records, text: { ...manifest.records.text, size: manifest.records.text.size + 1 } },
    };
    expect(await refusal(readRecords(getFrom(second.files), longer))).toMatch(
      /^truncated: the unpacked records ends after/,
    );
    const other = {
      ...shorter,
      records: { ...shorter.records, text: { ...manifest.records.text, hash: 'a'.repeat(64) } },
    };
    expect(await refusal(readRecords(getFrom(second.files), other))).toBe(
      'wrong-hash: the unpacked records is not the file that the signed list names',
    );
  });
  it('from a delta if their text has another hash; then they are read whole', async () => {
    // The delta itself has the right hash, but its result does not have the hash of the text in the manifest.
    const { manifest } = await manifestOf(second);
    const wrong = bytesOf(diffLines(first.earlier.lines, new Map([...second.earlier.lines].slice(1))));
    const file = await gzip(wrong);
    const delta = { from: 1, hash: await sha256(file), size: file.length, textSize: wrong.length };
    const files = await withManifest(second, () => ({ ...manifest, deltas: [delta] }));
    files.set(fileName(delta.hash), file);
    const asked: string[] = [];
    const release = await read(files, { held: await heldOf(first) }, asked);
    expect(asked).toHaveLength(4);
    expect(linesToText(release.lines!)).toBe(linesToText(second.earlier.lines));
  });
});
