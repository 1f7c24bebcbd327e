/** Dates in sentences, with exactly the source's precision. */
import { precision } from '../list/dates.ts';

/** "19 January 2012", "January 2012" or "2012", with exactly the source's precision. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  if (!month) return year!;
  const name = MONTHS[Number(month) - 1]!;
  return precision(date) === 'month' ? `${name} ${year!}` : `${Number(day)} ${name} ${year!}`;
}

/** With a preposition: "on 19 January 2012", "in January 2012", "in 2012". */
export const onDate = (date: string): string => `${precision(date) === 'day' ? 'on' : 'in'} ${dateWords(date)}`;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
