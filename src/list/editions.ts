/**
 * Editions of a list or of submissions: which ones the record holds, and when an edition's silence about a market
 * proves something.
 */
import { compareDates, earliest } from './dates.ts';
import type { Library } from './history.ts';

type Edition = Library['sources'][string] & { edition: string };

/** Editions of one series published up to `asOf`, oldest first. */
export function editionsOf(series: string, library: Library, asOf: string): Edition[] {
  return Object.values(library.sources)
    .filter(
      (source): source is Edition =>
        source.series === series && source.edition !== undefined && earliest(source.date) <= asOf,
    )
    .sort((a, b) => compareDates(a.date, b.date));
}

/**
 * Years between the first and the last edition for which the record has no edition at all. Only for series that appear
 * yearly, that is, with editions in two consecutive years; otherwise no year can be called missing.
 */
export function missingYears(labels: readonly string[]): number[] {
  const years = [...new Set(labels.flatMap((label) => (/^\d{4}$/.test(label) ? [Number(label)] : [])))].sort(
    (a, b) => a - b,
  );
  if (!years.some((year, n) => year - years[n - 1]! === 1)) return [];
  return Array.from({ length: years.at(-1)! - years[0]! }, (_, n) => years[0]! + n).filter(
    (year) => !years.includes(year),
  );
}

/**
 * Labels of the editions published after a date, held in our record or not.
 * @param editions of one series, oldest first
 */
export function publishedAfter(editions: readonly Edition[], date: string): string[] {
  const [before, after] = [editions.filter((one) => !isAfter(one, date)), editions.filter((one) => isAfter(one, date))];
  const missing = missingYears(editions.map(({ edition }) => edition)).map(String);
  const last =
    before
      .map(({ edition }) => yearOf(edition))
      .sort()
      .at(-1) ?? '';
  return [...missing.filter((year) => year > last), ...after.map(({ edition }) => edition)];
}
const isAfter = (edition: Edition, date: string): boolean => compareDates(edition.date, date) > 0;

/**
 * What an edition says of a market: it names the market, it is silent, or nothing can be said, because our record does
 * not hold the edition in full.
 * @param named source ids of the editions that name the market, on any domain
 */
export const saidBy = (edition: Edition, named: ReadonlySet<string>): 'named' | 'silent' | 'not-complete' =>
  named.has(edition.id) ? 'named' : edition.complete ? 'silent' : 'not-complete';

/**
 * Labels of editions whose silence about a market proves nothing, because the record holds them in part or not at all.
 * @param named source ids of the editions that name the market, on any domain
 * @param after date of the first of them; @param before date of the edition that ends the listing, if any
 */
export function gapsBetween(
  editions: readonly Edition[],
  named: ReadonlySet<string>,
  { after, before }: { after: string; before?: string | undefined },
): string[] {
  const within = editions.filter(
    ({ date }) => compareDates(date, after) >= 0 && (!before || compareDates(date, before) <= 0),
  );
  const partial = within.filter((edition) => saidBy(edition, named) === 'not-complete').map(({ edition }) => edition);
  const years = within.map(({ edition }) => yearOf(edition)).sort();
  const missing = missingYears(editions.map(({ edition }) => edition)).map(String);
  const between = missing.filter((year) => year > years[0]! && year < years.at(-1)!);
  return [...partial, ...between].sort((a, b) => (yearOf(a) < yearOf(b) ? -1 : 1));
}

/** "2010 (Special 301)" counts as 2010. */
export const yearOf = (label: string): string => /\d{4}/.exec(label)?.[0] ?? label;
