// @vitest-environment happy-dom
/**
 * The settings page always shows what is stored, also after another tab changed it, and never reports a failed action
 * as done.
 */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Series } from '../../src/list/records.ts';
import type { Question } from '../../src/messages.ts';
import type { Settings } from '../../src/settings.ts';
import type * as Platform from '../background/platform.ts';
import { exampleSeries } from '../fixtures.ts';

const SERIES = [exampleSeries, { ...exampleSeries, id: 'xx-orders', label: 'Example orders' }];
const OF_KINDS: Series[] = (
  [
    ['zz-b', 'Beta court', 'court-order'],
    ['aa-a', 'alpha court', 'court-order'],
    ['xx-asks', 'Example asks', 'industry-submission'],
    ['xx-reports', 'Reports', 'report'],
  ] as const
).map(([id, label, evidence]) => ({ ...exampleSeries, id, label, evidence }));
const ANSWERS: Partial<Record<Question, unknown>> = { series: SERIES, registers: [] };
const MIRROR = 'https://mirror.example/v1/';

let platform: typeof Platform;
let exported: (settings: Partial<Settings>) => string;

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  platform = await import('../background/platform.ts');
  vi.doMock('webextension-polyfill', () => ({ default: platform.browser }));
  const sendMessage = ({ question }: { question: Question }) => Promise.resolve({ value: ANSWERS[question] });
  vi.stubGlobal('chrome', { runtime: { sendMessage }, permissions: platform.browser.permissions });
  const { DEFAULTS, exportSettings } = await import('../../src/settings.ts');
  exported = (settings) => exportSettings({ ...DEFAULTS, ...settings });
});
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(50);
const text = () => document.body.textContent;
const stored = async () => (await platform.browser.storage.local.get('settings')) as { settings?: Settings };
const field = () => document.querySelector('textarea')!;
const press = async (label: string) => {
  [...document.querySelectorAll('button')].find((button) => button.textContent === label)!.click();
  await settle();
};
const type = async (typed: string) => {
  field().value = typed;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
};

