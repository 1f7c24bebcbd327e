/**
 * Tests the open list with an in-memory IndexedDB and a fake browser: which list answers, and what the popup reports.
 */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sync } from '../../../src/background/list/sync.ts';
import * as store from '../../../src/background/list/store.ts';
import { exampleData, exampleMarket, getFrom, keys, publish } from '../../fixtures.ts';
import { asked, BUNDLED, fetchFromWeb, serve, web } from '../platform.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform.ts')).browser }));
vi.mock('../../../src/config.ts', async (original) => ({
  ...(await original<object>()),
  LIST_KEYS: (await import('../../fixtures.ts')).keys,
}));
vi.stubGlobal('fetch', fetchFromWeb);
const { lookUpPage } = await import('../../../src/background/page/page-look-up.ts');
const { listReport } = await import('../../../src/background/list/list-report.ts');
const { syncNow, storeBundled } = await import('../../../src/background/list/update.ts');

const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();
/** A list signed this many days ago and valid for thirty. */
const signed = (ago: number, sequence = 1) =>
  publish(exampleData([exampleMarket()], sequence), { issued: day(-ago), expires: day(30 - ago) });
const statusOf = async (host: string) => {
  const checked = await lookUpPage(`http://${host}/`);
  return typeof checked === 'object' ? checked?.status : checked;
};

/** The state at the start of a worker: a stored list, and no host that answers. */
async function held(ago: number, sequence = 1): Promise<void> {
  await store.eraseList();
  const { files } = await signed(ago, sequence);
  await sync({ get: getFrom(files), store, keys, list: 'curated', origin: 'network', now: day(-ago) });
}

beforeEach(() => {
  web.clear();
  asked.length = 0;
});

describe('A list that expired while its host was unreachable', () => {
  it('is renewed by an update with the same release in the package, signed later', async () => {
    await held(40);
    serve(BUNDLED, (await signed(40)).files);
    await storeBundled();
    expect(await statusOf('unlisted.example')).toBe('unknown');
    expect(await listReport()).toMatchObject({ expired: true });

    serve(BUNDLED, (await signed(1)).files);
    await storeBundled();
    expect(await statusOf('unlisted.example')).toBe('not-listed');
    expect(await statusOf('market.example')).toBe('listed');
    expect(await listReport()).toMatchObject({ expired: false, sequence: 1, origin: 'network' });
  });

  it('is renewed at the next sync if the update was interrupted', async () => {
    await held(40);
    serve(BUNDLED, (await signed(1)).files);
    expect(await syncNow()).toMatchObject({ outcome: 'refused', code: 'unreachable' });
    expect(await statusOf('unlisted.example')).toBe('not-listed');
    expect(await listReport()).toMatchObject({ expired: false, lastSync: { code: 'unreachable' } });
  });

  it('is replaced by a newer release in the package', async () => {
    await held(40);
    serve(BUNDLED, (await signed(1, 2)).files);
    await storeBundled();
    expect(await listReport()).toMatchObject({ expired: false, sequence: 2, origin: 'bundled' });
  });
});

describe('A list that was signed later than the package’s', () => {
  it('keeps its dates, and no sync is reported as failed', async () => {
    await held(2);
    const before = (await store.readStored())?.stored;
    serve(BUNDLED, (await signed(20)).files);
    await storeBundled();
    expect((await store.readStored())?.stored).toEqual(before);
    const report = await listReport();
    expect(report.lastSync?.code).not.toBe('older');
  });
});
