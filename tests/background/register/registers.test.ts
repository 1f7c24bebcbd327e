/**
 * The registers of one worker, with an in-memory IndexedDB and a fake browser: damage, a full disk, several registers.
 */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as store from '../../../src/background/register/register-store.ts';
import { inDatabase, type RegisterKey } from '../../../src/background/list/store.ts';
import { HEAD_NAME } from '../../../src/list/release/release.ts';
import { publishRegister, register } from '../../register-fixtures.ts';
import { alarms, asked, fetchFromWeb, serve, web } from '../platform.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform.ts')).browser }));
vi.mock('../../../src/config.ts', async (original) => ({
  ...(await original<object>()),
  LIST_KEYS: (await import('../../fixtures.ts')).keys,
}));
vi.stubGlobal('fetch', fetchFromWeb);
const { inRegisters, forgetOpenRegisters } = await import('../../../src/background/register/look-up.ts');
const { addRegister, registerReports, resumeIngests, syncRegisters } =
  await import('../../../src/background/register/registers.ts');

const [ONE, OTHER] = ['xx-register', 'yy-register'] as const;
const at = (list: string) => `https://list.example/${list}/`;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const dates = { issued: day(-1), expires: day(29) };
const publish = (list: string, names: string[], sequence = 1, before: Parameters<typeof publishRegister>[1] = {}) =>
  publishRegister(register(names), { list, sequence, ...dates, ...before });
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `n${String(n).padStart(6, '0')}.example`);

async function take(list: string, names: string[]) {
  const release = await publish(list, names);
  serve(at(list), release.files);
  await addRegister(at(list));
  return release;
}
const namedIn = async (host: string) => (await inRegisters(host)).named.map(({ list }) => list);
const checkOf = async (list: string) => (await registerReports()).find((each) => each.list === list)?.lastSync;

/** The value that replaces a part of the store; undefined deletes it. */
async function damage(what: string, list: string, value?: unknown): Promise<void> {
  await inDatabase(async (db) => {
    for (const key of await db.getAllKeys('registers')) {
      if (key[0] !== what || key[1] !== list) continue;
      if (value === undefined) await db.delete('registers', key);
      else await db.put('registers', value, key);
    }
  });
  forgetOpenRegisters();
}

/** While true, writing a slice of this kind fails. */
let isFull: (key: RegisterKey) => boolean;
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
  if (isFull(key as RegisterKey)) throw new DOMException('no space', 'QuotaExceededError');
  return put.call(this, value, key);
};

/** Reads that fail: Chromium keeps large values in separate files. */
let isLost: (key: RegisterKey) => boolean;
const get = IDBObjectStore.prototype.get;
IDBObjectStore.prototype.get = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
  if (isLost(key as RegisterKey)) throw new DOMException('Failed to read large IndexedDB value', 'DataError');
  return get.call(this, key);
};

beforeEach(async () => {
  isFull = () => false;
  isLost = () => false;
  web.clear();
  alarms.clear();
  for (const list of [ONE, OTHER]) await store.removeRegister(list);
  forgetOpenRegisters();
  asked.length = 0;
});
afterEach(() => void (isFull = isLost = () => false));

