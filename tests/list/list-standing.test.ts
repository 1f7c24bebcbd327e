/** What the editions of a list, and of submissions, say of a domain on a day, and what their silence says. */
import { describe, expect, it } from 'vitest';
import type { HistoryEvent, Library } from '../../src/list/history.ts';
import { listStanding, submissionStanding } from '../../src/list/list-standing.ts';
import { exampleSource } from '../fixtures.ts';

type Edition = Library['sources'][string];
const edition = (year: string, complete = false, more: Partial<Edition> = {}): Edition => ({
  ...exampleSource,
  id: year,
  date: `${year}-06-01`,
  edition: year,
  complete,
  ...more,
});
const { edition: _, ...plain } = exampleSource;
const library = (...editions: Edition[]): Library => ({
  series: {},
  sources: Object.fromEntries(
    [...editions, { ...plain, id: 'notice', date: '2020-09-01' }].map((one) => [one.id, one]),
  ),
});
const YEARS = ['2016', '2017', '2018', '2019', '2020'];
/** The editions of five years, of which those named are complete. */
const complete = (...years: string[]) => library(...YEARS.map((year) => edition(year, years.includes(year))));

const event = (kind: HistoryEvent['kind'], source: string, more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  date: source === 'notice' ? '2020-09-01' : `${source}-06-01`,
  datePrecision: 'day',
  dateKind: 'published',
  kind,
  series: 'xx-list',
  source,
  evidence: 'government-list',
  verification: 'act',
  locator: 'p. 1',
  url: 'https://office.example/',
  readAt: 'https://office.example/',
  market: 'market',
  domains: ['market.example'],
  bearing: 'printed',
  inForce: null,
  ...more,
});
const listed = (source: string, more: Partial<HistoryEvent> = {}) => event('listed', source, more);
const named = (source: string, more: Partial<HistoryEvent> = {}) => event('named', source, more);
const delisted = (source: string, more: Partial<HistoryEvent> = {}) => event('delisted', source, more);
const elsewhere = (source: string, more: Partial<HistoryEvent> = {}) =>
  listed(source, { bearing: 'family', domains: ['other.example'], ...more });
const namesOf = new Map([['market', 'The Market']]);
const question = (events: HistoryEvent[], of: Library, asOf: string) => ({
  series: 'xx-list',
  events,
  namesOf,
  library: of,
  asOf,
});
const list = (events: HistoryEvent[], of = complete(), asOf = '2026-11-22') => listStanding(question(events, of, asOf));
const submissions = (events: HistoryEvent[], of = complete(), asOf = '2026-11-22') =>
  submissionStanding(question(events, of, asOf));

describe('A list', () => {
  it('has no standing before it names the domain, or if it names only others', () => {
    expect(list([listed('2018')], complete(), '2018-05-31')).toBe(null);
    expect(list([])).toBe(null);
    expect(list([elsewhere('2018')])).toBe(null);
    expect(list([delisted('2018')])).toBe(null);
  });
  it('names it in its newest edition: nothing is left to say', () => {
    expect(list([listed('2020')])).toEqual({ status: 'listed', gaps: [] });
    expect(list([listed('2018')], complete('2019'), '2018-06-01')).toEqual({ status: 'listed', gaps: [] });
  });
  it('keeps it while later editions are held in part, which are named', () => {
    expect(list([listed('2019')])).toEqual({ status: 'listed', gaps: ['2020'], laterEditions: true });
  });
  it('is known to be old once two editions were published since, though nothing of them is held, and is still a listing', () => {
    const old = { status: 'listed', gaps: ['2019', '2020'], laterEditions: true, notInNewest: true };
    expect(list([listed('2018')])).toEqual(old);
    // One newer edition, and a year of which the record has no source at all.
    expect(list([listed('2018')], library(...['2016', '2017', '2018', '2020'].map((year) => edition(year))))).toEqual(
      old,
    );
    // The second was not yet published on the day.
    expect(list([listed('2018')], complete(), '2020-05-31')).not.toHaveProperty('notInNewest');
    expect(list([listed('2016'), listed('2019')])).not.toHaveProperty('notInNewest');
    // A missing year from before the naming, in a list that comes each year, and years in one that does not.
    const years = (...held: string[]) => library(...held.map((year) => edition(year)));
    expect(list([listed('2019')], years('2016', '2017', '2019', '2020'))).not.toHaveProperty('notInNewest');
    expect(list([listed('2018')], years('2016', '2018', '2020'))).not.toHaveProperty('notInNewest');
    expect(list([listed('2016')], years('2016', '2018', '2020'))).toHaveProperty('notInNewest', true);
  });
  it('is not old if it has ended: ended says more', () => {
    expect(list([listed('2016')], complete('2020'))).not.toHaveProperty('notInNewest');
  });
  it('ends it by the first later edition that is complete and silent, and names no gap behind that', () => {
    expect(list([listed('2016')], complete('2018', '2020'))).toEqual({
      status: 'formerly-listed',
      gaps: ['2017'],
      absentFrom: '2018',
    });
  });
  it('is not ended by a complete edition that was silent before', () => {
    expect(list([listed('2018')], complete('2017'))).toMatchObject({ status: 'listed' });
    expect(list([listed('2016'), listed('2018')], complete('2017'))).toMatchObject({ status: 'listed' });
  });
  it('that is complete and reports only that the market has closed is silent about it', () => {
    const closed = event('closed', '2019', { bearing: 'market-only', domains: 'market-only' });
    expect(list([listed('2018'), closed], complete('2019'))).toMatchObject({
      status: 'formerly-listed',
      absentFrom: '2019',
    });
  });
  it('of another series ends nothing', () => {
    const of = library(edition('2018'), edition('2019', true, { series: 'other' }));
    expect(list([listed('2018')], of)).toEqual({ status: 'listed', gaps: [] });
  });
});

