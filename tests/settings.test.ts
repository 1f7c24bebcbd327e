import { beforeEach, describe, expect, it, vi } from 'vitest';

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
const { changeSettings, DEFAULTS, exportSettings, importSettings, readSettings, settingsFrom } =
  await import('../src/settings.ts');

beforeEach(() => {
  areas.local.clear();
  areas.session.clear();
});

describe('Settings', () => {
  it('are the defaults until a change', async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
    await changeSettings({ badgeCorner: 'top-left' });
    expect(await readSettings()).toEqual({ ...DEFAULTS, badgeCorner: 'top-left' });
  });
  it('replace only a damaged member by its default', () => {
    expect(settingsFrom({ ...DEFAULTS, theme: 'pink', syncHours: 24 })).toEqual({ ...DEFAULTS, syncHours: 24 });
    for (const broken of [null, 'x', 7, []]) expect(settingsFrom(broken)).toEqual(DEFAULTS);
  });
  it('accept list addresses with https only, and add a slash to their end', () => {
    expect(settingsFrom({ listAddresses: ['https://mirror.example/v1'] }).listAddresses).toEqual([
      'https://mirror.example/v1/',
    ]);
    expect(settingsFrom({ listAddresses: ['http://mirror.example/v1/'] }).listAddresses).toEqual([]);
    // Browsers drop a tab or a soft hyphen and turn a backslash into a slash, so the host would not be the one that a
    // person reads.
    for (const odd of ['\t', '\u00AD', '\\', ' '])
      expect(settingsFrom({ listAddresses: [`https://mirror${odd}.example/v1/`] }).listAddresses).toEqual([]);
  });
  it('keep the valid values of a member: one invalid address does not remove the others', () => {
    const listAddresses = ['https://10.0.0.1/', 'https://mirror.example/', 7];
    expect(settingsFrom({ listAddresses, jurisdictions: ['GB', 'nowhere'] })).toEqual({
      ...DEFAULTS,
      listAddresses: ['https://mirror.example/'],
      jurisdictions: ['GB'],
    });
  });
  it('are the same after an export and an import', () => {
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
  ])('refuse the file %s with a reason', (text, why) => expect(() => importSettings(text)).toThrow(why));
});
