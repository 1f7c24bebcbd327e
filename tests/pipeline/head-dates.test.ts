/** From when to when a head is good. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Head } from '../../src/list/release/release.ts';
import { UsageError } from '../../src/pipeline/arguments.ts';
import { DATES, datesOf, datesUsage } from '../../src/pipeline/head-dates.ts';

const NOW = '2026-11-28T12:00:00.000Z';
beforeEach(() => void vi.useFakeTimers({ now: new Date(NOW) }));
afterEach(() => void vi.useRealTimers());

const of = (issued?: string, days = '30', before: Partial<Head> | null = null, otherwise = '2026-11-28T00:00:00Z') =>
  datesOf({ issued, days }, otherwise, before as Head | null);
const refused = (...args: Parameters<typeof of>) => {
  try {
    return of(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
};

describe('A head is good', () => {
  it('from the day that is named, else from the one that is usual, for so many days', () => {
    expect(of('2026-11-01')).toEqual({ issued: '2026-11-01T00:00:00.000Z', expires: '2026-12-01T00:00:00.000Z' });
    expect(of(undefined, '1')).toEqual({ issued: '2026-11-28T00:00:00.000Z', expires: '2026-11-29T00:00:00.000Z' });
    expect(of(undefined, '366')).toMatchObject({ expires: '2027-11-29T00:00:00.000Z' });
  });
  it.each([
    ['2026-11-01T09:30Z', '2026-11-01T09:30:00.000Z'],
    ['2026-11-01T09:30:15Z', '2026-11-01T09:30:15.000Z'],
    ['2026-11-01T09:30:15.1Z', '2026-11-01T09:30:15.100Z'],
    ['2026-11-01T09:30:15.123Z', '2026-11-01T09:30:15.123Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('from %s', (text, issued) => expect(of(text).issued).toBe(issued));
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
  ])('and not from "%s"', (text) =>
    expect(refused(text)).toBe(
      `--issued: expected a day or an instant in UTC such as 2026-11-28T09:30Z, found "${text}"`,
    ),
  );
  it('for a year and a day at most, and for one day at least', () => {
    for (const days of ['0', '367', '-1', '1.5', 'x'])
      expect(refused('2026-11-01', days)).toBe(`--days: expected a whole number from 1 to 366, found "${days}"`);
  });
  it('from no more than a day ahead', () => {
    expect(of('2026-11-29T12:00Z').issued).toBe('2026-11-29T12:00:00.000Z');
    expect(refused('2026-11-29T12:01Z')).toBe(
      '--issued: 2026-11-29T12:01Z is more than a day ahead; clients refuse a list from the future',
    );
  });
});

describe('A head that takes the place of another', () => {
  const before = { issued: '2026-11-28T08:00:00Z' };
  it('is never good from an earlier time', () => {
    expect(of(undefined, '30', before).issued).toBe('2026-11-28T08:00:00.000Z');
    expect(of(undefined, '30', before, '2026-11-28T09:00:00Z').issued).toBe('2026-11-28T09:00:00.000Z');
    expect(of('2026-11-28T08:00Z', '30', before).issued).toBe('2026-11-28T08:00:00.000Z');
    expect(refused('2026-11-28T07:59Z', '30', before)).toBe(
      '--issued: 2026-11-28T07:59:00.000Z is before 2026-11-28T08:00:00Z, when this release was last signed; clients refuse dates that go back',
    );
  });
});

it('The options say what is usual', () => {
  expect(DATES).toEqual({ issued: { type: 'string' }, days: { type: 'string', default: '30' } });
  expect(datesUsage('now')).toEqual([
    ['--issued DATE', 'from when on the head is good, a day or an instant in UTC (now)'],
    ['--days N', 'for how many days it is good (30)'],
  ]);
});
