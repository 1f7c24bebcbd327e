// @vitest-environment happy-dom
/** No page of ours stays blank: a worker or a browser that never answers is said, with a way to ask once more. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Question } from '../../src/messages.ts';
import type * as Platform from '../background/platform.ts';

const REPORT = { lookUp: 'impossible', reason: 'Only web pages.', list: { state: 'none', lastSync: null } };
const ANSWERS: Partial<Record<Question, unknown>> = { site: REPORT, series: [], registers: [] };

let platform: typeof Platform;
/** Questions that nobody answers. */
let silent: Set<Question>;

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  silent = new Set();
  platform = await import('../background/platform.ts');
  vi.doMock('webextension-polyfill', () => ({ default: platform.browser }));
  const sendMessage = ({ question }: { question: Question }) =>
    silent.has(question) ? new Promise(() => undefined) : Promise.resolve({ value: ANSWERS[question] });
  vi.stubGlobal('chrome', { runtime: { sendMessage }, permissions: platform.browser.permissions });
});
afterEach(() => void vi.useRealTimers());

const open = async (page: 'popup' | 'options' | 'welcome') => {
  document.body.innerHTML = /<div id="app">.*<\/div>/.exec(readFileSync(`src/${page}/index.html`, 'utf8'))![0];
  await import(`../../src/${page}/main.tsx`);
};
const text = () => document.body.textContent;
const press = (label: string) =>
  [...document.querySelectorAll('button')].find((button) => button.textContent === label)!.click();
/** A little longer than anything may take. */
const wait = () => vi.advanceTimersByTimeAsync(11_000);

describe('The popup', () => {
  it('says that it waits, then why no answer comes, and asks once more', async () => {
    silent.add('site');
    await open('popup');
    expect(text()).toBe('Looking it up…');
    await wait();
    expect(text()).toMatch(/^Listmark cannot answer: the browser did not answer within 10 seconds\./);
    silent.clear();
    press('Try again');
    await vi.advanceTimersByTimeAsync(0);
    expect(text()).toContain('This page is not checked');
    expect(text()).not.toContain('cannot answer');
  });
  it('is drawn where the settings and the permissions cannot be read, and says so where the tab cannot', async () => {
    for (const name of ['storage.local.get', 'permissions.contains']) platform.hung.add(name);
    await open('popup');
    await vi.advanceTimersByTimeAsync(0);
    expect(text()).toContain('This page is not checked');
    platform.hung.add('tabs.query');
    vi.resetModules();
    await open('popup');
    await wait();
    expect(text()).toContain('Listmark cannot answer');
  });
  it('says so where a check for a newer list never ends', async () => {
    silent.add('refresh');
    await open('popup');
    await vi.advanceTimersByTimeAsync(0);
    press('Check now');
    await vi.advanceTimersByTimeAsync(300_000);
    expect(text()).toContain('the browser did not answer within 300 seconds');
    // What was shown stays.
    expect(text()).toContain('This page is not checked');
    expect(text()).not.toContain('cannot answer');
  });
});

describe('The settings', () => {
  it('are drawn though the worker is silent, and say what is not known', async () => {
    silent.add('series').add('registers');
    await open('options');
    expect(text()).toBe('Reading the settings…');
    await wait();
    expect(text()).toContain('Which registers you added is not known: the browser did not answer within 10 seconds');
  });
  it('say so where they cannot be read, and read them once more', async () => {
    platform.hung.add('storage.local.get');
    await open('options');
    await wait();
    expect(text()).toMatch(/^Listmark cannot read its settings: the browser did not answer within 2 seconds\./);
    platform.hung.clear();
    press('Try again');
    await vi.advanceTimersByTimeAsync(0);
    expect(text()).toContain('Badge inside pages');
  });
  it('say so where they cannot be saved', async () => {
    await open('options');
    await vi.advanceTimersByTimeAsync(0);
    platform.hung.add('storage.local.set');
    document.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await wait();
    expect(text()).toContain('Not saved: the browser did not answer within 2 seconds.');
  });
});

it('The welcome page is drawn without any answer', async () => {
  for (const name of ['storage.local.get', 'permissions.contains']) platform.hung.add(name);
  await open('welcome');
  await wait();
  expect(text()).toContain('Keep the mark in sight');
});
