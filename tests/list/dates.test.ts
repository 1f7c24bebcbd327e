import { expect, test } from 'vitest';
import { addMonths, compareDates, earliest, isPartialDate, latest, precision } from '../../src/list/dates.ts';

test.each([
  ['2012', true],
  ['2012-02', true],
  ['2012-02-29', true],
  ['2013-02-29', false],
  ['2012-13', false],
  ['2012-1', false],
  ['2018/2023', false],
  ['', false],
])('%s is a date: %s', (text, is) => expect(isPartialDate(text)).toBe(is));

test.each([
  ['2012', '2012-01-01', '2012-12-31', 'year'],
  ['2012-02', '2012-02-01', '2012-02-29', 'month'],
  ['2012-02-03', '2012-02-03', '2012-02-03', 'day'],
])('%s runs from %s to %s', (date, from, to, is) =>
  expect([earliest(date), latest(date), precision(date)]).toEqual([from, to, is]),
);

test('dates are ordered by their first day, the vaguer first', () => {
  expect(['2012-02', '2012-01-01', '2012', '2011-12-31'].sort(compareDates)).toEqual([
    '2011-12-31',
    '2012',
    '2012-01-01',
    '2012-02',
  ]);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2023-12-05', 12, '2024-12-05'],
  ['2025-11-15', 18, '2027-05-15'],
])('%s and %i months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then));