describe('A damaged register', () => {
  beforeEach(async () => {
    await take(ONE, ['listed.example', 'both.example']);
    await take(OTHER, ['both.example']);
  });

  it.each([
    ['slices are gone', 'slice', undefined],
    ['names are gone', 'block', undefined],
    ['slices are others', 'slice', new ArrayBuffer(3)],
    ['names are others', 'block', { names: null, columns: null }],
  ])('whose %s silences no other, is told, and is fetched again at the next check', async (_, what, value) => {
    await damage(what, ONE, value);
    expect(await inRegisters('both.example')).toMatchObject({
      named: [{ list: OTHER }],
      unreadable: [{ list: ONE, title: 'Example register', problem: expect.stringContaining('damaged') as string }],
    });
    await syncRegisters();
    expect(await checkOf(ONE)).toMatchObject({ outcome: 'updated' });
    expect(await namedIn('both.example')).toEqual([ONE, OTHER]);
    expect((await inRegisters('both.example')).unreadable).toEqual([]);
    // Once is enough.
    asked.length = 0;
    await syncRegisters();
    expect(asked).toEqual([at(ONE) + HEAD_NAME, at(OTHER) + HEAD_NAME]);
  });

  it('with a damaged plan does not hide the others', async () => {
    const [stored] = await store.readRegisters();
    await damage('register', ONE, { ...stored, plan: null });
    expect(await inRegisters('both.example')).toMatchObject({ named: [{ list: OTHER }], unreadable: [{ list: ONE }] });
    await syncRegisters();
    expect(await namedIn('both.example')).toEqual([ONE, OTHER]);
  });

  it('whose metadata is lost is fetched again, and leaves nothing behind', async () => {
    const keys = () =>
      inDatabase(async (db) => (await db.getAllKeys('registers')).filter(([what]) => what !== 'check').length);
    const before = await keys();
    await damage('register', ONE);
    const next = await publish(ONE, ['listed.example'], 2);
    serve(at(ONE), next.files);
    await syncRegisters();
    expect(await namedIn('listed.example')).toEqual([ONE]);
    expect(await keys()).toBe(before);
  });

  it.each([
    ['gone', undefined],
    ['no tables', 'x'],
    ['no gzip', { names: new Uint8Array(9), columns: null }],
  ])('whose tables are %s takes the next release whole, and not its delta', async (_, value) => {
    const first = await publish(ONE, ['listed.example', 'both.example']);
    await damage('files', ONE, value);
    serve(
      at(ONE),
      (await publishRegister(register(['new.example']), { list: ONE, sequence: 2, ...dates, before: [first] })).files,
    );
    await syncRegisters();
    expect(await checkOf(ONE)).toMatchObject({ outcome: 'updated' });
    expect(await namedIn('new.example')).toEqual([ONE]);
  });

  it('with unreadable tables fetches the whole next release', async () => {
    const first = await publish(ONE, ['listed.example', 'both.example']);
    isLost = ([what, list]) => what === 'files' && list === ONE;
    serve(
      at(ONE),
      (await publishRegister(register(['new.example']), { list: ONE, sequence: 2, ...dates, before: [first] })).files,
    );
    await syncRegisters();
    expect(await checkOf(ONE)).toMatchObject({ outcome: 'updated' });
    expect(await namedIn('new.example')).toEqual([ONE]);
  });

  it('is not fetched during a page visit, because its host would learn of the visit', async () => {
    asked.length = 0;
    await damage('slice', ONE);
    await inRegisters('both.example');
    expect(asked).toEqual([]);
  });
});

describe('A disk that is full in a long ingest', { timeout: 60_000 }, () => {
  const period = () => alarms.get('ingest')?.periodInMinutes;
  const beyondTheFirstStep = ([what, list, , slice]: RegisterKey) =>
    what === 'slice' && list === ONE && Number(slice) >= 64;

  beforeEach(async () => {
    serve(at(ONE), (await publish(ONE, numbered(150_000))).files);
    isFull = beyondTheFirstStep;
    await addRegister(at(ONE));
  });

  it('is retried with growing delays and without a new download, gives the reason, and leaves other registers alone', async () => {
    expect(await checkOf(ONE)).toMatchObject({
      outcome: 'refused',
      code: 'store',
      reason: expect.stringContaining('the disk is full') as string,
    });
    const periods = [period()];
    for (let n = 0; n < 3; n++) {
      await resumeIngests();
      periods.push(period());
    }
    expect(periods).toEqual([0.5, 1, 2, 4]);

    asked.length = 0;
    await take(OTHER, ['other.example']);
    expect(await namedIn('other.example')).toEqual([OTHER]);
    expect(asked.filter((url) => url.startsWith(at(ONE)))).toEqual([at(ONE) + HEAD_NAME]);
    expect(await checkOf(ONE)).toMatchObject({
      outcome: 'refused',
      code: 'store',
      reason: expect.stringContaining('the disk is full') as string,
    });
    expect(period()).toBe(8);

    alarms.set('ingest', { name: 'ingest', scheduledTime: Date.now(), periodInMinutes: 300 });
    await resumeIngests();
    expect(period()).toBe(360);

    isFull = () => false;
    await resumeIngests();
    expect(await namedIn('n012345.example')).toEqual([ONE]);
    expect(period()).toBeUndefined();
  });

  it('ends with a newer release that fits', async () => {
    serve(at(ONE), (await publish(ONE, ['small.example'], 2)).files);
    await syncRegisters();
    expect(await namedIn('small.example')).toEqual([ONE]);
    expect(period()).toBeUndefined();
    expect(await store.readPending()).toEqual([]);
  });

  it('is given up and fetched again if the store then cannot be read', async () => {
    isFull = () => false;
    await damage('files', ONE, { names: new Uint8Array(9), columns: null });
    await syncRegisters();
    expect(await checkOf(ONE)).toMatchObject({ outcome: 'updated' });
    expect(await namedIn('n012345.example')).toEqual([ONE]);
    expect(period()).toBeUndefined();
  });

  it('keeps the release in use while the same release is rewritten', async () => {
    isFull = () => false;
    await resumeIngests();
    const [held] = await store.readRegisters();
    await store.writeDamaged(ONE, held!.manifestHash);
    isFull = beyondTheFirstStep;
    await syncRegisters();
    expect(await store.readPending()).toMatchObject([{ stored: { manifestHash: held!.manifestHash } }]);
    await damage('files', ONE);
    await resumeIngests();
    expect(await store.readPending()).toEqual([]);
    expect(await namedIn('n012345.example')).toEqual([ONE]);
  });
});
