import { describe, expect, it, test } from 'vitest';
import type { Market, MarketEvent, Series, Source } from '../../../src/list/records.ts';
import { rowWords } from '../../../src/ui/timeline/InWords.tsx';
import { nextItem } from '../../../src/ui/timeline/keys.ts';
import { picture } from '../../../src/ui/timeline/picture.ts';
import { position, yearLabels } from '../../../src/ui/timeline/time-axis.ts';
import { exampleMarket, exampleSeries, exampleSource } from '../../fixtures.ts';
import { told } from './report.ts';

const HOST = 'market.example';
const list: Series = { ...exampleSeries, id: 'list', label: 'A list' };
const court: Series = {
  ...exampleSeries,
  id: 'court',
  label: 'Italy, courts',
  jurisdiction: 'IT',
  evidence: 'court-order',
};
const ministry: Series = { ...court, id: 'ministry', label: 'Italy, AGCOM', evidence: 'administrative-order' };
const agreed: Series = { ...court, id: 'agreed', label: 'Italy, agreement', evidence: 'voluntary-agreement' };
const asked: Series = {
  ...exampleSeries,
  id: 'asked',
  label: 'A body',
  jurisdiction: null,
  evidence: 'industry-submission',
};
const seizures: Series = { ...court, id: 'seizures', label: 'Italy, seizures', evidence: 'seizure' };
const reports: Series = { ...exampleSeries, id: 'reports', label: 'Reports', jurisdiction: null, evidence: 'report' };

const edition = (year: number, complete: boolean, series = 'list'): Source => ({
  ...exampleSource,
  id: `${series}-${year}`,
  series,
  edition: String(year),
  date: `${year + 1}-01-10`,
  complete,
});
const act = (id: string, series: string, date: string, more: Partial<Source> = {}): Source => {
  const { edition: _, complete: __, stated: ___, ...bare } = exampleSource;
  return { ...bare, id, series, date, dateKind: 'decided', ...more };
};
const event = (kind: MarketEvent['kind'], source: string, more: Partial<MarketEvent> = {}): MarketEvent => ({
  kind,
  source,
  domains: [HOST],
  verification: 'act',
  locator: 'p. 3',
  ...more,
});
function drawn(sources: Source[], events: MarketEvent[], more: Partial<Market> = {}, asOf?: string) {
  const market: Market = { ...exampleMarket('m', HOST), events, ...more };
  market.domains = market.domains.map((domain) => ({ ...domain, source: sources[0]!.id }));
  return picture(
    told({ markets: [market], series: [list, court, ministry, agreed, asked, seizures, reports], sources }, HOST, asOf),
  );
}

describe('A list', () => {
  const sources = [
    edition(2015, false),
    edition(2017, false),
    edition(2018, true),
    edition(2019, true),
    edition(2020, false),
    edition(2021, false),
  ];
  const { rows, range } = drawn(
    sources,
    [
      event('listed', 'list-2015'),
      event('listed', 'list-2017', { domains: 'market-only' }),
      event('listed', 'list-2019', { domains: ['other.example'] }),
      event('delisted', 'list-2021'),
    ],
    {
      domains: [HOST, 'other.example'].map((name) => ({
        name,
        source: 'list-2015',
        verification: 'act',
        locator: 'p. 1',
      })),
    },
  );
  it('is a strip with a cell for each edition, which says what the record holds', () => {
    expect(rows[0]!.cells.map(({ edition, state }) => [edition, state])).toEqual([
      ['2015', 'address'],
      ['2016', 'no-edition'],
      ['2017', 'name'],
      ['2018', 'silent'],
      ['2019', 'elsewhere'],
      ['2020', 'not-complete'],
      ['2021', 'removed'],
    ]);
  });
  it('places an edition in the year of its label, as the sentences do, not of its publication', () => {
    expect(rows[0]!.cells.map(({ from, to }) => [from, to])[0]).toEqual([2015, 2016]);
    expect(range).toEqual({ from: 2015, to: 2027 });
  });
  it('tells of each cell date, act, page and how it is known, and denies nothing where the record has a gap', () => {
    const [address, missing, name, silent, elsewhere, partial] = rows[0]!.cells.map(({ caption }) => caption);
    expect(address).toEqual({
      when: '10 January 2016',
      what: 'Named in the Example Office’s 2015 watch list',
      details: ['p. 3', 'the original document was read'],
      cites: expect.objectContaining({ source: 'list-2015' }),
    });
    expect(missing).toMatchObject({ when: '2016', what: 'No edition of 2016 is in our record', cites: null });
    expect(name!.what).toBe('Named in the Example Office’s 2017 watch list, by name only');
    expect(silent!.what).toBe(
      'The Example Office’s 2018 watch list does not name Some market; our record of it is complete',
    );
    expect(elsewhere!.what).toBe('Named in the Example Office’s 2019 watch list (other.example)');
    expect(partial!.what).toMatch(/^Our record of .* is not complete: it does not tell whether Some market is named$/);
  });
  it('is told in words to who cannot see it', () => {
    expect(rowWords(rows[0]!)).toBe(
      'named with its domain: 2015; named without a domain: 2017; named on another domain: 2019; removal reported: 2021; complete in our record and silent: 2018; not complete in our record: 2016 and 2020',
    );
  });
  it('has two editions of one year side by side', () => {
    const [first, second] = drawn(
      [edition(2015, false), { ...edition(2015, false), id: 'special', edition: '2015 (special)', date: '2015' }],
      [event('listed', 'list-2015')],
    ).rows[0]!.cells;
    expect([first!.from, first!.to, second!.from, second!.to]).toEqual([2015, 2015.5, 2015.5, 2016]);
    expect([first!.state, second!.state]).toEqual(['not-complete', 'address']);
  });
});

