// @vitest-environment happy-dom
/** Tests the link to an archived copy here and not in a browser: no source in the record has an archived copy yet. */
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { SourceLinks } from '../../src/popup/SourceLinks.tsx';
import { exampleSource } from '../fixtures.ts';

it('A source has one link each to its original, to every address that was read, and to its archived copy', () => {
  const source = {
    ...exampleSource,
    url: 'https://office.example/list',
    archived: 'https://archive.example/2024/list',
    read: [
      { url: 'https://office.example/list', as: 'act' as const },
      { url: 'https://www.paper.example/story', as: 'report' as const },
    ],
  };
  const root = document.createElement('div');
  render(h(SourceLinks, { source }), root);
  expect([...root.querySelectorAll('a')].map((link) => [link.textContent, link.href])).toEqual([
    ['original', 'https://office.example/list'],
    ['report (paper.example)', 'https://www.paper.example/story'],
    ['archived', 'https://archive.example/2024/list'],
  ]);
});
