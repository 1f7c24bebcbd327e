// @vitest-environment happy-dom
/**
 * What the settings page shows is what is stored, whoever stored it; and it never says that something was done that was
 * not.
 */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Question } from '../../src/messages.ts';
import type { Settings } from '../../src/settings.ts';
import type * as Platform from '../background/platform.ts';
import { exampleSeries } from '../fixtures.ts';

const SERIES = [exampleSeries, { ...exampleSeries, id: 'xx-orders', label: 'Example orders' }];
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

const turn = () => vi.advanceTimersByTimeAsync(50);
const text = () => document.body.textContent;
const stored = async () => (await platform.browser.storage.local.get('settings')) as { settings?: Settings };
const field = () => document.querySelector('textarea')!;
const press = async (label: string) => {
  [...document.querySelectorAll('button')].find((button) => button.textContent === label)!.click();
  await turn();
};
const type = async (typed: string) => {
  field().value = typed;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await turn();
};

async function open(settings?: Partial<Settings>): Promise<void> {
  if (settings) await platform.browser.storage.local.set({ settings });
  document.body.innerHTML = /<div id="app">.*<\/div>/.exec(readFileSync('src/options/index.html', 'utf8'))![0];
  await import('../../src/options/main.tsx');
  await turn();
}
async function bring(file: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { configurable: true, value: [{ text: () => Promise.resolve(file) }] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await turn();
}

it('Imported addresses are shown, and kept by the next save', async () => {
  await open();
  await type('https://typed.example/');
  await bring(exported({ listAddresses: [MIRROR] }));
  expect(text()).toContain('Imported.');
  expect(field().value).toBe(MIRROR);
  await type(`${field().value}\nhttps://second.example`);
  await press('Save addresses');
  expect((await stored()).settings?.listAddresses).toEqual([MIRROR, 'https://second.example/']);
  expect(field().value).toBe(`${MIRROR}\nhttps://second.example/`);
  await press('Back to the defaults');
  expect(field().value).toBe('');
});

it('An address that cannot be used is said with the reason, and changes nothing', async () => {
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

it('“Imported.” is never said where nothing could be saved, and what is stored is shown', async () => {
  await open({ listAddresses: [MIRROR] });
  platform.failing.set('storage.local.set', new Error('quota'));
  await bring(exported({ listAddresses: ['https://other.example/'] }));
  expect(text()).toContain('Not saved: quota.');
  expect(text()).toContain('Not imported: quota.');
  expect(text()).not.toContain('Imported.');
  expect(field().value).toBe(MIRROR);
  platform.failing.clear();
  await bring(exported({}));
  expect(text()).toContain('Imported.');
  expect(text()).not.toContain('Not saved');
});

it('Typed addresses that could not be saved stay in the field', async () => {
  await open({ listAddresses: [MIRROR] });
  platform.failing.set('storage.local.set', new Error('quota'));
  await type('https://typed.example/');
  await press('Save addresses');
  expect(field().value).toBe('https://typed.example/');
});

it('Only series that there are count, however many a file names', async () => {
  await open();
  await bring(
    exported({
      seriesIgnored: ['xx-orders', ...Array.from({ length: 900 }, (_, n) => `none-${n}`)],
      jurisdictions: ['US', 'ZZ'],
    }),
  );
  expect(text()).toContain('Which series count (1 of 2)');
  expect(text()).toContain('Jurisdictions said first (1)');
  await bring(exported({ seriesIgnored: Array.from({ length: 100_000 }, (_, n) => `none-${n}`) }));
  expect(text()).toContain('“settings.seriesIgnored”: expected at most 1000 series. Nothing was changed.');
});

it('What another tab has changed is shown, and not undone by the next change', async () => {
  await open();
  const other = { ...(await stored()).settings, seriesIgnored: ['xx-list'] };
  await platform.browser.storage.local.set({ settings: other });
  platform.fire('storage', { settings: { newValue: other } }, 'local');
  await turn();
  expect(text()).toContain('Which series count (1 of 2)');
  const boxes = [...document.querySelectorAll<HTMLLabelElement>('label')];
  boxes
    .find((each) => each.textContent.startsWith('Example orders'))!
    .querySelector('input')!
    .click();
  await turn();
  expect((await stored()).settings?.seriesIgnored).toEqual(['xx-list', 'xx-orders']);
});
