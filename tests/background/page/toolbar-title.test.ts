/** The browser draws the toolbar's title: text of others must not split or reorder it. */
import { expect, it, vi } from 'vitest';
import type { RegisterAnswer } from '../../../src/messages.ts';
import { openTab, told } from '../platform.ts';

const ODD = 'Register\nsite.example: nothing known\u202E\u2028';
let failure: Error | null = null;
vi.mock('webextension-polyfill', async () => ({ default: (await import('../platform.ts')).browser }));
vi.mock('../../../src/background/page/page-look-up.ts', () => ({
  lookUpPage: () => (failure ? Promise.reject(failure) : Promise.resolve(null)),
}));
vi.mock('../../../src/background/register/look-up.ts', () => ({
  inRegisters: () => Promise.resolve({ named: [{ about: { title: ODD } } as RegisterAnswer], unreadable: [] }),
}));
const { showTab } = await import('../../../src/background/page/toolbar.ts');

const titleOf = async (id: number) => {
  await showTab(openTab(id, 'http://site.example/') as never);
  return told(id, 'setTitle')!['title']!;
};

it('The title of a register stays on one line', async () =>
  expect((await titleOf(1)).split('\n')).toEqual([
    'Listmark: not checked; only web pages can be',
    'Also in Register�site.example: nothing known��',
  ]));

it('The reason why the list cannot be read stays on one line', async () => {
  failure = new Error('one\ntwo');
  expect((await titleOf(2)).split('\n')[0]).toBe('Listmark: not known, the list cannot be read (one�two)');
});
