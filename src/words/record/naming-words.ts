/**
 * The words for lists and submissions: which editions name a market, which are not complete in our record, and what
 * they printed.
 */
import { displayName } from '../../list/names/display-name.ts';
import type { Series } from '../../list/records.ts';
import { shortened } from '../../list/runs.ts';
import type { SeriesStatus } from '../../list/status.ts';
import { listOf } from '../lists.ts';
import { onDate } from '../dates.ts';
import { possessive } from './deciders.ts';

/** "2011–2014 and 2016": runs for consecutive years only, all other labels one by one. */
export const editionRuns = (editions: readonly string[]): string => listOf(shortened(editions, '–'));

const nounOf = (series: Series): string => series.noun ?? 'list';
/** "lists", "submissions for the EU watch list" */
const nounsOf = (series: Series): string => nounOf(series).replace(/^(.*?)(?= for |$)/, '$1s');

/** A list's name with editions: "USTR’s lists of 2011–2014 and 2016". */
export function lists(series: Series, editions: readonly string[]): string {
  return editions.length === 1
    ? `${possessive(series)} ${editions[0]!} ${nounOf(series)}`
    : `${possessive(series)} ${nounsOf(series)} of ${editionRuns(editions)}`;
}

/** "our record of those of 2013 and 2018 is not complete"; empty if there is no gap. */
export function gapWords(gaps: readonly string[] = []): string {
  return gaps.length
    ? `our record of ${gaps.length === 1 ? 'that' : 'those'} of ${editionRuns(gaps)} is not complete`
    : '';
}

/** "; our record of …", to end a clause that lists editions. */
export const withGaps = (gaps: readonly string[] | undefined): string => (gaps?.length ? `; ${gapWords(gaps)}` : '');

/** A listing in one to three sentences. */
export function listedWords(status: SeriesStatus, series: Series): string {
  const { editions, gaps } = status;
  const newest = editions.at(-1)!;
  const earlier = editions.slice(0, -1);
  const named = status.laterEditions
    ? `Last named in ${lists(series, [newest])}${earlier.length ? `, before in ${earlier.length === 1 ? 'that' : 'those'} of ${editionRuns(earlier)}` : ''}`
    : `Named in ${lists(series, editions)}`;
  return [`${named}${withGaps(gaps)}.`, ...printedWords(status, series)].join(' ');
}

export function formerlyListedWords(status: SeriesStatus, series: Series): string {
  const { absentFrom, removed } = status;
  const when = removed && (removed.edition ? `in that of ${removed.edition}` : onDate(removed.date));
  const end = absentFrom ? `not in that of ${absentFrom}` : `reported removed ${when!}`;
  return [
    `Named in ${lists(series, status.editions)}; ${end}${withGaps(status.gaps)}.`,
    ...printedWords(status, series),
  ].join(' ');
}

/** A report may leave out an address that the act prints. */
export const asReported = (reported: boolean | undefined): string => (reported ? ', as reported,' : '');

/** Says what was printed, if the source printed only a name or another address. */
function printedWords({ editions, nameOnly, nameReported, elsewhere }: SeriesStatus, series: Series): string[] {
  const words: string[] = [];
  if (nameOnly) {
    const list = `The ${editions.at(-1)!} ${nounOf(series)}${asReported(nameReported)}`;
    words.push(`${list} names ${nameOnly} and prints no domain.`);
  }
  if (elsewhere?.length) words.push(elsewhereWords(elsewhere, series));
  return words;
}

function elsewhereWords(elsewhere: NonNullable<SeriesStatus['elsewhere']>, series: Series): string {
  const labels = [...new Set(elsewhere.map(({ edition }) => edition))];
  const which =
    labels.length === 1 ? `${labels[0]!} ${nounOf(series)} names` : `${nounsOf(series)} of ${editionRuns(labels)} name`;
  const domains = [...new Set(elsewhere.flatMap(({ domains }) => domains))].map(displayName);
  const left = elsewhere.some(({ domains }) => !domains.length);
  const where = [
    domains.length > 2 ? 'on other addresses' : domains.length ? `on ${listOf(domains)}` : '',
    left ? 'when it is not recorded to have used this address' : '',
  ].filter(Boolean);
  return `Its ${which} ${elsewhere[0]!.name} ${where.join(' or ')}.`;
}
