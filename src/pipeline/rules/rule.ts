/** The type of a rule: takes a dataset, returns problems with file, path and remedy. */
import { recordFile, type Placed } from '../../list/record-file.ts';
import type { Market, RecordKind } from '../../list/records.ts';
import type { Dataset } from '../dataset.ts';
import type { Problem } from '../problem.ts';

/** @param today YYYY-MM-DD, for the rule against future dates */
export type Rule = (data: Dataset, today: string) => Problem[];
export type Say = (path: string, message: string) => void;

/** Runs a check on every record; `say` adds the file to the problem. */
function each<T extends Placed>(
  kind: RecordKind,
  records: readonly T[],
  check: (record: T, say: Say) => void,
): Problem[] {
  const problems: Problem[] = [];
  for (const record of records)
    check(record, (path, message) => problems.push({ file: recordFile(kind, record), path, message }));
  return problems;
}

export const eachMarket = (data: Dataset, check: (market: Market, say: Say) => void) =>
  each('markets', data.markets, check);
export const eachSource = (data: Dataset, check: (source: Dataset['sources'][number], say: Say) => void) =>
  each('sources', data.sources, check);
export const eachSeries = (data: Dataset, check: (series: Dataset['series'][number], say: Say) => void) =>
  each('series', data.series, check);
export const eachCountry = (data: Dataset, check: (country: Dataset['countries'][number], say: Say) => void) =>
  each('countries', data.countries, check);

export const byId = <T extends { id: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.id, record]));
