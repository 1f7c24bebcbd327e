/** The open list over an IndexedDB in memory and a browser in memory: which list answers, and what its line says. */
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
/** A list that was signed so many days ago, each time for thirty. */
const signed = (ago: number, sequence = 1) =>
  publish(exampleData([exampleMarket()], sequence), { issued: day(-ago), expires: day(30 - ago) });
const statusOf = async (host: string) => {
  const checked = await lookUpPage(`http://${host}/`);
  return typeof checked === 'object' ? checked?.status : checked;
};

/** As the worker finds it at its start: what was stored before, and no host that answers. */
async function held(ago: number, sequence = 1): Promise<void> {
  await store.eraseList();
  const { files } = await signed(ago, sequence);
  await sync({ get: getFrom(files), store, keys, list: 'curated', origin: 'network', now: day(-ago) });
}

beforeEach(() => {
  web.clear();
  asked.length = 0;
});

describe('A list that ran out while its host could not be reached', () => {
  it('is renewed by an update whose package holds the same release, signed later', async () => {
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

  it('is renewed at the next check where the update was cut short', async () => {
    await held(40);
    serve(BUNDLED, (await signed(1)).files);
    expect(await syncNow()).toMatchObject({ outcome: 'refused', code: 'unreachable' });
    expect(await statusOf('unlisted.example')).toBe('not-listed');
    expect(await listReport()).toMatchObject({ expired: false, lastSync: { code: 'unreachable' } });
  });

  it('gives way to a newer release of the package', async () => {
    await held(40);
    serve(BUNDLED, (await signed(1, 2)).files);
    await storeBundled();
    expect(await listReport()).toMatchObject({ expired: false, sequence: 2, origin: 'bundled' });
  });
});

describe('A list that was signed later than the package’s', () => {
  it('keeps its dates, and no check is said to have failed', async () => {
    await held(2);
    const before = (await store.readStored())?.stored;
    serve(BUNDLED, (await signed(20)).files);
    await storeBundled();
    expect((await store.readStored())?.stored).toEqual(before);
    const report = await listReport();
    expect(report.lastSync?.code).not.toBe('older');
  });
});
