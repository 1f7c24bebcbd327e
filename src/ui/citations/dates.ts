/** Days as the styles write them, each with exactly the precision of the source. */
import { dateWords } from '../../words/dates.ts';

/** Year, name of the month and day; the last two only as far as the date has them. */
function partsOf(date: string): { year: string; month: string; day: string } {
  const [year, month, day] = date.split('-');
  const name = month ? dateWords(`${year!}-${month}`).split(' ')[0]! : '';
  return { year: year!, month: name, day: day ? String(Number(day)) : '' };
}

export const yearOf = (date: string): string => partsOf(date).year;

/** "April 23", "April"; '' for a year. */
export function monthDay(date: string): string {
  const { month, day } = partsOf(date);
  return [month, day].filter(Boolean).join(' ');
}

/** "April 23, 2015", "April 2015", "2015". */
export function americanDate(date: string, name: (month: string) => string = (month) => month): string {
  const { year, month, day } = partsOf(date);
  if (!month) return year;
  return day ? `${name(month)} ${day}, ${year}` : `${name(month)} ${year}`;
}

/** "Apr. 23, 2015", with the months as the Bluebook's table 12 shortens them. */
export const bluebookDate = (date: string): string => americanDate(date, shortMonth);
function shortMonth(month: string): string {
  if (month.length <= 4) return month;
  return month === 'September' ? 'Sept.' : `${month.slice(0, 3)}.`;
}
