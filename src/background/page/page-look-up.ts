/**
 * Looks up the address of a page in the list, with the user's settings. Every status in the toolbar, badge and popup
 * comes from here.
 */
import { hostOfUrl } from '../../list/names/host.ts';
import type { Library, Match, Status } from '../../list/status.ts';
import { factsOf } from '../../list/on-record.ts';
import { lookUp, statusUnnamed, type LookUpResult } from '../../list/look-up.ts';
import { DEFAULTS, readSettings, type Settings } from '../../settings.ts';
import { today } from '../../today.ts';
import { isExpired, withList, type OpenList } from '../list/open-list.ts';

export interface PageLookUp {
  host: string;
  status: Status;
  /** Only the series that the user did not exclude. */
  result: LookUpResult;
  /** Ids of series that have a result here, but that the user excluded. */
  notCounted: string[];
  matches: Match[];
  library: Library;
  list: OpenList;
  /** The defaults if the index does not have the host: then the settings are not read. */
  settings: Settings;
}

const EMPTY_LIBRARY: Library = { series: {}, sources: {} };

/**
 * Used if the settings cannot be read: all series count, but no badge is drawn, as the user may have switched badges
 * off.
 */
const UNREADABLE_SETTINGS: Settings = { ...DEFAULTS, badgeOn: false };

/**
 * Looks up an address.
 * @param asOf day as YYYY-MM-DD
 * @returns null if the page cannot be looked up (not http or https), "no-list" if there is no list
 */
export async function lookUpPage(url: string, asOf = today()): Promise<PageLookUp | 'no-list' | null> {
  const host = hostOfUrl(url);
  if (host === null) return null;
  return (await withList((list) => lookUpIn(list, host, url, asOf))) ?? 'no-list';
}

export async function lookUpIn(list: OpenList, host: string, url: string, asOf: string): Promise<PageLookUp> {
  const [matches, library, settings] = list.mayName(host)
    ? await Promise.all([
        list.find(host, new URL(url).pathname),
        list.library(),
        readSettings().catch(() => UNREADABLE_SETTINGS),
      ])
    : [[], EMPTY_LIBRARY, DEFAULTS];
  const all = lookUp(matches, library, asOf, settings.jurisdictions);
  const series = all.series.filter((each) => !settings.seriesIgnored.includes(each.series));
  const notCounted = all.series.filter((each) => !series.includes(each)).map((each) => each.series);
  // No series that counts: `on-record` if the record holds a fact.
  const record =
    all.series.length && !series.length
      ? { facts: factsOf(matches, library, asOf), causes: [{ why: 'not-counted' as const, series: notCounted }] }
      : all.record;
  const status = series[0]?.status ?? (record ? 'on-record' : statusUnnamed(host, isExpired(list)));
  return { host, status, result: { ...all, series, record, status }, notCounted, matches, library, list, settings };
}
