/** Settings: the allowed values of each member, storing, change events, and the exported file. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser, calls, callsOf, failing, fire } from './background/platform.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./background/platform.ts')).browser }));
const {
  changeSettings,
  CORNERS,
  DEFAULTS,
  exportSettings,
  importSettings,
  onSettingsChange,
  readSettings,
  settingsFrom,
  THEMES,
} = await import('../src/settings.ts');

beforeEach(async () => {
  failing.clear();
  await browser.storage.local.remove('settings');
  await browser.storage.session.remove('settings');
  calls.length = 0;
});

it('defaults: a badge for listed and blocked, a sync every six hours, all series, no added address', () => {
  expect(settingsFrom(undefined)).toEqual({
    badgeOn: true,
    badgeStatuses: ['listed', 'blocked'],
    badgeCorner: 'bottom-right',
    badgeForm: 'pill',
    seriesIgnored: [],
    jurisdictions: [],
    syncHours: 6,
    listAddresses: [],
    theme: 'system',
  });
});

const address = (n: number) => `https://mirror-${n}.example/`;
const many = (value: string, count = 1_001) => Array.from({ length: count }, () => value);
const addresses = (count: number) => Array.from({ length: count }, (_, n) => address(n));

describe('A member is kept', () => {
  it.each([
    ['badgeOn', false],
    ['badgeStatuses', []],
    ['badgeStatuses', ['listed', 'blocked', 'block-ordered', 'seized', 'formerly-listed', 'formerly-blocked', 'named']],
    ...['bottom-right', 'bottom-left', 'top-right', 'top-left'].map((corner) => ['badgeCorner', corner]),
    ['badgeForm', 'dot'],
    ['badgeForm', 'pill'],
    ['seriesIgnored', ['us-ustr-nml', 'a', '0']],
    ['jurisdictions', ['GB', 'RU']],
    ['seriesIgnored', many('xx', 1_000)],
    ['jurisdictions', many('GB', 1_000)],
    ['syncHours', 1],
    ['syncHours', 168],
    ['listAddresses', addresses(5)],
    ...['system', 'light', 'dark'].map((theme) => ['theme', theme]),
  ] as [string, unknown][])('%s: %j', (name, value) =>
    expect(settingsFrom({ [name]: value })).toEqual({ ...DEFAULTS, [name]: value }),
  );
  it('each corner and each theme of the settings page', () => {
    for (const badgeCorner of CORNERS) expect(settingsFrom({ badgeCorner })).toMatchObject({ badgeCorner });
    for (const theme of THEMES) expect(settingsFrom({ theme })).toMatchObject({ theme });
  });
});

describe('A member is replaced by its default', () => {
  const chosen = { ...DEFAULTS, badgeOn: false, badgeForm: 'dot', syncHours: 24 };
  it.each([
    ['badgeOn', 1],
    ['badgeStatuses', 'listed'],
    ['badgeCorner', 'middle'],
    ['badgeForm', 'square'],
    ['seriesIgnored', ['Us-list']],
    ['seriesIgnored', ['us list']],
    ['seriesIgnored', ['/us-list']],
    ['seriesIgnored', ['us-list/']],
    ['seriesIgnored', ['']],
    ['jurisdictions', ['gb']],
    ['jurisdictions', ['GBR']],
    ['jurisdictions', ['XGB']],
    ['jurisdictions', ['G']],
    ['syncHours', 0],
    ['syncHours', 169],
    ['syncHours', 1.5],
    ['syncHours', '6'],
    ['listAddresses', addresses(6)],
    ['seriesIgnored', many('xx')],
    ['jurisdictions', many('GB')],
    ['theme', 'pink'],
  ] as [keyof typeof DEFAULTS, unknown][])('%s: %j', (name, value) =>
    expect(settingsFrom({ ...chosen, [name]: value })).toEqual({ ...chosen, [name]: DEFAULTS[name] }),
  );
});

describe('A member with several values', () => {
  it('keeps the valid ones', () => {
    expect(settingsFrom({ badgeStatuses: ['on-record', 'named'] }).badgeStatuses).toEqual(['named']);
    expect(settingsFrom({ listAddresses: [address(1), 'mirror.example', `${address(2)}v1`] }).listAddresses).toEqual([
      address(1),
      `${address(2)}v1/`,
    ]);
    expect(settingsFrom({ seriesIgnored: ['us list', 'us-list'], jurisdictions: ['GB', 'uk', 5] })).toMatchObject({
      seriesIgnored: ['us-list'],
      jurisdictions: ['GB'],
    });
  });
  it('may be empty after that', () => expect(settingsFrom({ badgeStatuses: ['on-record'] }).badgeStatuses).toEqual([]));
});

describe('Settings are stored', () => {
  it('on this device, in one entry, and never in the area that the browser syncs', async () => {
    await changeSettings({ theme: 'dark' });
    expect(await browser.storage.local.get('settings')).toEqual({ settings: { ...DEFAULTS, theme: 'dark' } });
    expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['storage.local.get', 'storage.local.set']));
  });
  it('one change after the other, also if two are made at once', async () => {
    const [first, second] = await Promise.all([changeSettings({ theme: 'dark' }), changeSettings({ syncHours: 12 })]);
    expect(first).toEqual({ ...DEFAULTS, theme: 'dark' });
    expect(second).toEqual({ ...DEFAULTS, theme: 'dark', syncHours: 12 });
    expect(await readSettings()).toEqual(second);
  });
  it('with the next change after a failed one', async () => {
    failing.set('storage.local.set', new Error('QuotaExceeded'));
    await expect(changeSettings({ theme: 'dark' })).rejects.toThrow('QuotaExceeded');
    failing.clear();
    expect(await changeSettings({ syncHours: 12 })).toEqual({ ...DEFAULTS, syncHours: 12 });
  });
  it('without an invalid value', async () => {
    await changeSettings({ theme: 'dark' });
    expect(await changeSettings({ syncHours: 1000 })).toEqual({ ...DEFAULTS, theme: 'dark' });
    expect(callsOf('storage.local.set')).toHaveLength(2);
  });
});

it('listeners get a change as settings, and no change of other entries or areas', () => {
  const heard: unknown[] = [];
  onSettingsChange((settings) => heard.push(settings));
  fire('storage', { settings: { newValue: { theme: 'dark', syncHours: 'often' } } }, 'local');
  fire('storage', { settings: { newValue: { theme: 'light' } } }, 'session');
  fire('storage', { silenced: { newValue: [] } }, 'local');
  expect(heard).toEqual([{ ...DEFAULTS, theme: 'dark' }]);
  // After the entry is removed, the defaults apply.
  fire('storage', { settings: { oldValue: { theme: 'dark' } } }, 'local');
  expect(heard[1]).toEqual(DEFAULTS);
});

describe('The file of settings', () => {
  it('is readable: one member per line, a line end at the end', () => {
    const text = exportSettings(DEFAULTS);
    expect(text).toMatch(/^\{\n {2}"listmarkSettings": 1,\n {2}"settings": \{\n/);
    expect(text).toMatch(/ {2}\}\n\}\n$/);
    expect(JSON.parse(text)).toEqual({ listmarkSettings: 1, settings: DEFAULTS });
  });
  it.each([
    ['{', 'This file is not JSON, so it is not an export of Listmark’s settings. Nothing was changed.'],
    ['null', '“the file”: '],
    [JSON.stringify({ listmarkSettings: 2, settings: DEFAULTS }), '“listmarkSettings”: '],
    [JSON.stringify({ listmarkSettings: 1, settings: DEFAULTS, silenced: [] }), '“silenced”: '],
    [
      JSON.stringify({ listmarkSettings: 1, settings: { ...DEFAULTS, seriesIgnored: ['US'] } }),
      '“settings.seriesIgnored.0”: expected the id of a series. ',
    ],
    [
      JSON.stringify({ listmarkSettings: 1, settings: { ...DEFAULTS, jurisdictions: ['UK', 'uk'] } }),
      '“settings.jurisdictions.1”: expected a two-letter code such as "GB". Nothing was changed.',
    ],
  ])('with %s is refused, and the message names the member', (text, words) => {
    expect(() => importSettings(text)).toThrow(words);
    expect(() => importSettings(text)).toThrow(/Nothing was changed\.$/);
  });
});
