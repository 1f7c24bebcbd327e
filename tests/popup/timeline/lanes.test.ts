import { describe, expect, it, test } from 'vitest';
import type { Evidence, Series, Source } from '../../../src/list/records.ts';
import type { HistoryEvent, Library, SeriesStatus } from '../../../src/list/status.ts';
import { picture, position, yearLabels } from '../../../src/popup/timeline/lanes.ts';
import { exampleSeries, exampleSource } from '../../fixtures.ts';

const series = (id: string, evidence: Evidence): Series => ({ ...exampleSeries, id, label: id, evidence });
const edition = (year: number): Source => ({
  ...exampleSource,
  id: `list-${year}`,
  series: 'list',
  edition: String(year),
  date: `${year + 1}-01-10`,
});
const years = [2011, 2012, 2013, 2016, 2017];
const library: Library = {
  series: { list: series('list', 'government-list'), court: series('court', 'court-order') },
  sources: {
    ...Object.fromEntries(years.map((year) => [`list-${year}`, edition(year)])),
    order: { ...exampleSource, id: 'order', series: 'court', date: '2015' },
  },
};
const event = (fields: Partial<HistoryEvent>): HistoryEvent => ({
  date: '2015',
  datePrecision: 'year',
  dateKind: 'decided',
  kind: 'listed',
  series: 'list',
  source: 'list-2011',
  evidence: 'government-list',
  verification: 'act',
  locator: 'p. 1',
  url: 'https://office.example/',
  readAt: 'https://office.example/',
  market: 'm',
  domains: ['market.example'],
  bearing: 'printed',
  inForce: null,
  ...fields,
});
const listed = years.map((year) => event({ source: `list-${year}`, date: `${year + 1}-01-10` }));
const ordered = (inForce: boolean | null, more: Partial<HistoryEvent> = {}) =>
  event({
    kind: 'blocked',
    series: 'court',
    source: 'order',
    order: 'order',
    evidence: 'court-order',
    inForce,
    ...more,
  });

describe('A lane', () => {
  it('has one span for consecutive editions, a mark for each single edition, and gaps between them', () => {
    const { lanes } = picture(listed, [], library, '2026-11-22');
    expect(lanes[0]!.spans).toEqual([{ from: 2011, to: 2014, kind: 'run', words: 'Editions 2011–2013' }]);
    expect(lanes[0]!.marks.map((mark) => mark.at)).toEqual([2016.5, 2017.5]);
  });
  it('marks incomplete editions and editions that name other domains, each with its own shape', () => {
    const status: SeriesStatus = {
      series: 'list',
      status: 'listed',
      first: '2011',
      last: '2018',
      editions: years.map(String),
      gaps: ['2014', '2015'],
      elsewhere: [{ edition: '2018', name: 'Market', domains: ['other.example'] }],
    };
    expect(picture(listed, [status], library, '2026-11-22').lanes[0]!.marks.slice(2)).toEqual([
      { at: 2014.5, shape: 'dashed-square', words: 'Edition 2014: not complete in our record' },
      { at: 2015.5, shape: 'dashed-square', words: 'Edition 2015: not complete in our record' },
      { at: 2018.5, shape: 'open-square', words: 'Edition 2018: names Market on other.example' },
    ]);
  });
  it('notes that an edition printed no address', () => {
    const { lanes } = picture([event({ domains: 'market-only', bearing: 'market-only' })], [], library, '2026-11-22');
    expect(lanes[0]!.marks[0]!.words).toMatch(/, no address printed, /);
  });
  it.each([
    [true, 'in-force', position('2026-11-22')],
    [null, 'not-known', position('2026-11-22')],
  ] as const)('of an order with inForce %s has a span of kind %s that ends on the as-of day', (inForce, kind, to) => {
    expect(picture([ordered(inForce)], [], library, '2026-11-22').lanes[0]!.spans).toMatchObject([
      { from: 2015.5, to, kind },
    ]);
  });
  it('prefers a known force to an unknown one, and never has both for the same time', () => {
    const unknown = { from: 2015.5, to: 2016.5, kind: 'not-known' };
    const known = { from: 2016.5, to: position('2026-11-22'), kind: 'in-force' };
    const later = { source: 'list-2016', order: 'later', date: '2016' };
    expect(picture([ordered(null), ordered(true, later)], [], library, '2026-11-22').lanes[0]!.spans).toMatchObject([
      known,
      unknown,
    ]);
    expect(picture([ordered(true), ordered(null, later)], [], library, '2026-11-22').lanes[0]!.spans).toMatchObject([
      { from: 2015.5, kind: 'in-force' },
    ]);
    expect(picture([ordered(null), ordered(null, later)], [], library, '2026-11-22').lanes[0]!.spans).toHaveLength(1);
  });
  it('of an ended order ends on the date of the end, or has no span if that date is unknown', () => {
    const lifted = ordered(false, { kind: 'unblocked', date: '2019-07' });
    expect(picture([ordered(false), lifted], [], library, '2026-11-22').lanes[0]!.spans).toMatchObject([
      { from: 2015.5, to: position('2019-07'), kind: 'ended' },
    ]);
    expect(picture([ordered(false)], [], library, '2026-11-22').lanes[0]!.spans).toEqual([]);
  });
});

test('Lists come before orders, even if the order is older', () => {
  expect(
    picture([ordered(null, { date: '2001' }), ...listed], [], library, '2026-11-22').lanes.map((lane) => lane.series),
  ).toEqual(['list', 'court']);
});

test('A date of a year or a month is placed in the middle of it', () => {
  expect([position('2012'), position('2012-01'), position('2012-01-01')]).toEqual([2012.5, 2012 + 0.5 / 12, 2012]);
});

test('There are as many year labels as there is room for', () => {
  const timeline = { lanes: [], from: 2008, to: 2027 };
  expect(yearLabels(timeline, 4)).toEqual([2010, 2015, 2020, 2025]);
  expect(yearLabels(timeline, 20)).toHaveLength(19);
});
