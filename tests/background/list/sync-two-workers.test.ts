/**
 * Two workers with one database, as during an update of the extension. Both use the real store and the real sync,
 * loaded twice.
 */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncParts } from '../../../src/background/list/sync.ts';
import type { ListStore } from '../../../src/background/list/list-store.ts';
import { repair } from '../../../src/background/list/repair.ts';
import { unpack } from '../../../src/list/release/packed.ts';
import { linesToText } from '../../../src/list/release/record-lines.ts';
import { sha256 } from '../../../src/list/release/trust.ts';
import { exampleData, exampleMarket, getFrom, keys, NOW, publish, type Published } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Store = ListStore;
const worker = async () => {
  vi.resetModules();
  const store = await import('../../../src/background/list/store.ts');
  const { sync } = await import('../../../src/background/list/sync.ts');
  const run = (parts: Pick<SyncParts, 'get'> & Partial<SyncParts>) =>
    sync({ store, keys, list: 'curated', origin: 'network', now: NOW, ...parts });
  return { store, run };
};
const markets = (count: number) =>
  Array.from({ length: count }, (_, n) => exampleMarket(`market-${n}`, `m${n}.example`));

let first: Published;
let second: Published;
let third: Published;
let one: Awaited<ReturnType<typeof worker>>;
let other: Awaited<ReturnType<typeof worker>>;

beforeEach(async () => {
  one = await worker();
  other = await worker();
  await one.store.eraseList();
  first = await publish(exampleData(markets(1), 1));
  second = await publish(exampleData(markets(2), 2), { before: [first] });
  third = await publish(exampleData(markets(3), 3), { before: [first] });
  await one.run({ get: getFrom(first.files) });
});

const isWhole = async (store: Store) => {
  const { stored } = (await store.readStored())!;
  expect(await sha256(new TextEncoder().encode(linesToText(await unpack(stored.directory, store.readBlock))))).toBe(
    stored.recordsHash,
  );
  return stored.sequence;
};

/** Serves the files, each only after `turn` allows it. */
const inTurns = (files: Published['files'], turn: () => Promise<void>) => async (name: string) => {
  await turn();
  return getFrom(files)(name);
};

describe('Two workers at once', () => {
  it('leave one complete list, the newer one, whatever the order of their files', async () => {
    let seed = 4711;
    const random = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    for (let round = 0; round < 30; round++) {
      await one.store.eraseList();
      await one.run({ get: getFrom(first.files) });
      const turn = () => new Promise<void>((resolve) => setTimeout(resolve, Math.floor(random() * 6)));
      const outcomes = await Promise.all([
        one.run({ get: inTurns(second.files, turn) }),
        other.run({ get: inTurns(third.files, turn) }),
      ]);
      expect(await isWhole(one.store), JSON.stringify(outcomes)).toBe(3);
      expect(outcomes[1].outcome).toBe('updated');
      // The slower worker found a newer list than its own and reports that, or was first.
      expect(outcomes[0].outcome === 'updated' || outcomes[0].code === 'older').toBe(true);
    }
  });
  it('do not block each other when one wants to delete the database', async () => {
    indexedDB.deleteDatabase('listmark');
    expect(await other.run({ get: getFrom(second.files) })).toMatchObject({ outcome: 'updated' });
    expect(await isWhole(one.store)).toBe(2);
  });
});

describe('A damaged store', () => {
  it('is repaired from its records, and erased if these are damaged', async () => {
    const { stored } = (await one.store.readStored())!;
    await repair(one.store);
    expect(await isWhole(one.store)).toBe(1);
    const cut = { ...one.store, readBlock: async () => undefined };
    await repair(cut);
    expect(await one.store.readStored()).toBeNull();
    expect(stored.sequence).toBe(1);
  });
  it.each([
    ['gives nothing', async () => Promise.reject(new DOMException('lost', 'DataError'))],
    ['gives something else', async () => 7 as never],
  ])('that %s is replaced whole by the next release, where its delta leads on from nothing', async (_, readBlock) => {
    expect(await one.run({ get: getFrom(second.files), store: { ...one.store, readBlock } })).toMatchObject({
      outcome: 'updated',
    });
    expect(await isWhole(one.store)).toBe(2);
  });
});