test('Submissions are circles, and after the last one that names the market nothing is missing', () => {
  const sources = [2015, 2016, 2017, 2018].map((year) => edition(year, false, 'asked'));
  const { rows } = drawn(sources, [event('named', 'asked-2015'), event('named', 'asked-2017')]);
  expect(rows[0]!.cells.map(({ shape, edition, state }) => [shape, edition, state])).toEqual([
    ['circle', '2015', 'address'],
    ['circle', '2016', 'not-complete'],
    ['circle', '2017', 'address'],
  ]);
});

describe('Orders', () => {
  const lines = (sources: Source[], events: MarketEvent[], asOf?: string) =>
    drawn(sources, events, {}, asOf).rows[0]!.lines;
  const today = position('2026-11-22');
  it('are solid where shown in force, dashed where not known, to the day asked about', () => {
    expect(lines([act('a', 'court', '2015', { permanent: true })], [event('blocked', 'a')])).toEqual([
      { kind: 'in-force', from: 2015.5, to: today },
    ]);
    expect(lines([act('a', 'court', '2015')], [event('blocked', 'a')])).toEqual([
      { kind: 'not-known', from: 2015.5, to: today },
    ]);
  });
  it('end where an act ends them, or where their term ran out, which no act tells', () => {
    const lifted = drawn(
      [act('a', 'court', '2015'), act('b', 'court', '2019-07')],
      [event('blocked', 'a'), event('unblocked', 'b', { order: 'a' })],
    ).rows[0]!;
    expect(lifted.lines).toEqual([{ kind: 'ended', from: 2015.5, to: position('2019-07') }]);
    expect(lifted.marks.map(({ shape }) => shape)).toEqual(['diamond', 'stop']);
    const ranOut = drawn([act('a', 'court', '2015', { until: '2020-03-01' })], [event('blocked', 'a')]).rows[0]!;
    expect(ranOut.lines).toEqual([{ kind: 'ended', from: 2015.5, to: position('2020-03-01') }]);
    expect(ranOut.marks.at(-1)).toMatchObject({
      shape: 'stop',
      caption: {
        when: '1 March 2020',
        details: [expect.stringMatching(/no extension is in our record/), 'p. 3', 'the original document was read'],
      },
    });
  });
  it('are dashed after a suspension, which is a later act and no order of its own', () => {
    const { lines, marks } = drawn(
      [act('a', 'court', '2015', { permanent: true }), act('b', 'court', '2019-07')],
      [event('blocked', 'a'), event('suspended', 'b', { order: 'a' })],
    ).rows[0]!;
    expect(lines.at(-1)!.kind).toBe('not-known');
    expect(marks.map(({ shape }) => shape)).toEqual(['diamond', 'small-diamond']);
  });
  it('in force on the day asked about by a later act only are solid on that day', () => {
    const sources = [act('a', 'court', '2015'), act('b', 'court', '2019')];
    const events = [event('blocked', 'a'), event('confirmed', 'b', { order: 'a' })];
    expect(lines(sources, events, '2017-01-01')).toMatchObject([{ kind: 'in-force' }]);
    expect(lines(sources, events)).toMatchObject([{ kind: 'not-known' }]);
  });
  it('of one country stand in one row, solid over dashed over ended, never two in one place', () => {
    const { rows } = drawn(
      [
        act('a', 'court', '2012', { until: '2018-01-01' }),
        act('b', 'ministry', '2014'),
        act('c', 'court', '2016', { permanent: true }),
        act('d', 'agreed', '2013'),
      ],
      ['a', 'b', 'c', 'd'].map((id) => event('blocked', id)),
    );
    expect(rows.map(({ label }) => label)).toEqual(['Italy', 'Italy, agreement']);
    expect(rows[0]!.lines).toEqual([
      { kind: 'ended', from: 2012.5, to: 2014.5 },
      { kind: 'not-known', from: 2014.5, to: 2016.5 },
      { kind: 'in-force', from: 2016.5, to: today },
    ]);
    expect(rows[1]!.marks[0]!.shape).toBe('open-diamond');
  });
});

