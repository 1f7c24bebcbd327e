/**
 * Dates as sources give them: "2012-01-19", "2012-01" or "2012". The text has exactly the source's precision, so the
 * record never claims a day that the source does not give.
 */
export type Precision = 'day' | 'month' | 'year';

/** What happened on the date: the act was decided, it was published, or a third party observed it. */
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

/** The first day that the date can mean: "2012" is 2012-01-01. */
export function earliest(date: string): string {
  return date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** The last day that the date can mean: "2012-02" is 2012-02-29. */
export function latest(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/**
 * Adds calendar months. If the month has no such day, the result is its last day: 31 August plus six months is the last
 * of February.
 * @param day YYYY-MM-DD
 */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** Compares dates by the first day that they can mean; on a tie the less precise date comes first. */
export function compareDates(a: string, b: string): number {
  const [x, y] = [earliest(a), earliest(b)];
  return x < y ? -1 : x > y ? 1 : a.length - b.length;
}
