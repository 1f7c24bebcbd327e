// @vitest-environment happy-dom
/** The frame of the explorer: a day that was typed is chosen in the view that the address names by then. */
import { h, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';

vi.doMock('webextension-polyfill', () => ({ default: {} }));
const { Explorer } = await import('../../src/explorer/Explorer.tsx');

afterEach(() => vi.useRealTimers());

it('A typed day waits for the last key, and keeps a view that was opened meanwhile', async () => {
  vi.useFakeTimers();
  location.hash = '#search?q=bay';
  const root = document.createElement('div');
  document.body.append(root);
  const whole = { state: 'none', lastSync: null, hasAddress: true } as const;
  render(h(Explorer, { whole, refresh: () => Promise.resolve() }), root);
  await vi.advanceTimersByTimeAsync(100);
  const field = root.querySelector<HTMLInputElement>('input[type=date]')!;
  field.value = '2020-01-01';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(300);
  expect(location.hash).toBe('#search?q=bay');
  // A link, followed before the pause is over.
  history.pushState(null, '', '#country/pe');
  await vi.advanceTimersByTimeAsync(400);
  expect(location.hash).toBe('#country/pe?asOf=2020-01-01');
});
