/** How an extension page asks the worker, and how long it waits. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_SITES, ask } from '../src/messages.ts';
import { Late } from '../src/within.ts';

const sending = (reply: unknown) => ({ runtime: { sendMessage: vi.fn((_: unknown) => Promise.resolve(reply)) } });
const never = { runtime: { sendMessage: () => new Promise(() => undefined) } };

beforeEach(() => {
  vi.stubGlobal('browser', undefined);
  vi.stubGlobal('chrome', undefined);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('A question to the worker', () => {
  it('is sent with its parameters, and gives the value of the answer', async () => {
    const chrome = sending({ value: { lookUp: 'impossible' } });
    vi.stubGlobal('chrome', chrome);
    expect(await ask('site', { url: 'https://a.example/' })).toEqual({ lookUp: 'impossible' });
    expect(chrome.runtime.sendMessage.mock.calls).toEqual([[{ question: 'site', ask: { url: 'https://a.example/' } }]]);
  });
  it('uses `browser` if it exists, as only that returns a promise in every Firefox', async () => {
    const [browser, chrome] = [sending({ value: 'browser' }), sending({ value: 'chrome' })];
    vi.stubGlobal('browser', browser);
    vi.stubGlobal('chrome', chrome);
    expect(await ask('list', null)).toBe('browser');
    expect(chrome.runtime.sendMessage).not.toHaveBeenCalled();
  });
  it('may have null as its answer, without an error', async () => {
    vi.stubGlobal('chrome', sending({ value: null }));
    expect(await ask('badge', null)).toBe(null);
  });
  it('throws with the message of the worker’s error', async () => {
    vi.stubGlobal('chrome', sending({ error: 'the list is not ready' }));
    await expect(ask('list', null)).rejects.toThrow(/^the list is not ready$/);
  });
  it('throws if the worker was stopped and nothing answers', async () => {
    vi.stubGlobal('chrome', sending(undefined));
    await expect(ask('openDetails', null)).rejects.toThrow(/^the browser stopped Listmark$/);
  });

  const settles = async (work: Promise<unknown>, milliseconds: number): Promise<boolean> => {
    let settled = false;
    const end = () => void (settled = true);
    work.then(end, end);
    await vi.advanceTimersByTimeAsync(milliseconds);
    return settled;
  };
  it.each([
    'badge',
    'hideBadge',
    'openDetails',
    'site',
    'series',
    'list',
    'records',
    'registers',
    'inRegisters',
    'removeRegister',
  ] as const)('%s has a timeout of ten seconds', async (question) => {
    vi.stubGlobal('chrome', never);
    const work = ask(question, null);
    expect(await settles(work, 9_900)).toBe(false);
    expect(await settles(work, 200)).toBe(true);
    await expect(work).rejects.toThrow(Late);
  });
  it.each(['refresh', 'addRegister'] as const)(
    '%s, which fetches files, has a timeout of five minutes',
    async (question) => {
      vi.stubGlobal('chrome', never);
      const work = ask(question, null);
      expect(await settles(work, 299_900)).toBe(false);
      expect(await settles(work, 200)).toBe(true);
      await expect(work).rejects.toThrow(Late);
    },
  );
});

it('badges on all pages need access to http and https only, as in the manifest', async () => {
  const { default: manifest } = await import('../manifest.json');
  expect(ALL_SITES).toEqual(['http://*/*', 'https://*/*']);
  expect(manifest.optional_host_permissions).toEqual(ALL_SITES);
});
