/** The issue date and the expiry date of a head. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Head } from '../../src/list/release/release.ts';
import { UsageError } from '../../src/pipeline/arguments.ts';
import { DATES, datesOf, datesUsage } from '../../src/pipeline/head-dates.ts';

const NOW = '2026-11-28T12:00:00.000Z';
beforeEach(() => void vi.useFakeTimers({ now: new Date(NOW) }));
afterEach(() => void vi.useRealTimers());

const dates = (issued?: string, days = '30', before: Partial<Head> | null = null, otherwise = '2026-11-28T00:00:00Z') =>
  datesOf({ issued, days }, otherwise, before as Head | null);
const refused = (...args: Parameters<typeof dates>) => {
  try {
    return dates(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
};

describe('A head is valid', () => {
  it('from the given day, or from the default day, for the given number of days', () => {
    expect(dates('2026-11-01')).toEqual({ issued: '2026-11-01T00:00:00.000Z', expires: '2026-12-01T00:00:00.000Z' });
    expect(dates(undefined, '1')).toEqual({ issued: '2026-11-28T00:00:00.000Z', expires: '2026-11-29T00:00:00.000Z' });
    expect(dates(undefined, '366')).toMatchObject({ expires: '2027-11-29T00:00:00.000Z' });
  });
  it.each([
    ['2026-11-01T09:30Z', '2026-11-01T09:30:00.000Z'],
    ['2026-11-01T09:30:15Z', '2026-11-01T09:30:15.000Z'],
    ['2026-11-01T09:30:15.1Z', '2026-11-01T09:30:15.100Z'],
    ['2026-11-01T09:30:15.123Z', '2026-11-01T09:30:15.123Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('from %s', (text, issued) => expect(dates(text).issued).toBe(issued));
  it.each([
    'x2026-11-01',
    '2026-11-01x',
    '2026-1-01',
    '2026-11',
    '2026-11-01T09:30',
    '2026-11-01T09:30+01:00',
    '2026-11-01T9:30Z',
    '2026-11-01T09:30:15.1234Z',
    '2026-11-01T25:00Z',
    '2026-02-30',
    '2025-02-29',
    '2026-00-01',
    '',
  ])('but not from "%s"', (text) =>
    expect(refused(text)).toBe(
      `--issued: expected a day or an instant in UTC such as 2026-11-28T09:30Z, found "${text}"`,
    ),
  );
  it('for 1 to 366 days', () => {
    for (const days of ['0', '367', '-1', '1.5', 'x'])
      expect(refused('2026-11-01', days)).toBe(`--days: expected a whole number from 1 to 366, found "${days}"`);
  });
  it('from at most one day in the future', () => {
    expect(dates('2026-11-29T12:00Z').issued).toBe('2026-11-29T12:00:00.000Z');
    expect(refused('2026-11-29T12:01Z')).toBe(
      '--issued: 2026-11-29T12:01Z is more than a day ahead; clients refuse a list from the future',
    );
  });
});

describe('A head that replaces another', () => {
  const before = { issued: '2026-11-28T08:00:00Z' };
  it('never has an earlier issue date', () => {
    expect(dates(undefined, '30', before).issued).toBe('2026-11-28T08:00:00.000Z');
    expect(dates(undefined, '30', before, '2026-11-28T09:00:00Z').issued).toBe('2026-11-28T09:00:00.000Z');
    expect(dates('2026-11-28T08:00Z', '30', before).issued).toBe('2026-11-28T08:00:00.000Z');
    expect(refused('2026-11-28T07:59Z', '30', before)).toBe(
      '--issued: 2026-11-28T07:59:00.000Z is before 2026-11-28T08:00:00Z, when this release was last signed; clients refuse dates that go back',
    );
  });
});

it('The usage shows the defaults', () => {
  expect(DATES).toEqual({ issued: { type: 'string' }, days: { type: 'string', default: '30' } });
  expect(datesUsage('now')).toEqual([
    ['--issued DATE', 'from when on the head is good, a day or an instant in UTC (now)'],
    ['--days N', 'for how many days it is good (30)'],
  ]);
});
