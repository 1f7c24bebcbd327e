/** What the kept list says of an address: the one way from a tab or a page to a status. */
import { hostOfUrl } from '../../list/names/host.ts';
import type { Library, Match, Status } from '../../list/status.ts';
import { factsOf } from '../../list/on-record.ts';
import { lookUp, type LookUpResult } from '../../list/look-up.ts';
import { DEFAULTS, readSettings, type Settings } from '../../settings.ts';
import { today } from '../../today.ts';
import { isExpired, withList, type OpenList } from '../list/open-list.ts';

export interface PageLookUp {
  host: string;
  status: Status;
  /** Only of the series that count, by the user's choice. */
  result: LookUpResult;
  /** Series that say something, but do not count. */
  notCounted: string[];
  matches: Match[];
  library: Library;
  list: OpenList;
  /** Read only if the index has a candidate for the host; else the defaults. */
  settings: Settings;
}

const NOTHING: Library = { series: {}, sources: {} };

/**
 * Where the user's choices cannot be read: everything is said, and nothing is drawn, as badges may have been switched
 * off.
 */
const CHOICES_UNKNOWN: Settings = { ...DEFAULTS, badgeOn: false };

/**
 * Looks up an address: null where the page cannot be looked up, "no-list" where there is nothing to check it against.
 */
export async function lookUpPage(url: string, asOf = today()): Promise<PageLookUp | 'no-list' | null> {
  const host = hostOfUrl(url);
  if (host === null) return null;
  return (await withList((list) => lookUpIn(list, host, url, asOf))) ?? 'no-list';
}

export async function lookUpIn(list: OpenList, host: string, url: string, asOf: string): Promise<PageLookUp> {
  // In parallel: three separate reads.
  const [matches, library, settings] = list.mayName(host)
    ? await Promise.all([
        list.find(host, new URL(url).pathname),
        list.library(),
        readSettings().catch(() => CHOICES_UNKNOWN),
      ])
    : [[], NOTHING, DEFAULTS];
  const all = lookUp(matches, library, asOf, settings.jurisdictions);
  const series = all.series.filter((each) => !settings.seriesIgnored.includes(each.series));
  const notCounted = all.series.filter((each) => !series.includes(each)).map((each) => each.series);
  // No series that counts: `on-record` if the record holds a fact, else `unknown` if the list has expired, else
  // `not-listed`.
  const record =
    all.series.length && !series.length
      ? { facts: factsOf(matches, library, asOf), causes: [{ why: 'not-counted' as const, series: notCounted }] }
      : all.record;
  const status = series[0]?.status ?? (record ? 'on-record' : isExpired(list) ? 'unknown' : 'not-listed');
  return { host, status, result: { ...all, series, record, status }, notCounted, matches, library, list, settings };
}