async function open(settings?: Partial<Settings>): Promise<void> {
  if (settings) await platform.browser.storage.local.set({ settings });
  document.body.innerHTML = /<div id="app">.*<\/div>/.exec(readFileSync('src/options/index.html', 'utf8'))![0];
  await import('../../src/options/main.tsx');
  await settle();
}
async function importFile(file: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { configurable: true, value: [{ text: () => Promise.resolve(file) }] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

it('Imported addresses are shown, and the next save keeps them', async () => {
  await open();
  await type('https://typed.example/');
  await importFile(exported({ listAddresses: [MIRROR] }));
  expect(text()).toContain('Imported.');
  expect(field().value).toBe(MIRROR);
  await type(`${field().value}\nhttps://second.example`);
  await press('Save addresses');
  expect((await stored()).settings?.listAddresses).toEqual([MIRROR, 'https://second.example/']);
  expect(field().value).toBe(`${MIRROR}\nhttps://second.example/`);
  await press('Back to the defaults');
  expect(field().value).toBe('');
});

it('An unusable address is reported with the reason, and changes nothing', async () => {
  await open({ listAddresses: [MIRROR] });
  await type(`${MIRROR}\nhttps://192.168.1.1/`);
  await press('Save addresses');
  expect(text()).toContain(
    '“https://192.168.1.1/”: expected the name of a host, not an IP address. Nothing was changed.',
  );
  await type(Array.from({ length: 6 }, (_, n) => `https://m${n}.example/`).join('\n'));
  await press('Save addresses');
  expect(text()).toContain('At most 5 addresses, one a line; these are 6. Nothing was changed.');
  expect((await stored()).settings?.listAddresses).toEqual([MIRROR]);
});

it('“Imported.” is not shown if saving failed, and the page shows what is stored', async () => {
  await open({ listAddresses: [MIRROR] });
  platform.failing.set('storage.local.set', new Error('quota'));
  await importFile(exported({ listAddresses: ['https://other.example/'] }));
  expect(text()).toContain('Not saved: quota.');
  expect(text()).toContain('Not imported: quota.');
  expect(text()).not.toContain('Imported.');
  expect(field().value).toBe(MIRROR);
  platform.failing.clear();
  await importFile(exported({}));
  expect(text()).toContain('Imported.');
  expect(text()).not.toContain('Not saved');
});

it('Typed addresses stay in the field if saving failed', async () => {
  await open({ listAddresses: [MIRROR] });
  platform.failing.set('storage.local.set', new Error('quota'));
  await type('https://typed.example/');
  await press('Save addresses');
  expect(field().value).toBe('https://typed.example/');
});

it('Only existing series are counted, whatever an imported file names', async () => {
  await open();
  await importFile(
    exported({
      seriesIgnored: ['xx-orders', ...Array.from({ length: 900 }, (_, n) => `none-${n}`)],
      jurisdictions: ['US', 'ZZ'],
    }),
  );
  expect(text()).toContain('Government lists (1 of 2)');
  expect(text()).toContain('Countries and the EU (1 of 1 chosen)');
  await importFile(exported({ seriesIgnored: Array.from({ length: 100_000 }, (_, n) => `none-${n}`) }));
  expect(text()).toContain('“settings.seriesIgnored”: expected at most 1000 series. Nothing was changed.');
});

it('A change made in another tab is shown, and the next change keeps it', async () => {
  await open();
  const other = { ...(await stored()).settings, seriesIgnored: ['xx-list'] };
  await platform.browser.storage.local.set({ settings: other });
  platform.fire('storage', { settings: { newValue: other } }, 'local');
  await settle();
  expect(text()).toContain('Government lists (1 of 2)');
  const boxes = [...document.querySelectorAll<HTMLLabelElement>('label')];
  boxes
    .find((each) => each.textContent.startsWith('Example orders'))!
    .querySelector('input')!
    .click();
  await settle();
  expect((await stored()).settings?.seriesIgnored).toEqual(['xx-list', 'xx-orders']);
});

it('Lists and orders stand by kind of act and by name; each kind is taken in or left out as a whole, and no other with it', async () => {
  vi.stubGlobal('chrome', {
    runtime: {
      sendMessage: ({ question }: { question: Question }) =>
        Promise.resolve({ value: question === 'series' ? [...SERIES, ...OF_KINDS] : ANSWERS[question] }),
    },
    permissions: platform.browser.permissions,
  });
  await open({ seriesIgnored: ['xx-asks', 'not-in-this-list'] });
  const kinds = () =>
    [...document.querySelectorAll('details')].map((each) => [
      each.querySelector('summary')!.textContent,
      ...[...each.querySelectorAll('.switch')].map((label) => label.textContent.replace(/ Example watch list$/, '')),
    ]);
  expect(kinds()).toEqual([
    ['Government lists (2 of 2)', 'Example list', 'Example orders'],
    ['Court orders (2 of 2)', 'alpha court', 'Beta court'],
    ['Requests by industry bodies (0 of 1)', 'Example asks'],
    ['Countries and the EU (none of 1 chosen)', 'United States'],
  ]);
  const pressNamed = async (name: string) => {
    document.querySelector<HTMLElement>(`[aria-label="${name}"]`)!.click();
    await settle();
    return [...(await stored()).settings!.seriesIgnored].sort();
  };
  expect(await pressNamed('None: Court orders')).toEqual(['aa-a', 'not-in-this-list', 'xx-asks', 'zz-b']);
  expect(kinds()[1]![0]).toBe('Court orders (0 of 2)');
  expect(await pressNamed('All: Requests by industry bodies')).toEqual(['aa-a', 'not-in-this-list', 'zz-b']);
  expect(await pressNamed('All: Court orders')).toEqual(['not-in-this-list']);
});

it('A choice stays as made while it is being saved, whatever news of earlier stored settings arrives', async () => {
  await open({ theme: 'light' });
  const dark = [...document.querySelectorAll<HTMLLabelElement>('label')]
    .find((each) => each.textContent === 'Dark')!
    .querySelector('input')!;
  dark.click();
  platform.fire('storage', { settings: { newValue: { theme: 'light' } } }, 'local');
  await Promise.resolve();
  expect(document.documentElement.style.colorScheme).toBe('dark');
  await settle();
  expect(dark.checked).toBe(true);
  expect((await stored()).settings?.theme).toBe('dark');
});
