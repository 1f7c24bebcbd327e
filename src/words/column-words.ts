import { NO_VALUE } from '../list/register/name-columns.ts';
import type { Column } from '../list/register/register-release.ts';
import { dateWords } from './dates.ts';

const DAY = 86_400_000;
/** 0000-01-01 and 9999-12-31 in days since 1970. Days beyond are valid numbers, but have no date in four digits. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

/** One value of a register in words, such as "entered 2 January 2020"; null if there is no value. */
export function columnWords(value: number, { name, kind }: Column): string | null {
  if (value === NO_VALUE || (kind === 'day' && (value < FIRST_DAY || value > LAST_DAY))) return null;
  return `${name.toLowerCase()} ${kind === 'day' ? dateWords(new Date(value * DAY).toISOString().slice(0, 10)) : value}`;
}
