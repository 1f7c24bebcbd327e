/** What the kept list says of an address: the one way from a tab or a page to a status. */
import { hostOfUrl } from '../list/host.ts';
import type { Library, Match, Status } from '../list/status.ts';
import { verdict, type Verdict } from '../list/verdict.ts';
import { isExpired, withList, type OpenList } from './keeper.ts';

export interface Checked {
  host: string;
  status: Status;
  verdict: Verdict;
  matches: Match[];
  library: Library;
  list: OpenList;
}

const NOTHING: Library = { series: {}, sources: {} };

/** Checks an address: null where the page cannot be checked, "no-list" where there is nothing to check it against. */
export async function checkAddress(url: string): Promise<Checked | 'no-list' | null> {
  const host = hostOfUrl(url);
  if (host === null) return null;
  return (await withList((list) => checkIn(list, host, new URL(url).pathname))) ?? 'no-list';
}

async function checkIn(list: OpenList, host: string, path: string): Promise<Checked> {
  const matches = await list.find(host, path);
  const library = matches.length ? await list.library() : NOTHING;
  const found = verdict(matches, library, today());
  return { host, status: found.status === 'not-listed' && isExpired(list) ? 'unknown' : found.status, verdict: found, matches, library, list };
}

export const today = (): string => new Date().toISOString().slice(0, 10);
