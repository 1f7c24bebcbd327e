/** Chooses the sites of the demo: one real listed site for each status. */
import type { Lines } from '../src/list/release/record-lines.ts';
import { recordsOf } from '../src/list/release/record-lines.ts';
import type { Status } from '../src/list/status.ts';
import { checker } from '../src/pipeline/check.ts';

/** The statuses to show, and the site to try first for each. */
const DEMO_KINDS: [Status, string][] = [
  ['listed', 'thepiratebay.org'],
  ['formerly-listed', 'rapidshare.com'],
  ['block-ordered', 'y2mate.guru'],
  ['named', 'video2k.tv'],
];

export interface DemoSite {
  host: string;
  kind: Status;
}

/** @throws Error if the list has no site for a status */
export async function chooseSites(lines: Lines): Promise<DemoSite[]> {
  const { check } = await checker(lines);
  const today = new Date().toISOString().slice(0, 10);
  const statusOf = async (host: string) => {
    const line = await check(host, today);
    return 'error' in line ? null : line.status;
  };
  const chosen: DemoSite[] = [];
  for (const [kind, favourite] of DEMO_KINDS) {
    let host: string | undefined;
    for (const candidate of [
      favourite,
      ...recordsOf('market', lines).flatMap((market) => market.domains.map((domain) => domain.name)),
    ]) {
      if ((await statusOf(candidate)) !== kind) continue;
      host = candidate;
      break;
    }
    if (!host) throw new Error(`the list has no site that is ${kind}`);
    chosen.push({ host, kind });
  }
  return [...chosen, { host: 'unlisted.example', kind: 'not-listed' }];
}
