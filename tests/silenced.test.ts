/** What is kept of a badge that was sent away, where, and for how long. */
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
const untilChange = (what: string, said: string): Silenced => ({ how: 'until-change', what, name: what, said });

beforeEach(async () => {
  failing.clear();
  windows.open = [];
  for (const area of [browser.storage.local, browser.storage.session]) await area.remove('silenced');
  calls.length = 0;
});

describe('What is silenced', () => {
  it('is kept under one name in the area of its window, and in no other', async () => {
    await silence(site('a.example'), false);
    expect(await browser.storage.local.get('silenced')).toEqual({ silenced: [site('a.example')] });
    expect(callsOf('storage.session.set')).toEqual([]);
    await silence(site('b.example'), true);
    expect(await browser.storage.session.get('silenced')).toEqual({ silenced: [site('b.example')] });
    expect(await silenced()).toEqual([site('a.example')]);
    expect(await silenced(true)).toEqual([site('b.example')]);
  });
  it('is kept once: the newest word on a host replaces the one before, and leaves the others', async () => {
    for (const entry of [
      untilChange('a.example', 'x'),
      site('a.example'),
      site('b.example'),
      untilChange('a.example', 'y'),
    ])
      await silence(entry, false);
    expect(await silenced()).toEqual([site('a.example'), site('b.example'), untilChange('a.example', 'y')]);
  });
  it('holds five hundred entries, then the oldest goes', async () => {
    const many = Array.from({ length: 500 }, (_, n) => site(`s${n}.example`));
    await browser.storage.local.set({ silenced: many });
    await silence(site('new.example'), false);
    expect(await silenced()).toEqual([...many.slice(1), site('new.example')]);
  });
  it.each([[{}], ['a.example'], [null], [undefined]])('is nothing where %j is stored', async (stored) => {
    await browser.storage.local.set({ silenced: stored });
    expect(await silenced()).toEqual([]);
  });
  it('loses damaged entries only', async () => {
    const good = [site('a.example'), market('m'), untilChange('b.example', 'x')];
    const bad = [
      { how: 'never', what: 'c.example', name: 'c' },
      { how: 'site', name: 'c' },
      { how: 'site', what: 'c' },
      { ...good[2], said: 5 },
    ];
    await browser.storage.local.set({ silenced: [...good, ...bad] });
    expect(await silenced()).toEqual(good);
  });
});

describe('Undone', () => {
  it('is the one entry, by how and what', async () => {
    for (const entry of [site('a.example'), site('b.example'), untilChange('a.example', 'x')])
      await silence(entry, false);
    await unsilence({ how: 'site', what: 'a.example' });
    expect(await silenced()).toEqual([site('b.example'), untilChange('a.example', 'x')]);
  });
});

describe('Undone in a private window', () => {
  it('is what was said there, and nothing that was said outside', async () => {
    for (const isPrivate of [true, false]) await silence(site('a.example'), isPrivate);
    await unsilence(site('a.example'), true);
    expect(await silenced(true)).toEqual([]);
    expect(await silenced()).toEqual([site('a.example')]);
  });
});

it('whoever listens is called for what is silenced, and for nothing else', () => {
  const hear = vi.fn<() => void>();
  onSilencedChange(hear);
  fire('storage', { settings: { newValue: {} } }, 'local');
  expect(hear).not.toHaveBeenCalled();
  fire('storage', { silenced: { newValue: [] } }, 'session');
  expect(hear).toHaveBeenCalledTimes(1);
});

describe('A badge stays away', () => {
  it('for reasons that are told, each by its entry', async () => {
    for (const entry of [site('a.example'), site('b.example'), market('m')]) await silence(entry, false);
    expect(await silencedOn('a.example', ['m'], 'x', false)).toEqual([site('a.example'), market('m')]);
  });
  it('by market only where the market is the one, whatever the host', async () => {
    await silence(market('m'), false);
    expect(await isSilenced('a.example', ['n', 'm'], '', false)).toBe(true);
    expect(await isSilenced('a.example', ['n'], '', false)).toBe(false);
    // An id that looks like a host is no host.
    expect(await isSilenced('m', [], '', false)).toBe(false);
  });
  it('until it changes on that very host, and while it says that very thing', async () => {
    await silence(untilChange('a.example', 'x'), false);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('b.example', [], 'x', false)).toBe(false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(false);
    expect(await isSilenced('a.example', [], 'y', false)).toBe(false);
  });
  it('on a site also below it, and not above or beside', async () => {
    await silence(site('a.example'), false);
    for (const host of ['a.example', 'www.a.example']) expect(await isSilenced(host, [], 'x', false)).toBe(true);
    for (const host of ['example', 'b.example', 'ba.example'])
      expect(await isSilenced(host, [], 'x', false)).toBe(false);
  });
  it('in a private window by both, outside by what was said outside alone', async () => {
    await silence(site('outside.example'), false);
    await silence(site('private.example'), true);
    expect(await isSilenced('outside.example', [], 'x', true)).toBe(true);
    expect(await isSilenced('private.example', [], 'x', true)).toBe(true);
    calls.length = 0;
    expect(await isSilenced('private.example', [], 'x', false)).toBe(false);
    expect(callsOf('storage.session.get')).toEqual([]);
  });
});

describe('What was hidden in private windows', () => {
  beforeEach(() => silence(site('private.example'), true));
  const kept = async () => (await silenced(true)).length === 1;

  it('is forgotten when the last of them closes, whether or not the browser still counts it', async () => {
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
  it('is kept while another is open', async () => {
    windows.open = [{ id: 3, incognito: true }];
    await forgetPrivate(2);
    expect(await kept()).toBe(true);
  });
  it('is all that is forgotten', async () => {
    await silence(site('outside.example'), false);
    await browser.storage.session.set({ marked: 1 });
    await forgetPrivate(2);
    expect(await silenced()).toEqual([site('outside.example')]);
    expect(await browser.storage.session.get('marked')).toEqual({ marked: 1 });
  });
});

describe('A silenced badge', () => {
  it('stays away from its site, whatever is said, and from no other', async () => {
    await silence(site('a.example'), false);
    expect(await isSilenced('a.example', ['m'], 'x', false)).toBe(true);
    expect(await isSilenced('b.example', ['m'], 'x', false)).toBe(false);
  });
  it('stays away until what it says changes', async () => {
    await silence(untilChange('a.example', 'x'), false);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('a.example', [], 'y', false)).toBe(false);
  });
  it('stays away from every site of its market', async () => {
    await silence(market('m'), false);
    expect(await isSilenced('other.example', ['m'], 'x', false)).toBe(true);
  });
  it('stays away from all below its site, and from nothing beside it', async () => {
    await silence(site('a.example'), false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('aa.example', [], 'x', false)).toBe(false);
    expect(await isSilenced('example', [], 'x', false)).toBe(false);
  });
  it('until it changes stays away from that host alone', async () => {
    await silence(untilChange('a.example', 'x'), false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(false);
  });
  it('is not forgotten because another entry is damaged', async () => {
    await browser.storage.local.set({ silenced: [{ how: 'nowhere' }, site('a.example'), null] });
    expect(await silenced()).toEqual([site('a.example')]);
  });
  it('comes back when undone', async () => {
    await silence(site('a.example'), false);
    await unsilence(site('a.example'));
    expect(await silenced()).toEqual([]);
  });
  it('of a private window is kept in memory only, and heeds the others', async () => {
    await silence(site('a.example'), true);
    expect(await silenced()).toEqual([]);
    expect(await isSilenced('a.example', [], 'x', true)).toBe(true);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(false);
  });
});
