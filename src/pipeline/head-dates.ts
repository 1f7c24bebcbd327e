/** The options that give a head its dates. */
import type { Head } from '../list/release/release.ts';
import { UsageError, wholeNumber, type OptionUsage } from './arguments.ts';

const DAY = 86_400_000;
/** Limit: with a longer life, an attacker could withhold newer lists for more than a year. */
const MOST_DAYS = 366;

export const DATES = { issued: { type: 'string' }, days: { type: 'string', default: '30' } } as const;

/** @param issued the default of `--issued`, in words */
export const datesUsage = (issued: string): OptionUsage[] => [
  ['--issued DATE', `from when on the head is good, a day or an instant in UTC (${issued})`],
  ['--days N', 'for how many days it is good (30)'],
];

/**
 * @param otherwise the default of `--issued`, ISO instant
 * @param before the head that this one renews for the same release: clients refuse a head that was signed earlier
 * @throws UsageError
 */
export function datesOf(
  values: { issued?: string | undefined; days: string },
  otherwise: string,
  before: Head | null,
): { issued: string; expires: string } {
  const days = wholeNumber('--days', values.days, 1, MOST_DAYS);
  const issued = values.issued === undefined ? later(otherwise, before?.issued) : instantOption(values.issued);
  if (before && issued < normal(before.issued))
    throw new UsageError(
      `--issued: ${issued} is before ${before.issued}, when this release was last signed; clients refuse dates that go back`,
    );
  return { issued, expires: new Date(Date.parse(issued) + days * DAY).toISOString() };
}

const normal = (instant: string): string => new Date(instant).toISOString();
const later = (a: string, b?: string): string => (b !== undefined && normal(b) > normal(a) ? normal(b) : normal(a));

function instantOption(text: string): string {
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  // The parser reads 31 February as 3 March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text.slice(0, 10)))
    throw new UsageError(`--issued: expected a day or an instant in UTC such as 2026-11-28T09:30Z, found "${text}"`);
  if (time > Date.now() + DAY)
    throw new UsageError(`--issued: ${text} is more than a day ahead; clients refuse a list from the future`);
  return new Date(time).toISOString();
}
