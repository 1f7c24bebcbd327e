/**
 * Every wait has a timeout: runs the whole worker in a fake browser in which one call never settles, for each call. The
 * clock is fake, so the tests take no real time.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListReport, SiteReport } from '../../src/messages.ts';
import { exampleData, exampleMarket, keys, publish } from '../fixtures.ts';
import type * as Platform from './platform.ts';

const realTimeout = globalThis.setTimeout;
const aMoment = () => new Promise<void>((resolve) => void realTimeout(resolve, 5));
const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const signed = async (sequence: number) =>
  (await publish(exampleData([exampleMarket()], sequence), { issued: day(-1), expires: day(29) })).files;
const [bundled, newer] = [await signed(1), await signed(2)];

let platform: typeof Platform;
/** Milliseconds by which the clock was advanced. */
let waited: number;

/** The result of the work; advances the clock by a tenth of a second whenever nothing is left to do. */
async function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  let settled = false;
  const end = () => void (settled = true);
  void work.then(end, end);
  for (waited = 0; waited <= limit; waited += 100) {
    for (let turns = 0; turns < 4 && !settled; turns++) await aMoment();
    if (settled) return work;
    await vi.advanceTimersByTimeAsync(100);
  }
  throw new Error(`nothing came of it within ${limit} ms`);
}
const until = (seen: () => unknown, limit: number) =>
  inTime(
    (async () => {
      while (!seen()) await aMoment();
    })(),
    limit,
  );

async function ask<T>(question: string, about: unknown, limit: number): Promise<T> {
  const sender = { id: 'listmark', url: `${platform.PACKAGE}src/popup/index.html` };
  const [answered] = platform.fire('message', { question, ask: about }, sender);
  const reply = await inTime(answered as Promise<{ value: T } | { error: string }>, limit);
  if ('error' in reply) throw new Error(reply.error);
  return reply.value;
}

/** A newly started worker. */
async function wake(hung?: string): Promise<void> {
  vi.resetModules();
  platform = await import('./platform.ts');
  vi.doMock('webextension-polyfill', () => ({ default: platform.browser }));
  vi.doMock('../../src/config.ts', async (original) => ({ ...(await original<object>()), LIST_KEYS: keys }));
  vi.stubGlobal('fetch', platform.fetchFromWeb);
  vi.stubGlobal('chrome', platform.chrome);
  platform.serve(platform.BUNDLED, bundled);
  platform.serve('https://list.test/', newer);
  if (hung) platform.hung.add(hung);
  await import('../../src/background/index.ts');
}

let connections: IDBDatabase[] = [];
function connect(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('listmark', version);
    opening.onupgradeneeded = () => {
      for (const store of ['list', 'checks', ...(version > 1 ? ['registers'] : [])])
        opening.result.createObjectStore(store);
    };
    opening.onsuccess = () => {
      connections.push(opening.result);
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error!);
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const connection of connections) connection.close();
  connections = [];
});

const LISTED = 'http://market.example/';
/** A look-up, and the browser calls that it waits for. */
const ANSWERED = 4_500;
const titleOf = (id: number) => platform.told(id, 'setTitle')?.['title'] ?? '';

/** A question from the content script: any answer is fine, also an error. */
const badgeOfPrivateWindow = () =>
  platform.fire(
    'message',
    { question: 'badge', ask: null },
    { id: 'listmark', url: LISTED, frameId: 0, tab: { id: 1, incognito: true } },
  )[0] as Promise<unknown>;

/** A listed page is marked and a sync runs, whichever other call hangs. */
async function works({ title = true } = {}): Promise<void> {
  platform.fire('tab updated', 1, { status: 'loading' }, platform.openTab(1, LISTED));
  if (title) await until(() => titleOf(1).includes('Named in'), ANSWERED);
  expect(await ask<SiteReport>('site', { url: LISTED }, ANSWERED)).toMatchObject({ lookUp: 'done', status: 'listed' });
  await inTime(badgeOfPrivateWindow(), ANSWERED);
  await until(() => platform.callsOf('alarms.create').some(({ args }) => args[0] === 'sync'), 10_000);
  platform.fire('alarm', { name: 'sync' });
  await until(() => platform.asked.includes('https://list.test/head.jws'), 10_000);
  expect(await ask<ListReport>('refresh', null, 20_000)).toMatchObject({ state: 'ready', sequence: 2 });
}

describe('The worker answers, marks and syncs although one browser call never settles:', () => {
  it.each([
    'storage.local.get',
    'storage.local.set',
    'storage.session.get',
    'storage.managed.get',
    'tabs.query',
    'tabs.create',
    'permissions.contains',
    'alarms.get',
    'alarms.create',
    'alarms.clear',
    'action.getTitle',
    'action.setIcon',
    'scripting.executeScript',
    'management.getSelf',
    'windows.getAll',
  ])('%s', async (hung) => {
    await wake(hung);
    platform.fire('installed', { reason: 'install', temporary: false });
    await works();
  });

  it.each(['tabs.get', 'action.setTitle'])('%s, the only call that sets the mark', async (hung) => {
    await wake(hung);
    await works({ title: false });
  });
});

describe('The bundled list answers from memory, within two seconds and with the reason,', () => {
  const trouble = /database does not answer.*restart the browser/;

  it('if an older version of the extension holds the database open', async () => {
    await connect(1);
    await wake();
    platform.fire('tab updated', 1, { status: 'loading' }, platform.openTab(1, LISTED));
    await until(() => titleOf(1).includes('Named in'), 2_500);
    expect(await ask<SiteReport>('site', { url: 'http://unlisted.example/' }, 1_000)).toMatchObject({
      status: 'not-listed',
      list: { origin: 'bundled', trouble: expect.stringMatching(trouble) as string },
    });
    await works();
  });

  it('if the database opens and then does not answer', async () => {
    const db = await connect(2);
    const store = db.transaction('list', 'readwrite').objectStore('list');
    let held = true;
    const hold = () => void (held && (store.get('x').onsuccess = hold));
    hold();
    await wake();
    expect(await ask<SiteReport>('site', { url: LISTED }, 2_500)).toMatchObject({
      status: 'listed',
      list: { origin: 'bundled', trouble: expect.stringMatching(trouble) as string },
    });
    held = false;
  });

  it('and the stored list again once the database has answered', async () => {
    const older = await connect(1);
    await wake();
    const report = await ask<ListReport>('list', null, 4_500);
    expect(report).toMatchObject({ trouble: expect.stringMatching(trouble) as string });
    expect(await ask<ListReport>('refresh', null, 10_000)).toMatchObject({ sequence: 2 });
    older.close();
    const back = async () => ask<ListReport & { trouble: unknown }>('list', null, 2_500);
    while ((await back()).trouble !== null) await aMoment();
    // Release 2 came while the list was in memory.
    expect(await back()).toMatchObject({ origin: 'network', sequence: 2 });
    await wake();
    expect(await back()).toMatchObject({ trouble: null, sequence: 2 });
  });
});

it('The mark is set although settings and permissions cannot be read', async () => {
  await wake();
  platform.failing.set('storage.local.get', new Error('corrupt'));
  platform.failing.set('permissions.contains', new Error('corrupt'));
  await works();
});
