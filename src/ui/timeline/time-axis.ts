/** Where dates stand on the picture's axis, and which years are labelled. */
import { precision } from '../../list/dates.ts';

/** Whole years; `to` is exclusive. */
export interface TimeRange {
  from: number;
  to: number;
}

/**
 * In years: 2012.5 is the middle of 2012. A date with only a year stands in the middle of the year, a month in the
 * middle of the month.
 */
export function position(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const exact = precision(date);
  if (exact === 'year') return year + 0.5;
  return year + (month! - 1 + (exact === 'month' ? 0.5 : (day! - 1) / 31)) / 12;
}

/** The years to label, at most `most`. */
export function yearLabels({ from, to }: TimeRange, most: number): number[] {
  const step = [1, 2, 3, 5, 10, 20].find((each) => (to - from) / each <= most) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, n) => first + n * step);
}

/** The place of a year on an axis of this range, as a length in SVG. */
export const percent = (year: number, { from, to }: TimeRange): string =>
  `${(((year - from) / (to - from)) * 100).toFixed(2)}%`;
