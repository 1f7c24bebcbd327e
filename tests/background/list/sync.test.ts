/** One check for a newer list: what is stored of it, what is held against it, and what its outcome says. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sync, syncFrom, tryMirrors, type Mirror, type SyncParts } from '../../../src/background/list/sync.ts';
import { memoryStore } from '../../../src/background/list/memory-store.ts';
import { unpack } from '../../../src/list/release/packed.ts';
import { linesToText } from '../../../src/list/release/record-lines.ts';
import { Refusal } from '../../../src/list/release/refusal.ts';
import { HEAD_NAME } from '../../../src/list/release/release.ts';
import { newKey, publicSet } from '../../../src/pipeline/keys.ts';
import type { SyncResult } from '../../../src/messages.ts';
import { exampleData, exampleMarket, getFrom, jwk, keys, NOW, publish, type Published } from '../../fixtures.ts';

const markets = (count: number) =>
  Array.from({ length: count }, (_, n) => exampleMarket(`market-${n}`, `m${n}.example`));
const LATER = { issued: '2026-11-21T00:00:00.000Z', expires: '2027-01-22T00:00:00.000Z' };

let first: Published;
let second: Published;
let store: ReturnType<typeof memoryStore>;
beforeAll(async () => {
  first = await publish(exampleData(markets(1), 1));
  second = await publish(exampleData(markets(2), 2), { before: [first] });
});
beforeEach(() => void (store = memoryStore()));

const run = ({ files }: Pick<Published, 'files'>, more: Partial<SyncParts> = {}, asked: string[] = []) =>
  sync({ get: getFrom(files, asked), store, keys, list: 'curated', origin: 'network', now: NOW, ...more });
const held = () => store.held()!.stored;
const textOf = async () => linesToText(await unpack(held().directory, store.readBlock));

describe('A check', () => {
  it('stores the list with its metadata', async () => {
    expect(await run(second)).toEqual({ at: NOW, outcome: 'updated' });
    expect(held()).toMatchObject({
      origin: 'network',
      sequence: 2,
      key: jwk.kid,
      published: '2026-11-20T00:00:00Z',
      issued: '2026-11-20T00:00:00.000Z',
      expires: '2026-12-22T00:00:00.000Z',
    });
    expect(held().manifestHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await textOf()).toBe(linesToText(second.earlier.lines));
    const { sha256 } = await import('../../../src/list/release/trust.ts');
    expect(held().recordsHash).toBe(await sha256(new TextEncoder().encode(await textOf())));
  });
  it('applies a delta to the stored list', async () => {
    await run(first);
    const asked: string[] = [];
    expect(await run(second, {}, asked)).toEqual({ at: NOW, outcome: 'updated' });
    expect(await textOf()).toBe(linesToText(second.earlier.lines));
    const fresh: string[] = [];
    store = memoryStore();
    await run(second, {}, fresh);
    // The delta in place of the records.
    expect(asked).toHaveLength(fresh.length);
    expect(asked.at(-1)).not.toBe(fresh.at(-1));
  });
  it('without a newer release keeps the list and stores the newer dates and their key', async () => {
    await run(first, { origin: 'bundled' });
    const before = held();
    const other = await newKey();
    const again = await publish(exampleData(markets(1), 1), { ...LATER, key: other });
    expect(await run(again, { keys: publicSet([jwk, other]) })).toEqual({ at: NOW, outcome: 'current' });
    expect(held()).toEqual({ ...before, ...LATER, key: other.kid });
  });
  it('checks the expiry of a list from the network, but not of the bundled one', async () => {
    const now = '2030-01-01T00:00:00.000Z';
    expect(await run(first, { now })).toMatchObject({ at: now, outcome: 'refused', code: 'expired' });
    expect(await run(first, { now, origin: 'bundled' })).toEqual({ at: now, outcome: 'updated' });
    expect(held().origin).toBe('bundled');
  });
  it('keeps the stored list on any error, and reports the error', async () => {
    await run(second);
    const before = held();
    expect(await run(first)).toEqual({
      at: NOW,
      outcome: 'refused',
      code: 'older',
      reason: 'release 1 is older than release 2, which is kept',
    });
    expect(await run(second, { list: 'other' })).toMatchObject({ outcome: 'refused', code: 'other-list' });
    const data = exampleData(markets(3), 3);
    (data.markets[0]!.events[0] as { kind: string }).kind = 'praised';
    expect(await run(await publish(data))).toMatchObject({ outcome: 'refused', code: 'unknown-format' });
    expect(held()).toBe(before);
  });
  it('compares with the stored list only while its key is trusted, so a thief’s sequence number blocks nothing', async () => {
    const thief = await newKey();
    const stolen = await publish(exampleData(markets(1), 9_000_000), { key: thief });
    await run(stolen, { keys: publicSet([thief]) });
    expect(await run(second, { keys: publicSet([thief, jwk]) })).toMatchObject({ code: 'older' });
    expect(await run(second)).toEqual({ at: NOW, outcome: 'updated' });
    expect(held()).toMatchObject({ sequence: 2, key: jwk.kid });
  });
});

describe('A store', () => {
  it('that another worker has written first is tried again, three times at most', async () => {
    const writeList = vi.fn(store.writeList).mockResolvedValueOnce(false).mockResolvedValueOnce(false);
    expect(await run(first, { store: { ...store, writeList } })).toEqual({ at: NOW, outcome: 'updated' });
    expect(writeList).toHaveBeenCalledTimes(3);
    const never = vi.fn(async () => false);
    expect(await run(second, { store: { ...store, writeList: never } })).toEqual({
      at: NOW,
      outcome: 'refused',
      code: 'store',
      reason: 'another part of the extension was storing a list at the same time',
    });
    expect(never).toHaveBeenCalledTimes(3);
    expect(held().sequence).toBe(1);
  });
  it('gets the list that it must replace', async () => {
    const writeList = vi.fn(store.writeList);
    await run(first, { store: { ...store, writeList } });
    const { manifestHash } = held();
    await run(second, { store: { ...store, writeList } });
    expect(writeList.mock.calls.map(([, , instead]) => instead)).toEqual([null, manifestHash]);
  });
  it('that fails gives the reason in words for users', async () => {
    const full = { ...store, writeList: () => Promise.reject(new DOMException('x', 'QuotaExceededError')) };
    expect(await run(first, { store: full })).toEqual({
      at: NOW,
      outcome: 'refused',
      code: 'store',
      reason: expect.stringMatching(/^the list could not be stored: the disk is full/) as string,
    });
  });
});

describe('Of several mirrors', () => {
  const refusing = (name: string, code: SyncResult['code'], reason: string): [Mirror, SyncResult] => [
    { name, get: getFrom(new Map()) },
    { at: NOW, outcome: 'refused', code: code!, reason },
  ];
  const tried: string[] = [];
  const attempts = (...each: [Mirror, SyncResult][]) => {
    tried.length = 0;
    const checks = new Map(each.map(([{ get, name }, check]) => [get, { name, check }]));
    return tryMirrors(
      each.map(([mirror]) => mirror),
      NOW,
      async (get) => {
        const { name, check } = checks.get(get)!;
        tried.push(name);
        return check;
      },
    );
  };
  const good = (name: string, outcome: 'updated' | 'current' = 'updated'): [Mirror, SyncResult] => [
    { name, get: getFrom(new Map()) },
    { at: NOW, outcome },
  ];

  it('the first one with a good list ends the sync', async () => {
    for (const outcome of ['updated', 'current'] as const) {
      expect(await attempts(refusing('a', 'unreachable', 'gone'), good('b', outcome), good('c'))).toEqual({
        at: NOW,
        outcome,
      });
      expect(tried).toEqual(['a', 'b']);
    }
  });
  it('no other is tried after a failure of the store', async () => {
    expect(await attempts(refusing('a', 'store', 'full'), good('b'))).toMatchObject({ code: 'store', reason: 'full' });
    expect(tried).toEqual(['a']);
  });
  it.each(['unreachable', 'http-status', 'too-slow', 'truncated'] as const)(
    'a reason that tells more goes before %s, and the others follow by name',
    async (weather) => {
      expect(
        await attempts(refusing('a', weather, 'A'), refusing('b', 'bad-signature', 'B'), refusing('c', 'older', 'C')),
      ).toEqual({
        at: NOW,
        outcome: 'refused',
        code: 'bad-signature',
        reason: 'B (a: A; c: C)',
      });
    },
  );
  it('the first reason is reported if all are network failures, and a single one alone', async () => {
    expect(await attempts(refusing('a', 'too-slow', 'A'), refusing('b', 'unreachable', 'B'))).toMatchObject({
      code: 'too-slow',
      reason: 'A (b: B)',
    });
    expect(await attempts(refusing('a', 'too-slow', 'A'))).toMatchObject({ code: 'too-slow', reason: 'A' });
  });
  it('none is not a failure', async () => {
    expect(await tryMirrors([], NOW, () => Promise.reject(new Error('nobody')))).toEqual({
      at: NOW,
      outcome: 'no-address',
    });
  });
  it('each is read in order, with its own files', async () => {
    const asked: string[] = [];
    const mirrors = [
      { name: 'a', get: () => Promise.reject(new Refusal('unreachable', 'gone')) },
      { name: 'b', get: getFrom(second.files, asked) },
    ];
    expect(await syncFrom(mirrors, { store, keys, list: 'curated', origin: 'network', now: NOW })).toEqual({
      at: NOW,
      outcome: 'updated',
    });
    expect(asked[0]).toBe(HEAD_NAME);
    expect(held().sequence).toBe(2);
  });
});
