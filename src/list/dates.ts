/**
 * Dates as sources give them: a day, a month or a year. The text carries its own precision
 * ("2012-01-19", "2012-01", "2012"), so nothing can claim a day that its source never printed.
 */
export type Precision = 'day' | 'month' | 'year';

/** What the date is the date of: the act itself, its publication, or when a third party saw it. */
export type DateKind = 'decided' | 'published' | 'observed';

export const PARTIAL_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** True for a real calendar date of any precision; "2021-02-30" is not one. */
export function isPartialDate(text: string): boolean {
  if (!PARTIAL_DATE.test(text)) return false;
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function precision(date: string): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** First day that the date can mean: "2012" is 2012-01-01. */
export function earliest(date: string): string {
  return date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** Last day that the date can mean: "2012-02" is 2012-02-29. */
export function latest(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/**
 * @param day YYYY-MM-DD; the last day of the month where the month has no such day: 31 August and six months is the
 * last of February
 */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** Orders dates by the first day they can mean; the vaguer one first where that is the same. */
export function compareDates(a: string, b: string): number {
  const [x, y] = [earliest(a), earliest(b)];
  return x < y ? -1 : x > y ? 1 : a.length - b.length;
}
