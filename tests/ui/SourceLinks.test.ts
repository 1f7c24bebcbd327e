// @vitest-environment happy-dom
/** Tests the link to an archived copy here and not in a browser: no source in the record has an archived copy yet. */
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import type { HistoryEvent } from '../../src/list/status.ts';
import { SourceLinks } from '../../src/ui/SourceLinks.tsx';
import { exampleSource } from '../fixtures.ts';

it('A source links everything that was read by host, and its copies, each once', () => {
  const source = {
    ...exampleSource,
    url: 'https://office.example/list',
    archived: 'https://archive.example/2024/list',
    copies: ['https://www.copy.example/list.pdf', 'https://other.example/list.pdf'],
    read: [
      { url: 'https://office.example/list', as: 'act' as const },
      { url: 'https://www.paper.example/story', as: 'report' as const },
    ],
  };
  const root = document.createElement('div');
  render(h(SourceLinks, { source, evidence: 'government-list' }), root);
  expect([...root.querySelectorAll('a')].map((link) => [link.textContent, link.href])).toEqual([
    ['the list itself, read (office.example)', 'https://office.example/list'],
    ['report, read (paper.example)', 'https://www.paper.example/story'],
    ['archived', 'https://archive.example/2024/list'],
    ['copy, not read (copy.example)', 'https://www.copy.example/list.pdf'],
    ['copy, not read (other.example)', 'https://other.example/list.pdf'],
  ]);
});

it('A row of the history links to one copy that was not read, after what was read', () => {
  const source = { ...exampleSource, copies: ['https://copy.example/1.pdf', 'https://copy.example/2.pdf'] };
  const event = { verification: 'report', readAt: 'https://paper.example/story' } as HistoryEvent;
  const root = document.createElement('div');
  render(h(SourceLinks, { source, evidence: 'court-order', event }), root);
  expect([...root.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'report, read',
    'copy, not read (copy.example)',
  ]);
});

it('An event links what was read as read, and the address of an act that nobody read as that', () => {
  const read = [{ url: 'https://paper.example/story', as: 'report' as const }];
  const source = { ...exampleSource, url: 'https://office.example/list', read };
  const event = { verification: 'report', readAt: 'https://paper.example/story' } as HistoryEvent;
  const root = document.createElement('div');
  render(h(SourceLinks, { source, evidence: 'court-order', event }), root);
  expect([...root.querySelectorAll('a')].map((link) => [link.textContent, link.href])).toEqual([
    ['report, read', 'https://paper.example/story'],
    ['the court’s decision itself, not read', 'https://office.example/list'],
  ]);
});
