/** What settings take member by member, how they are kept and told, and how they travel as a file. */
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

it('by default: a badge for listed and blocked, every six hours, nothing left out, no address beside the package’s own', () => {
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
  it('of the corners and themes that are offered', () => {
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

describe('Of many values', () => {
  it('those are kept that can be read', () => {
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
  it('none can be read where there are none', () =>
    expect(settingsFrom({ badgeStatuses: ['on-record'] }).badgeStatuses).toEqual([]));
});

describe('Settings are kept', () => {
  it('on this device, under one name, and never where the browser would carry them to another', async () => {
    await changeSettings({ theme: 'dark' });
    expect(await browser.storage.local.get('settings')).toEqual({ settings: { ...DEFAULTS, theme: 'dark' } });
    expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['storage.local.get', 'storage.local.set']));
  });
  it('each change on top of the one before, also where both are made at once', async () => {
    const [first, second] = await Promise.all([changeSettings({ theme: 'dark' }), changeSettings({ syncHours: 12 })]);
    expect(first).toEqual({ ...DEFAULTS, theme: 'dark' });
    expect(second).toEqual({ ...DEFAULTS, theme: 'dark', syncHours: 12 });
    expect(await readSettings()).toEqual(second);
  });
  it('by the next change too after one that could not be kept', async () => {
    failing.set('storage.local.set', new Error('QuotaExceeded'));
    await expect(changeSettings({ theme: 'dark' })).rejects.toThrow('QuotaExceeded');
    failing.clear();
    expect(await changeSettings({ syncHours: 12 })).toEqual({ ...DEFAULTS, syncHours: 12 });
  });
  it('without a change that no setting allows', async () => {
    await changeSettings({ theme: 'dark' });
    expect(await changeSettings({ syncHours: 1000 })).toEqual({ ...DEFAULTS, theme: 'dark' });
    expect(callsOf('storage.local.set')).toHaveLength(2);
  });
});

it('a change is told to whoever listens, as settings; other entries and other areas are not', () => {
  const heard: unknown[] = [];
  onSettingsChange((settings) => heard.push(settings));
  fire('storage', { settings: { newValue: { theme: 'dark', syncHours: 'often' } } }, 'local');
  fire('storage', { settings: { newValue: { theme: 'light' } } }, 'session');
  fire('storage', { silenced: { newValue: [] } }, 'local');
  expect(heard).toEqual([{ ...DEFAULTS, theme: 'dark' }]);
  // Removed: as on the first day.
  fire('storage', { settings: { oldValue: { theme: 'dark' } } }, 'local');
  expect(heard[1]).toEqual(DEFAULTS);
});

describe('Settings as a file', () => {
  it('are read by people: one member a line, one line end last', () => {
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
  ])('that say %s are refused with the member at fault', (text, words) => {
    expect(() => importSettings(text)).toThrow(words);
    expect(() => importSettings(text)).toThrow(/Nothing was changed\.$/);
  });
});