describe('The domain', () => {
  const domain = (name: string, more: Partial<Market['domains'][number]> = {}) =>
    ({ name, source: 'a', verification: 'act', locator: 'p. 1', ...more }) as const;
  const sources = [act('a', 'court', '2010'), act('s', 'seizures', '2016-02-03'), act('r', 'reports', '2018')];
  const { rows } = drawn(
    sources,
    [
      event('blocked', 'a'),
      event('seized', 's'),
      event('closed', 'r'),
      event('closed', 'r', { domains: ['other.example'] }),
    ],
    {
      domains: [
        domain(HOST, { from: '2011', until: '2017', changedHands: { note: 'Sold.', date: '2019' } }),
        domain('other.example', { from: '2017' }),
        domain('never-dated.example'),
      ],
    },
  );
  const life = rows.find(({ id }) => id === 'this-domain')!;
  it('has a life line with first and last use, seizure, closure and change of hands', () => {
    expect(life.marks.map(({ shape, caption }) => [shape, caption.when])).toEqual([
      ['move', '2011'],
      ['triangle', '3 February 2016'],
      ['stop', '2017'],
      ['cross', '2018'],
      ['hands', '2019'],
    ]);
    expect(life.lines).toEqual([{ kind: 'used', from: 2011.5, to: 2017.5 }]);
  });
  it('shows the moves to other domains in a row of their own', () => {
    const other = rows.find(({ id }) => id === 'other-domains')!;
    expect(other.marks.map(({ shape, caption }) => [shape, caption.what])).toEqual([
      ['move', 'First known use of other.example by the market'],
      ['cross', 'Reported closed (other.example)'],
    ]);
  });
  it('tells no day of a change of hands that no source tells, only the day by which it had happened', () => {
    const changed = drawn(sources, [event('blocked', 'a')], {
      domains: [domain(HOST, { changedHands: { note: 'Sold.', source: 'r' } })],
    });
    expect(changed.rows.find(({ id }) => id === 'this-domain')!.marks[0]!.caption.when).toBe('By 2018');
    const undated = drawn(sources, [event('blocked', 'a')], {
      domains: [domain(HOST, { changedHands: { note: 'Sold.' } })],
    });
    expect(undated.rows.map(({ id }) => id)).toEqual(['Italy']);
  });
});

test('One act alone, with no more than a year, makes a picture of a few years', () => {
  const { rows, range } = drawn([act('a', 'court', '2026')], [event('blocked', 'a')]);
  expect(range).toEqual({ from: 2023, to: 2027 });
  expect(rows).toHaveLength(1);
  expect(rows[0]!.marks[0]).toMatchObject({ at: 2026.5, caption: { when: '2026' } });
});

test('Three hundred acts stay one row for each country, each with its words', () => {
  const ids = Array.from({ length: 300 }, (_, n) => `act-${n}`);
  const { rows } = drawn(
    ids.map((id, n) => act(id, 'court', `${2000 + (n % 26)}-0${(n % 9) + 1}`)),
    ids.map((id) => event('blocked', id)),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.marks).toHaveLength(300);
});

test('A date stands no more precisely than it is given', () => {
  expect([position('2012'), position('2012-01'), position('2012-01-01')]).toEqual([2012.5, 2012 + 0.5 / 12, 2012]);
});

test('Years are labelled as densely as there is room', () => {
  expect(yearLabels({ from: 2008, to: 2027 }, 4)).toEqual([2010, 2015, 2020, 2025]);
  expect(yearLabels({ from: 2008, to: 2027 }, 20)).toHaveLength(19);
});

test('Arrow keys go along a row, and up and down to what is nearest in time', () => {
  const { rows } = drawn(
    [edition(2015, false), edition(2016, false), edition(2017, false), act('a', 'court', '2017')],
    [event('listed', 'list-2015'), event('blocked', 'a')],
  );
  const at = (row: number, item: number) => ({ row, item });
  expect(nextItem(rows, at(0, 0), 'ArrowRight')).toEqual(at(0, 1));
  expect(nextItem(rows, at(0, 0), 'ArrowLeft')).toEqual(at(0, 0));
  expect(nextItem(rows, at(0, 0), 'End')).toEqual(at(0, 2));
  expect(nextItem(rows, at(0, 2), 'Home')).toEqual(at(0, 0));
  expect(nextItem(rows, at(0, 1), 'ArrowDown')).toEqual(at(1, 0));
  expect(nextItem(rows, at(1, 0), 'ArrowUp')).toEqual(at(0, 2));
  expect(nextItem(rows, at(1, 0), 'ArrowDown')).toEqual(at(1, 0));
  expect(nextItem(rows, at(0, 0), 'Tab')).toBeNull();
});
