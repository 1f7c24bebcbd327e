// @vitest-environment happy-dom
/** The button for the full page: what it opens, and that a private window leaves no address in a history. */
import { h, render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { today } from '../../src/today.ts';

const create = vi.fn(() => Promise.resolve({}));
const runtime: Record<string, unknown> = { getURL: (path: string) => `extension://id/${path}` };
vi.doMock('webextension-polyfill', () => ({ default: { tabs: { create }, runtime } }));
const { FullPage } = await import('../../src/popup/FullPage.tsx');

const pressed = async (surroundings: { inTab: boolean; isPrivate: boolean }) => {
  const root = document.createElement('div');
  const where = { url: 'http://market.example/a?b=1', onPaper: false, ...surroundings };
  render(h(FullPage, { asOf: today(), market: undefined, surroundings: where }), root);
  const button = root.querySelector('button')!;
  button.click();
  await new Promise((done) => setTimeout(done, 20));
  return { label: button.textContent, said: root.querySelector('[role=status]')?.textContent };
};

beforeEach(() => {
  create.mockClear();
  delete runtime['getBrowserInfo'];
  vi.stubGlobal('close', vi.fn());
  vi.stubGlobal('print', vi.fn());
});

it('From the toolbar it opens the site in a tab', async () => {
  expect(await pressed({ inTab: false, isPrivate: false })).toEqual({ label: 'Full page', said: '' });
  expect(create).toHaveBeenCalledWith({
    url: 'extension://id/src/popup/index.html?url=http%3A%2F%2Fmarket.example%2Fa',
  });
  expect(close).toHaveBeenCalled();
});

it('From a private window Chromium opens nothing, and the popup says why', async () => {
  const { said } = await pressed({ inTab: false, isPrivate: true });
  expect(said).toMatch(/^Not opened: .*private window/);
  expect(create).not.toHaveBeenCalled();
});

it('From a private window Firefox opens it, as its tab is private too', async () => {
  runtime['getBrowserInfo'] = () => undefined;
  await pressed({ inTab: false, isPrivate: true });
  expect(create).toHaveBeenCalled();
});

it('In a tab it prints', async () => {
  expect(await pressed({ inTab: true, isPrivate: false })).toMatchObject({ label: 'Print' });
  expect(print).toHaveBeenCalled();
  expect(create).not.toHaveBeenCalled();
});

it.each([
  ['the market of the site, on the day shown', 'some-market', '2020-01-01', '#market/some-market?asOf=2020-01-01'],
  ['the search, where the site is of no market', undefined, today(), '#search'],
])('In a tab it leads to the explorer: %s', (_, market, asOf, place) => {
  const root = document.createElement('div');
  const surroundings = { url: 'http://market.example/', inTab: true, isPrivate: false, onPaper: false };
  render(h(FullPage, { asOf, market, surroundings }), root);
  expect(root.querySelector('a')!.getAttribute('href')).toBe(`../explorer/index.html${place}`);
});

it('Where the browser refuses the tab, the popup stays and says so', async () => {
  create.mockImplementationOnce(() => Promise.reject(new Error('no window')));
  expect(await pressed({ inTab: false, isPrivate: false })).toMatchObject({ said: 'Not opened: no window.' });
  expect(close).not.toHaveBeenCalled();
});
