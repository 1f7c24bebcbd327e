/** On the real records: each cell and each line says what the record holds, told anew here from the raw records. */
import { expect, it, test } from 'vitest';
import type { CellState } from '../../../src/list/edition-cells.ts';
import { countryName } from '../../../src/words/countries.ts';
import { readDataset } from '../../../src/pipeline/dataset.ts';
import { citedBy } from '../../../src/ui/citations/cited.ts';
import { cite } from '../../../src/ui/citations/formats.ts';
import { captionLine } from '../../../src/ui/timeline/captions.ts';
import { picture } from '../../../src/ui/timeline/picture.ts';
import { itemsOf, type Cell } from '../../../src/ui/timeline/rows.ts';
import { told } from './report.ts';
import type { Told } from '../../../src/ui/timeline/told.ts';

const { dataset } = readDataset('data');
const series = new Map(dataset.series.map((each) => [each.id, each]));
const marketsOf = (host: string) => dataset.markets.filter(({ domains }) => domains.some(({ name }) => name === host));
const firstIn = (country: string) =>
  dataset.markets.find(({ events }) =>
    events.some(({ source, domains }) => {
      const of = dataset.sources.find(({ id }) => id === source)!.series;
      return (
        domains !== 'market-only' && series.get(of)!.jurisdiction === country && /order/.test(series.get(of)!.evidence)
      );
    }),
  )!.domains[0]!.name;
const hosts = [...new Set(dataset.markets.flatMap(({ domains }) => domains.map(({ name }) => name)))];
const shown = hosts.flatMap((host) => {
  const report = told(dataset, host);
  return report.history.some(({ bearing }) => bearing !== 'family') ? [{ host, report, drawn: picture(report) }] : [];
});

function expected(cell: Cell, { markets }: Told): CellState[] {
  const source = dataset.sources.find(({ id }) => id === cell.caption.cites?.source);
  if (!source) return ['no-edition'];
  const says = markets.flatMap(({ id, domains }) =>
    dataset.markets
      .find((market) => market.id === id)!
      .events.filter((event) => event.source === source.id)
      .map((event) => ({ event, own: domains.filter(({ matched }) => matched) })),
  );
  const namings = says.filter(({ event }) => event.kind === 'listed' || event.kind === 'named');
  if (namings.some(({ event, own }) => own.some(({ name }) => event.domains.includes(name)))) return ['address'];
  const byName = namings.filter(({ event }) => event.domains === 'market-only');
  // A name tells nothing of a domain that the market did not use then.
  const dated = byName.some(({ own }) => own.some((domain) => domain.from ?? domain.until ?? domain.changedHands));
  if (byName.length) return dated ? ['name', 'elsewhere'] : ['name'];
  if (namings.length) return ['elsewhere'];
  if (says.some(({ event }) => event.kind === 'delisted')) return ['removed'];
  return [source.complete ? 'silent' : 'not-complete'];
}

test.each([
  'thepiratebay.org',
  'rarbg.to',
  'rutracker.org',
  'annas-archive.org',
  'sci-hub.se',
  firstIn('IT'),
  firstIn('PE'),
])('%s has a picture, and each mark in it its date, act and citation', (host) => {
  const { drawn, report } = shown.find((each) => each.host === host)!;
  const items = drawn.rows.flatMap(itemsOf);
  expect(items.length).toBeGreaterThan(0);
  for (const { caption } of items) {
    expect(captionLine(caption)).not.toMatch(/undefined|NaN|null/);
    if (caption.cites)
      expect(cite(citedBy({ history: [caption.cites], library: report.library }), 'apa', '2026-11-28')).toMatch(
        /https?:/,
      );
  }
});

it('Each cell of each host says what the record holds of this edition and this domain', () => {
  const wrong = shown.flatMap(({ host, report, drawn }) =>
    drawn.rows.flatMap(({ label, cells }) =>
      cells.flatMap((cell) =>
        expected(cell, report).includes(cell.state) ? [] : [`${host}, ${label} ${cell.edition}: ${cell.state}`],
      ),
    ),
  );
  expect(shown.length).toBeGreaterThan(1500);
  expect(wrong).toEqual([]);
});

it('A country is solid where a status says that its order is shown in force, and nowhere else', () => {
  const wrong = shown.flatMap(({ host, report, drawn }) => {
    // Of an earlier owner, and of a domain that is never flagged, the picture shows acts that give no status.
    const hasNone = report.history.some(({ earlierOwner }) => earlierOwner);
    const withheld = marketsOf(host).some(({ domains }) =>
      domains.some((domain) => domain.name === host && domain.withheld),
    );
    if (hasNone || withheld) return [];
    const standing = (status: string) =>
      report.result.series
        .filter((each) => each.status === status && series.get(each.series)!.evidence !== 'voluntary-agreement')
        .map((each) => countryName(series.get(each.series)!.jurisdiction!))
        .sort();
    const solid = drawn.rows.filter(
      ({ label, lines }) => !label.includes(', ') && lines.some(({ kind }) => kind === 'in-force'),
    );
    const unknown = drawn.rows.filter(
      ({ label, lines }) => !label.includes(', ') && lines.some(({ kind }) => kind === 'not-known'),
    );
    const inForce = [...new Set(standing('blocked'))];
    const open = new Set([...standing('blocked'), ...standing('block-ordered')]);
    return [
      ...(solid
        .map(({ label }) => label)
        .sort()
        .join() === inForce.join()
        ? []
        : [`${host}: solid`]),
      ...unknown.flatMap(({ label }) => (open.has(label) ? [] : [`${host}: dashed ${label}`])),
    ];
  });
  expect(shown.some(({ drawn }) => drawn.rows.some(({ lines }) => lines.some(({ kind }) => kind === 'in-force')))).toBe(
    true,
  );
  expect(wrong).toEqual([]);
});
