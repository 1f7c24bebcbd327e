/**
 * Compares the ratios of two runs of `npm run bench`. It does not compare milliseconds, because a machine may be busy
 * on one day and idle on another.
 */
import type { Results } from './page.ts';

export interface Agreement {
  ratio: string;
  earlier: number;
  later: number;
}

const OURS = 'listmark, host';

/** All ratios of a run, by name. */
function ratiosOf({ wake, lookup, requests, ingest, bytes }: Results): Map<string, number> {
  const ratios = new Map<string, number>();
  for (const { browser, names, kind, timesFloor, databaseTimesFloor } of wake?.rows ?? []) {
    if (kind === 'floor') continue;
    ratios.set(`wake, ${browser.split('.')[0]!}, ${names} names, ${kind}: × floor`, timesFloor);
    ratios.set(`wake, ${browser.split('.')[0]!}, ${names} names, ${kind}: × floor from the event`, databaseTimesFloor);
  }
  for (const [what, run] of [
    ['look-up', lookup],
    ['look-up of requests', requests],
  ] as const)
    for (const { size, rows } of run?.rows.report ?? []) {
      const ours = rows.find(({ name }) => name === OURS)!;
      ratios.set(`${what}, ${size} names: × as fast as the best peer`, ours.fasterThanBestPeer);
      ratios.set(`${what}, ${size} names: × floor`, ours.timesFloor);
    }
  for (const { browser, names, columns, timesFloor } of ingest?.rows ?? [])
    ratios.set(
      `ingest, ${browser.split('.')[0]!}, ${names} names${columns ? ' with columns' : ''}: × floor`,
      timesFloor,
    );
  for (const row of bytes?.rows ?? [])
    if (row.list === 'made up')
      ratios.set(`bytes, ${row.names} names: of gzip -9 of the text`, row['table gzip -9']! / row['text gzip -9']!);
  return ratios;
}

/** The ratios that both runs have, those with the greatest difference first. */
export function agreement(earlier: Results, later: Results): Agreement[] {
  const before = ratiosOf(earlier);
  return [...ratiosOf(later)]
    .flatMap(([ratio, value]) => (before.has(ratio) ? [{ ratio, earlier: before.get(ratio)!, later: value }] : []))
    .sort((a, b) => Math.abs(Math.log(b.later / b.earlier)) - Math.abs(Math.log(a.later / a.earlier)));
}
