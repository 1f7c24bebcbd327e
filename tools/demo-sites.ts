/**
 * Which sites the demo visits: real ones from the list, one for each kind of status, by name where the list still says
 * so.
 */
import type { Lines } from '../src/list/release/record-lines.ts';
import { recordsOf } from '../src/list/release/record-lines.ts';
import type { Status } from '../src/list/status.ts';
import { checker } from '../src/pipeline/check.ts';

/** What the demo wants to show, and the site that is tried first for it. */
const WANTED: [Status, string][] = [
  ['listed', 'thepiratebay.org'],
  ['formerly-listed', 'rapidshare.com'],
  ['block-ordered', 'y2mate.guru'],
  ['named', 'video2k.tv'],
];

export interface DemoSite {
  host: string;
  wanted: Status;
}

/** @throws where the list has no site of a wanted kind */
export async function chooseSites(lines: Lines): Promise<DemoSite[]> {
  const { check } = await checker(lines);
  const today = new Date().toISOString().slice(0, 10);
  const statusOf = async (host: string) => {
    const line = await check(host, today);
    return 'error' in line ? null : line.status;
  };
  const chosen: DemoSite[] = [];
  for (const [wanted, favourite] of WANTED) {
    let host: string | undefined;
    for (const candidate of [
      favourite,
      ...recordsOf('market', lines).flatMap((market) => market.domains.map((domain) => domain.name)),
    ]) {
      if ((await statusOf(candidate)) !== wanted) continue;
      host = candidate;
      break;
    }
    if (!host) throw new Error(`the list has no site that is ${wanted}`);
    chosen.push({ host, wanted });
  }
  return [...chosen, { host: 'unlisted.example', wanted: 'not-listed' }];
}
