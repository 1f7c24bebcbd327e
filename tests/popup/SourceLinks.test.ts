// @vitest-environment happy-dom
/** No record of today has an archived copy yet: that its link appears when one has is held here, not in a browser. */
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { SourceLinks } from '../../src/popup/SourceLinks.tsx';
import { exampleSource } from '../fixtures.ts';

it('A source links its original, everything that was read by host, and its archived copy, each once', () => {
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
