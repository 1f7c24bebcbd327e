// @vitest-environment happy-dom
/** Each status in the details: its mark, and the page that tells how to challenge the series. */
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import type { SiteFound } from '../../src/messages.ts';
import { SHAPES } from '../../src/marks.ts';
import { Meaning } from '../../src/popup/Meaning.tsx';
import { exampleSeries } from '../fixtures.ts';

function drawn(challenge: SiteFound['library']['series'][string]['challenge'], more: object = {}): HTMLElement {
  const series = { ...exampleSeries, challenge };
  const status = { series: series.id, status: 'listed', first: '2020', last: '2020', editions: ['2020'], ...more };
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
  return root;
}

it('The page on how to challenge a series is named by its host, because it need not be the issuer’s', () => {
  const root = drawn({ text: 'Go to court.', url: 'https://www.law-reports.example/appeals' });
  const link = root.querySelector<HTMLAnchorElement>('.says a')!;
  expect([link.textContent, link.href]).toEqual(['(law-reports.example)', 'https://www.law-reports.example/appeals']);
});

it('A listing that the newest editions do not repeat has the weaker mark here, too', () => {
  const pathOf = (more: object) => drawn({ text: 'None.' }, more).querySelector('.says .mark path')!.getAttribute('d');
  expect(pathOf({})).toBe(SHAPES.listed[0]!.attributes['d']);
  expect(pathOf({ notInNewest: true })).toBe(SHAPES['listed-earlier'][0]!.attributes['d']);
});
