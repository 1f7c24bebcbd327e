// @vitest-environment happy-dom
/** Tests how the popup names the page that tells how to challenge a series. */
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import type { SiteFound } from '../../src/messages.ts';
import { Meaning } from '../../src/popup/Meaning.tsx';
import { exampleSeries } from '../fixtures.ts';

it('The page on how to challenge a series is named by its host, because it need not be the issuer’s', () => {
  const series = {
    ...exampleSeries,
    challenge: { text: 'Go to court.', url: 'https://www.law-reports.example/appeals' },
  };
  const status = { series: series.id, status: 'listed', first: '2020', last: '2020', editions: ['2020'] };
  const report = {
    host: 'x.example.org',
    markets: [],
    result: { series: [status] },
    list: { state: 'none' },
    asOf: '2026-11-20',
    readOn: '2026-11-20',
    library: { series: { [series.id]: series }, sources: {}, markets: {} },
  } as unknown as SiteFound;
  const root = document.createElement('div');
  render(h(Meaning, { report, tile: null }), root);
  const link = root.querySelector<HTMLAnchorElement>('.says a')!;
  expect([link.textContent, link.href]).toEqual(['(law-reports.example)', 'https://www.law-reports.example/appeals']);
});
