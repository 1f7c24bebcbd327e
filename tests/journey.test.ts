/**
 * The main path: records → signed release → sync → store → status, and its failures. With the real store over an
 * in-memory IndexedDB.
 */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { wrapNameIndex } from '../src/list/names/name-index.ts';
import { findMatches, readLibrary } from '../src/list/release/packed.ts';
import { HEAD_NAME } from '../src/list/release/release.ts';
import { lookUp } from '../src/list/look-up.ts';
import * as store from '../src/background/list/store.ts';
import { sync } from '../src/background/list/sync.ts';
import { newKey } from '../src/pipeline/keys.ts';
import { exampleData, exampleMarket, getFrom, keys, NOW, publish, type Published } from './fixtures.ts';

const take = (release: Published, asked: string[] = [], now = NOW, origin: 'network' | 'bundled' = 'network') =>
  sync({ get: getFrom(release.files, asked), store, keys, list: 'curated', origin, now });

async function statusOf(host: string) {
  const held = await store.readStored();
  if (!held) return 'no list';
  const matches = await findMatches(wrapNameIndex(held.index), held.stored.directory, store.readBlock, host);
  return lookUp(matches, await readLibrary(store.readBlock), '2026-11-22').status;
}

beforeEach(() => store.eraseList());

describe('A published list', () => {
  it('is fetched, verified, stored, and flags the listed site and nothing else', async () => {
    expect(await take(await publish(exampleData()))).toEqual({ at: NOW, outcome: 'updated' });
    expect(await statusOf('market.example')).toBe('listed');
    expect(await statusOf('www.market.example')).toBe('listed');
    expect(await statusOf('supermarket.example')).toBe('not-listed');
    expect(await statusOf('example')).toBe('not-listed');
  });
  it('costs one request if nothing changed', async () => {
    const release = await publish(exampleData());
    await take(release);
    const asked: string[] = [];
    expect(await take(release, asked)).toMatchObject({ outcome: 'current' });
    expect(asked).toEqual([HEAD_NAME]);
  });
  it('is updated by a delta if there is one, to the same bytes', async () => {
    const first = await publish(exampleData());
    await take(first);
    const second = await publish(exampleData([exampleMarket(), exampleMarket('other-market', 'other.example')], 2), {
      before: [first],
    });
    const asked: string[] = [];
    expect(await take(second, asked)).toMatchObject({ outcome: 'updated' });
    expect(asked).toHaveLength(3);
    expect(await statusOf('other.example')).toBe('listed');
    expect((await store.readStored())?.stored.sequence).toBe(2);
  });
  it('is fetched completely if the result of the delta is not the signed one', async () => {
    const first = await publish(exampleData());
    await take(first);
    const strayed = await publish(exampleData([exampleMarket('stray-market', 'stray.example')]));
    const second = await publish(exampleData([exampleMarket(), exampleMarket('other-market', 'other.example')], 2), {
      before: [strayed],
    });
    const asked: string[] = [];
    expect(await take(second, asked)).toMatchObject({ outcome: 'updated' });
    expect(asked).toHaveLength(4);
    expect(await statusOf('stray.example')).toBe('not-listed');
  });
});

describe('The last good list stays, and the reason is kept,', () => {
  const refused = async (release: Published, code: string, now = NOW) => {
    expect(await take(release, [], now)).toMatchObject({ outcome: 'refused', code });
    expect(await statusOf('market.example')).toBe('listed');
    expect((await store.readStored())?.stored.sequence).toBe(2);
  };
  let good: Published;
  beforeEach(async () => {
    good = await publish(exampleData([exampleMarket()], 2));
    await take(good);
  });
  const next = () => publish(exampleData([exampleMarket('other-market', 'other.example')], 3));
  const spoil = async (
    pick: (name: string) => boolean,
    how: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  ) => {
    const release = await next();
    for (const [name, bytes] of release.files) if (pick(name)) release.files.set(name, how(bytes));
    return release;
  };

  it('when the head was tampered with', async () =>
    refused(
      await spoil(
        (name) => name === HEAD_NAME,
        (bytes) => bytes.with(bytes.length - 5, bytes.at(-5)! === 65 ? 66 : 65),
      ),
      'bad-signature',
    ));
  it('when a file was tampered with', async () =>
    refused(
      await spoil(
        (name) => name !== HEAD_NAME,
        (bytes) => bytes.with(20, bytes[20]! ^ 1),
      ),
      'wrong-hash',
    ));
  it('when a file was cut short', async () =>
    refused(
      await spoil(
        (name) => name !== HEAD_NAME,
        (bytes) => bytes.slice(0, -1),
      ),
      'truncated',
    ));
  it('when the release is older', async () => refused(await publish(exampleData([], 1)), 'older'));
  it('when two releases have the same number', async () => refused(await publish(exampleData([], 2)), 'mixed'));
  it('when the head has expired', async () => refused(await next(), 'expired', '2027-01-01T00:00:00.000Z'));
  it('when another key signed it', async () =>
    refused(await publish(exampleData([], 3), { key: await newKey() }), 'unknown-key'));
  it('when the host is down', async () => refused({ ...good, files: new Map() }, 'http-status'));
  it('when a file is missing', async () =>
    refused(
      await spoil(
        () => false,
        (bytes) => bytes,
      ).then((release) => ({ ...release, files: new Map([[HEAD_NAME, release.files.get(HEAD_NAME)!]]) })),
      'http-status',
    ));
});

describe('The list inside the package', () => {
  it('is accepted although expired, but never without a valid signature', async () => {
    const old = await publish(exampleData(), { expires: '2026-11-21T00:00:00.000Z' });
    expect(await take(old, [], NOW, 'bundled')).toMatchObject({ outcome: 'updated' });
    const forged = await publish(exampleData([], 5), { key: await newKey() });
    expect(await take(forged, [], NOW, 'bundled')).toMatchObject({ outcome: 'refused', code: 'unknown-key' });
  });
  it('never replaces a newer stored one', async () => {
    await take(await publish(exampleData([exampleMarket()], 2)));
    expect(await take(await publish(exampleData([], 1)), [], NOW, 'bundled')).toMatchObject({
      outcome: 'refused',
      code: 'older',
    });
    expect(await statusOf('market.example')).toBe('listed');
  });
});
