/**
 * Older clients with newer releases and the reverse, and two formats side by side. This client stands for all older
 * ones.
 */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as store from '../src/background/list/store.ts';
import { sync } from '../src/background/list/sync.ts';
import { keyOf, sorted, type Lines } from '../src/list/release/record-lines.ts';
import { fileName, HEAD_NAME } from '../src/list/release/release.ts';
import { sha256, type Bytes } from '../src/list/release/trust.ts';
import { signingKey } from '../src/pipeline/keys.ts';
import { buildRelease, signHead } from '../src/pipeline/publish.ts';
import { gzipSync } from 'node:zlib';
import { payloadOf, releaseOf, signedHead, type Release } from './attacks/world.ts';
import { exampleData, exampleMarket, getFrom, jwk, keys } from './fixtures.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const take = (files: Map<string, Bytes>) =>
  sync({ get: getFrom(files), store, keys, list: 'curated', origin: 'network', now: new Date().toISOString() });
const held = async () => (await store.readStored())?.stored.sequence;
let now: Release;

beforeEach(async () => {
  await store.eraseList();
  now = await releaseOf(exampleData([exampleMarket()], 5), { key: jwk });
  expect(await take(now.files)).toMatchObject({ outcome: 'updated' });
});

/** A release of a later publisher, with records and members unknown to this version. */
async function later(change: (lines: Lines) => void, member: object = {}): Promise<Map<string, Bytes>> {
  const lines = new Map(now.earlier.lines);
  change(lines);
  const built = await buildRelease(sorted(lines), { list: 'curated', sequence: 6, published: '2027-01-01' }, [
    now.earlier,
  ]);
  const bytes = new Uint8Array(gzipSync(JSON.stringify({ ...built.manifest, ...member })));
  const manifestFile = { hash: await sha256(bytes), size: bytes.length };
  const head = await signHead(
    { ...built, manifestFile },
    await signingKey(jwk),
    new Date().toISOString(),
    new Date(Date.now() + 1e9).toISOString(),
  );
  return new Map([...built.files, [fileName(manifestFile.hash), bytes] as const]).set(HEAD_NAME, head);
}

type Changeable = Record<'events' | 'domains', [object]>;
const changed = (lines: Lines, key: string, change: (record: Changeable) => void) => {
  const record = JSON.parse(lines.get(key)!) as Changeable;
  change(record);
  lines.set(key, JSON.stringify(record));
};
const MARKET = keyOf('market', 'some-market');

describe('An older client accepts a newer release of its format', () => {
  it('with unknown members, records and kinds of record', async () => {
    const files = await later(
      (lines) => {
        lines.set('zone some-zone', '{"id":"some-zone"}');
        changed(lines, MARKET, (record) => Object.assign(record, { rating: { new: true } }));
        changed(lines, keyOf('source', 'xx-list-2020'), (record) => Object.assign(record, { doi: '10.1/x' }));
      },
      { extra: { hash: 'x' }, signedBy: ['a'] },
    );
    expect(await take(files)).toMatchObject({ outcome: 'updated' });
    expect(await held()).toBe(6);
  });
  it('but keeps its list and advises to update if an unknown value could change an answer', async () => {
    for (const change of [
      (lines: Lines) => changed(lines, MARKET, (record) => Object.assign(record.events[0], { kind: 'pardoned' })),
      (lines: Lines) =>
        changed(lines, keyOf('series', 'xx-list'), (record) => Object.assign(record, { evidence: 'oracle' })),
      (lines: Lines) => changed(lines, MARKET, (record) => Object.assign(record.domains[0], { scope: 'country' })),
    ]) {
      const check = await take(await later(change));
      expect(check).toMatchObject({ outcome: 'refused', code: 'unknown-format' });
      expect(check.reason).toMatch(/update the extension/);
      expect(await held()).toBe(5);
    }
  });
  it('and refuses one whose records cite missing sources', async () => {
    const check = await take(await later((lines) => lines.delete(keyOf('source', 'xx-list-2020'))));
    expect(check).toMatchObject({ outcome: 'refused', code: 'malformed' });
    expect(check.reason).toContain('cites a source that the list does not hold');
  });
});

describe('Two formats side by side', () => {
  it('are in two folders: each client reads its own, and old clients are advised to update when their folder ends', async () => {
    const v1 = await releaseOf(exampleData([exampleMarket(), exampleMarket('other-market', 'other.example')], 6), {
      key: jwk,
    });
    const v2 = await signedHead({ ...payloadOf(v1), format: 2, roots: [] }, jwk);
    const host = new Map<string, Bytes>([...v1.files].map(([name, bytes]) => [`v1/${name}`, bytes] as const)).set(
      `v2/${HEAD_NAME}`,
      v2,
    );
    const folder = (of: string) =>
      new Map(
        [...host]
          .filter(([name]) => name.startsWith(of))
          .map(([name, bytes]) => [name.slice(of.length), bytes] as const),
      );
    expect(await take(folder('v1/'))).toMatchObject({ outcome: 'updated' });
    expect(await take(folder('v2/'))).toMatchObject({ outcome: 'refused', code: 'unknown-format' });
    // At the end of the old folder its head is replaced by one of the new format.
    host.set(`v1/${HEAD_NAME}`, v2);
    const check = await take(folder('v1/'));
    expect(check).toMatchObject({ outcome: 'refused', code: 'unknown-format' });
    expect(check.reason).toBe('the list is published in format 2; this version reads format 1: update the extension');
    expect(await held()).toBe(6);
  });
});
// For a newer client with older releases see tests/list/release/read-release-vectors.test.ts: it reads committed
// releases that are never generated again.