describe('A removal', () => {
  it('that is reported ends the listing, by its edition or by its day alone', () => {
    expect(list([listed('2018'), delisted('2019')])).toEqual({
      status: 'formerly-listed',
      gaps: [],
      removed: { date: '2019-06-01', edition: '2019' },
    });
    expect(list([listed('2018'), delisted('notice')])).toEqual({
      status: 'formerly-listed',
      gaps: ['2019', '2020'],
      removed: { date: '2020-09-01' },
    });
  });
  it('comes before the silence of a complete edition', () => {
    expect(list([listed('2016'), delisted('2018')], complete('2017'))).toMatchObject({ removed: { edition: '2018' } });
  });
  it('counts on the day of the naming and not before it, nor before it is reported', () => {
    expect(list([listed('2018'), delisted('2018')])).toMatchObject({ status: 'formerly-listed' });
    expect(list([delisted('2017'), listed('2018')])).toMatchObject({ status: 'listed' });
    expect(list([listed('2018'), delisted('2019')], complete(), '2019-05-31')).toMatchObject({ status: 'listed' });
  });
  it('of another domain of the market removes nothing here', () => {
    expect(list([listed('2018'), delisted('2019', { bearing: 'family' })])).toMatchObject({ status: 'listed' });
  });
  it('speaks of the market: a complete edition that reports it is not silent', () => {
    const events = [listed('2018'), delisted('2019', { bearing: 'family' })];
    expect(list(events, complete('2019'))).toMatchObject({ status: 'listed', laterEditions: true, gaps: ['2020'] });
  });
});

describe('An edition that names the market elsewhere', () => {
  it('is not silent, and is given with the domains', () => {
    expect(list([listed('2018'), elsewhere('2019')], complete('2019'))).toEqual({
      status: 'listed',
      gaps: ['2020'],
      laterEditions: true,
      notInNewest: true,
      elsewhere: [{ edition: '2019', name: 'The Market', domains: ['other.example'] }],
    });
  });
  it('by its name alone is given without a domain', () => {
    expect(list([listed('2018'), elsewhere('2019', { domains: 'market-only' })])).toMatchObject({
      elsewhere: [{ edition: '2019', name: 'The Market', domains: [] }],
    });
  });
  it('is not given if it names this domain too, is older than the first naming, or is not a naming', () => {
    expect(list([listed('2018'), listed('2019'), elsewhere('2019')])).not.toHaveProperty('elsewhere');
    expect(list([elsewhere('2017'), listed('2018')])).not.toHaveProperty('elsewhere');
    expect(list([listed('2018'), elsewhere('2019', { kind: 'delisted' })])).not.toHaveProperty('elsewhere');
    expect(list([listed('2018'), elsewhere('2019')], complete(), '2019-05-31')).not.toHaveProperty('elsewhere');
  });
  it('on the day of the first naming is given', () => {
    const of = library(edition('2018'), edition('2018b', false, { date: '2018-06-01' }));
    const other = elsewhere('2018b', { date: '2018-06-01' });
    expect(list([listed('2018'), other], of)).toMatchObject({ elsewhere: [{ edition: '2018b' }] });
  });
});

describe('The newest naming', () => {
  it('that printed no address is given with the name that it printed, else with that of the market', () => {
    const bare = { domains: 'market-only', bearing: 'market-only' } as const;
    expect(list([listed('2018'), listed('2020', bare)])).toMatchObject({ nameOnly: 'The Market' });
    expect(list([listed('2020', { ...bare, printedName: 'Market (dot) example' })])).toMatchObject({
      nameOnly: 'Market (dot) example',
    });
    expect(list([listed('2018', bare), listed('2020')])).not.toHaveProperty('nameOnly');
    expect(list([listed('2020', bare)])).not.toHaveProperty('nameReported');
    expect(list([listed('2020', { ...bare, verification: 'report' })])).toMatchObject({ nameReported: true });
    expect(list([listed('2020', { verification: 'report' })])).not.toHaveProperty('nameReported');
    expect(submissions([named('2020', bare)])).toEqual({ status: 'named', gaps: [], nameOnly: 'The Market' });
  });
});

describe('Submissions', () => {
  it('name it from the first on, whatever later ones are silent about', () => {
    expect(submissions([named('2018')], complete('2019', '2020'))).toEqual({ status: 'named', gaps: [] });
    expect(submissions([named('2018')], complete(), '2018-06-01')).toMatchObject({ status: 'named' });
    expect(submissions([named('2018')], complete(), '2018-05-31')).toBe(null);
    expect(submissions([])).toBe(null);
    expect(submissions([listed('2018')])).toBe(null);
  });
  it('name the gaps between two namings, up to the day, and none outside', () => {
    const events = [named('2017'), named('2019')];
    expect(submissions(events)).toEqual({ status: 'named', gaps: ['2018'] });
    expect(submissions(events, complete('2018'))).toEqual({ status: 'named', gaps: [] });
    expect(submissions(events, complete(), '2018-12-31')).toEqual({ status: 'named', gaps: [] });
  });
});
