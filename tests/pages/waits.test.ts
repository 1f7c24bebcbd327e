// @vitest-environment happy-dom
/** No page stays blank: if the worker or the browser never answers, the page shows that, with a button to try again. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Question } from '../../src/messages.ts';
import type * as Platform from '../background/platform.ts';

const REPORT = { lookUp: 'impossible', reason: 'Only web pages.', list: { state: 'none', lastSync: null } };
const ANSWERS: Partial<Record<Question, unknown>> = {
  site: REPORT,
  list: REPORT.list,
  records: null,
  series: [],
  registers: [],
};

let platform: typeof Platform;
/** Questions that the worker never answers. */
let unanswered: Set<Question>;

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  unanswered = new Set();
  platform = await import('../background/platform.ts');
  vi.doMock('webextension-polyfill', () => ({ default: platform.browser }));
  const sendMessage = ({ question }: { question: Question }) =>
    unanswered.has(question) ? new Promise(() => undefined) : Promise.resolve({ value: ANSWERS[question] });
  vi.stubGlobal('chrome', { runtime: { sendMessage }, permissions: platform.browser.permissions });
});
afterEach(() => void vi.useRealTimers());

const open = async (page: 'popup' | 'options' | 'welcome' | 'explorer') => {
  document.body.innerHTML = /<div id="app">.*<\/div>/.exec(readFileSync(`src/${page}/index.html`, 'utf8'))![0];
  await import(`../../src/${page}/main.tsx`);
};
const text = () => document.body.textContent;
const press = (label: string) =>
  [...document.querySelectorAll('button')].find((button) => button.textContent === label)!.click();
/** Longer than the timeout of any question or call. */
const wait = () => vi.advanceTimersByTimeAsync(11_000);

describe('The popup', () => {
  it('shows that it waits, then the reason why no answer came, and can try again', async () => {
    unanswered.add('site');
    await open('popup');
    expect(text()).toBe('Looking it up…');
    await wait();
    expect(text()).toMatch(/^Listmark cannot answer: the browser did not answer within 10 seconds\./);
    unanswered.clear();
    press('Try again');
    await vi.advanceTimersByTimeAsync(0);
    expect(text()).toContain('This page is not checked');
    expect(text()).not.toContain('cannot answer');
  });
  it('appears without the settings and the permissions, and shows an error if the tab cannot be read', async () => {
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
  it('shows an error if a sync never ends', async () => {
    unanswered.add('refresh');
    await open('popup');
    await vi.advanceTimersByTimeAsync(0);
    press('Check now');
    await vi.advanceTimersByTimeAsync(300_000);
    expect(text()).toContain('the browser did not answer within 300 seconds');
    // The page keeps its content.
    expect(text()).toContain('This page is not checked');
    expect(text()).not.toContain('cannot answer');
  });
});

describe('The settings', () => {
  it('appear although the worker does not answer, and show what is not known', async () => {
    unanswered.add('series').add('registers');
    await open('options');
    expect(text()).toBe('Reading the settings…');
    await wait();
    expect(text()).toContain('Which registers you added is not known: the browser did not answer within 10 seconds');
  });
  it('show an error if they cannot be read, and can try again', async () => {
    platform.hung.add('storage.local.get');
    await open('options');
    await wait();
    expect(text()).toMatch(/^Listmark cannot read its settings: the browser did not answer within 2 seconds\./);
    platform.hung.clear();
    press('Try again');
    await vi.advanceTimersByTimeAsync(0);
    expect(text()).toContain('Badge inside pages');
  });
  it('show an error if they cannot be saved', async () => {
    await open('options');
    await vi.advanceTimersByTimeAsync(0);
    platform.hung.add('storage.local.set');
    document.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await wait();
    expect(text()).toContain('Not saved: the browser did not answer within 2 seconds.');
  });
});

it('The welcome page appears without any answer', async () => {
  for (const name of ['storage.local.get', 'permissions.contains']) platform.hung.add(name);
  await open('welcome');
  await wait();
  expect(text()).toContain('Keep the mark in sight');
});

describe('The explorer', () => {
  it('shows that it waits, then the reason why no answer came, and can try again', async () => {
    unanswered.add('records');
    await open('explorer');
    expect(text()).toBe('Reading the list…');
    await wait();
    expect(text()).toMatch(/^Listmark cannot read the list: the browser did not answer within 10 seconds\./);
    unanswered.clear();
    press('Try again');
    await vi.advanceTimersByTimeAsync(0);
    expect(text()).toContain('The list is not loaded, so whether a site is named is not known.');
  });
});
