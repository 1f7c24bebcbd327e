import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Silenced } from '../src/silenced.ts';
import { BADGE_SHAPES } from '../src/ui/badge-shapes.ts';

const areas = vi.hoisted(() => {
  const area = () => {
    let held: Record<string, unknown> = {};
    return {
      get: (key: string) => Promise.resolve(key in held ? { [key]: structuredClone(held[key]) } : {}),
      set: (values: Record<string, unknown>) => Promise.resolve(void (held = { ...held, ...structuredClone(values) })),
      clear: () => void (held = {}),
    };
  };
  return { local: area(), session: area() };
});
vi.mock('webextension-polyfill', () => ({
  default: { storage: { ...areas, onChanged: { addListener: () => undefined } } },
}));
const { BADGE_STATUSES, changeSettings, DEFAULTS, exportSettings, importSettings, readSettings, settingsFrom } =
  await import('../src/settings.ts');
const { silence, silenced, silencedOn, unsilence } = await import('../src/silenced.ts');
const isSilenced = async (...page: Parameters<typeof silencedOn>) => (await silencedOn(...page)).length > 0;

beforeEach(() => {
  areas.local.clear();
  areas.session.clear();
});

describe('Settings', () => {
  it('are the defaults until something is chosen, and then what was chosen', async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
    await changeSettings({ badgeCorner: 'top-left' });
    expect(await readSettings()).toEqual({ ...DEFAULTS, badgeCorner: 'top-left' });
  });
  it('offer a badge for the statuses that the badge’s script has a mark for, and for no other', () => {
    expect([...BADGE_STATUSES].sort()).toEqual(Object.keys(BADGE_SHAPES).sort());
  });
  it('lose only the member that is damaged', () => {
    expect(settingsFrom({ ...DEFAULTS, theme: 'pink', syncHours: 24 })).toEqual({ ...DEFAULTS, syncHours: 24 });
    for (const broken of [null, 'x', 7, []]) expect(settingsFrom(broken)).toEqual(DEFAULTS);
  });
  it('take a list from https only, and end its address in a slash', () => {
    expect(settingsFrom({ listAddresses: ['https://mirror.example/v1'] }).listAddresses).toEqual([
      'https://mirror.example/v1/',
    ]);
    expect(settingsFrom({ listAddresses: ['http://mirror.example/v1/'] }).listAddresses).toEqual([]);
    // A browser would drop the first two characters and turn the third round: another host than the one that is read.
    for (const odd of ['\t', '\u00AD', '\\', ' '])
      expect(settingsFrom({ listAddresses: [`https://mirror${odd}.example/v1/`] }).listAddresses).toEqual([]);
  });
  it('keep, of many values, those that can be read: an address that is refused by now does not cost the others', () => {
    const listAddresses = ['https://10.0.0.1/', 'https://mirror.example/', 7];
    expect(settingsFrom({ listAddresses, jurisdictions: ['GB', 'nowhere'] })).toEqual({
      ...DEFAULTS,
      listAddresses: ['https://mirror.example/'],
      jurisdictions: ['GB'],
    });
  });
  it('come back whole from their own export', () => {
    const chosen = { ...DEFAULTS, jurisdictions: ['GB'], badgeStatuses: ['named' as const], badgeOn: false };
    expect(importSettings(exportSettings(chosen))).toEqual(chosen);
  });
  it.each([
    ['not json', /not JSON/],
    ['{}', /listmarkSettings/],
    [
      JSON.stringify({ listmarkSettings: 1, settings: { ...DEFAULTS, theme: 'pink' } }),
      /“settings.theme”.*Nothing was changed/,
    ],
    [JSON.stringify({ listmarkSettings: 1, settings: { ...DEFAULTS, more: 1 } }), /“settings.more”/],
  ])('refuse a file that says %s, and say why', (text, why) => expect(() => importSettings(text)).toThrow(why));
});

describe('A silenced badge', () => {
  const site: Silenced = { how: 'site', what: 'a.example', name: 'a.example' };
  it('stays away from its site, whatever is said, and from no other', async () => {
    await silence(site, false);
    expect(await isSilenced('a.example', ['m'], 'x', false)).toBe(true);
    expect(await isSilenced('b.example', ['m'], 'x', false)).toBe(false);
  });
  it('stays away until what it says changes', async () => {
    await silence({ how: 'until-change', what: 'a.example', name: 'a.example', said: 'x' }, false);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('a.example', [], 'y', false)).toBe(false);
  });
  it('stays away from every site of its market', async () => {
    await silence({ how: 'market', what: 'm', name: 'M' }, false);
    expect(await isSilenced('other.example', ['m'], 'x', false)).toBe(true);
  });
  it('stays away from all below its site, and from nothing beside it', async () => {
    await silence(site, false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(true);
    expect(await isSilenced('aa.example', [], 'x', false)).toBe(false);
    expect(await isSilenced('example', [], 'x', false)).toBe(false);
  });
  it('until it changes stays away from that host alone', async () => {
    await silence({ how: 'until-change', what: 'a.example', name: 'a.example', said: 'x' }, false);
    expect(await isSilenced('www.a.example', [], 'x', false)).toBe(false);
  });
  it('is not forgotten because another entry is damaged', async () => {
    await areas.local.set({ silenced: [{ how: 'nowhere' }, site, null] });
    expect(await silenced()).toEqual([site]);
  });
  it('comes back when undone', async () => {
    await silence(site, false);
    await unsilence(site);
    expect(await silenced()).toEqual([]);
  });
  it('of a private window is kept in memory only, and heeds the others', async () => {
    await silence(site, true);
    expect(await silenced()).toEqual([]);
    expect(await isSilenced('a.example', [], 'x', true)).toBe(true);
    expect(await isSilenced('a.example', [], 'x', false)).toBe(false);
  });
});
