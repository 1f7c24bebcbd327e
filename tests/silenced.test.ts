/** Hidden badges: what is stored, where, and for how long. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Silenced } from '../src/silenced.ts';
import { browser, calls, callsOf, failing, fire } from './background/platform.ts';

const windows = vi.hoisted(() => ({ open: [] as { id: number; incognito: boolean }[] }));
vi.mock('webextension-polyfill', async () => {
  const platform = await import('./background/platform.ts');
  return { default: { ...platform.browser, windows: { getAll: () => Promise.resolve(windows.open) } } };
});
const { forgetPrivate, onSilencedChange, silence, silenced, silencedOn, unsilence } =
  await import('../src/silenced.ts');
const isSilenced = async (...page: Parameters<typeof silencedOn>) => (await silencedOn(...page)).length > 0;

const site = (what: string): Silenced => ({ how: 'site', what, name: what });
const market = (what: string): Silenced => ({ how: 'market', what, name: 'Some market' });
const untilChange = (what: string, badge: string): Silenced => ({ how: 'until-change', what, name: what, badge });

beforeEach(async () => {
  failing.clear();
  windows.open = [];
  for (const area of [browser.storage.local, browser.storage.session]) await area.remove('silenced');
  calls.length = 0;
});

describe('The list of silenced sites', () => {
  it('is one entry in the storage area of its kind of window', async () => {
    await silence(site('a.example'), false);
    expect(await browser.storage.local.get('silenced')).toEqual({ silenced: [site('a.example')] });
    expect(callsOf('storage.session.set')).toEqual([]);
    await silence(site('b.example'), true);
    expect(await browser.storage.session.get('silenced')).toEqual({ silenced: [site('b.example')] });
    expect(await silenced()).toEqual([site('a.example')]);
    expect(await silenced(true)).toEqual([site('b.example')]);
  });
  it('has each choice for a host once: a new one replaces the one of the same kind', async () => {
    for (const entry of [
      untilChange('a.example', 'x'),
      site('a.example'),
      site('b.example'),
      untilChange('a.example', 'y'),
    ])
      await silence(entry, false);
    expect(await silenced()).toEqual([site('a.example'), site('b.example'), untilChange('a.example', 'y')]);
  });
  it('has at most 500 entries; a new one replaces the oldest', async () => {
    const many = Array.from({ length: 500 }, (_, n) => site(`s${n}.example`));
    await browser.storage.local.set({ silenced: many });
    await silence(site('new.example'), false);
    expect(await silenced()).toEqual([...many.slice(1), site('new.example')]);
  });
  it.each([[{}], ['a.example'], [null], [undefined]])('is empty if %j is stored', async (stored) => {
    await browser.storage.local.set({ silenced: stored });
    expect(await silenced()).toEqual([]);
  });
  it('drops damaged entries only', async () => {
    const good = [site('a.example'), market('m'), untilChange('b.example', 'x')];
    const bad = [
      { how: 'never', what: 'c.example', name: 'c' },
      { how: 'site', name: 'c' },
      { how: 'site', what: 'c' },
      { ...good[2], badge: 5 },
    ];
    await browser.storage.local.set({ silenced: [...good, ...bad] });
    expect(await silenced()).toEqual(good);
  });
});

describe('Undo', () => {
  it('removes the one entry with the same kind and host', async () => {
    for (const entry of [site('a.example'), site('b.example'), untilChange('a.example', 'x')])
      await silence(entry, false);
    await unsilence({ how: 'site', what: 'a.example' });
    expect(await silenced()).toEqual([site('b.example'), untilChange('a.example', 'x')]);
  });
});

describe('Undo in a private window', () => {
  it('removes the private entry, and not the ordinary one', async () => {
    for (const isPrivate of [true, false]) await silence(site('a.example'), isPrivate);
    await unsilence(site('a.example'), true);
    expect(await silenced(true)).toEqual([]);
    expect(await silenced()).toEqual([site('a.example')]);
  });
});

it('listeners are called for changes of silenced sites only', () => {
  const listener = vi.fn<() => void>();
  onSilencedChange(listener);
  fire('storage', { settings: { newValue: {} } }, 'local');
  expect(listener).not.toHaveBeenCalled();
  fire('storage', { silenced: { newValue: [] } }, 'session');
  expect(listener).toHaveBeenCalledTimes(1);
});

describe('A badge is hidden', () => {
  it('with all entries that apply', async () => {
    for (const entry of [site('a.example'), site('b.example'), market('m')]) await silence(entry, false);
    expect(await silencedOn('a.example', ['m'], 'x', false)).toEqual([site('a.example'), market('m')]);
  });
  it('by market for every host of that market, and for no other', async () => {
    await silence(market('m'), false);
    expect(await isSilenced('a.example', ['n', 'm'], '', false)).toBe(true);
    expect(await isSilenced('a.example', ['n'], '', false)).toBe(false);
    // The id of a market is never compared with a host.
    expect(await isSilenced('m', [], '', false)).toBe(false);
  });
  it('until the status changes, on exactly that host', async () => {
    await silence(untilChange('a.example', 'x'), false);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('b.example', [], 'x', false)).toBe(false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(false);
    expect(await isSilenced('a.example', [], 'y', false)).toBe(false);
  });
  it('on a site and its subdomains, and on no other host', async () => {
    await silence(site('a.example'), false);
    for (const host of ['a.example', 'www.a.example']) expect(await isSilenced(host, [], 'x', false)).toBe(true);
    for (const host of ['example', 'b.example', 'ba.example'])
      expect(await isSilenced(host, [], 'x', false)).toBe(false);
  });
  it('in a private window by both kinds of entries, elsewhere by ordinary entries only', async () => {
    await silence(site('outside.example'), false);
    await silence(site('private.example'), true);
    expect(await isSilenced('outside.example', [], 'x', true)).toBe(true);
    expect(await isSilenced('private.example', [], 'x', true)).toBe(true);
    calls.length = 0;
    expect(await isSilenced('private.example', [], 'x', false)).toBe(false);
    expect(callsOf('storage.session.get')).toEqual([]);
  });
});

describe('A badge hidden in private windows', () => {
  beforeEach(() => silence(site('private.example'), true));
  const kept = async () => (await silenced(true)).length === 1;

  it('is forgotten when the last of them closes, whether or not the browser still lists that window', async () => {
    windows.open = [{ id: 1, incognito: false }];
    await forgetPrivate(2);
    expect(await kept()).toBe(false);
    await silence(site('private.example'), true);
    windows.open = [
      { id: 1, incognito: false },
      { id: 2, incognito: true },
    ];
    await forgetPrivate(2);
    expect(await kept()).toBe(false);
  });
  it('is kept while another private window is open', async () => {
    windows.open = [{ id: 3, incognito: true }];
    await forgetPrivate(2);
    expect(await kept()).toBe(true);
  });
  it('is forgotten alone: ordinary entries and other session data stay', async () => {
    await silence(site('outside.example'), false);
    await browser.storage.session.set({ marked: 1 });
    await forgetPrivate(2);
    expect(await silenced()).toEqual([site('outside.example')]);
    expect(await browser.storage.session.get('marked')).toEqual({ marked: 1 });
  });
});

describe('A silenced badge', () => {
  it('is hidden on its site with any status, and on no other site', async () => {
    await silence(site('a.example'), false);
    expect(await isSilenced('a.example', ['m'], 'x', false)).toBe(true);
    expect(await isSilenced('b.example', ['m'], 'x', false)).toBe(false);
  });
  it('is hidden until its words change', async () => {
    await silence(untilChange('a.example', 'x'), false);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('a.example', [], 'y', false)).toBe(false);
  });
  it('is hidden on every site of its market', async () => {
    await silence(market('m'), false);
    expect(await isSilenced('other.example', ['m'], 'x', false)).toBe(true);
  });
  it('is hidden on the subdomains of its site, and not on similar hosts', async () => {
    await silence(site('a.example'), false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('aa.example', [], 'x', false)).toBe(false);
    expect(await isSilenced('example', [], 'x', false)).toBe(false);
  });
  it('until the status changes is hidden on that host only, not on subdomains', async () => {
    await silence(untilChange('a.example', 'x'), false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(false);
  });
  it('is still hidden if another entry is damaged', async () => {
    await browser.storage.local.set({ silenced: [{ how: 'nowhere' }, site('a.example'), null] });
    expect(await silenced()).toEqual([site('a.example')]);
  });
  it('appears again after undo', async () => {
    await silence(site('a.example'), false);
    await unsilence(site('a.example'));
    expect(await silenced()).toEqual([]);
  });
  it('of a private window is stored in memory only, and does not apply to ordinary windows', async () => {
    await silence(site('a.example'), true);
    expect(await silenced()).toEqual([]);
    expect(await isSilenced('a.example', [], 'x', true)).toBe(true);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(false);
  });
});
