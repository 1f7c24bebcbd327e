/**
 * What the extension costs a page in Chromium, compared with other extensions and with none, in one interleaved run.
 *
 *     npx tsx tests/bench/page-cost.ts [--rounds=10] [--json] [--peer='NAME=FOLDER,HOST[,DATA FILE,DATA ADDRESS]']...
 *
 * On an unlisted page: scripts, bytes, nodes, style sheets, requests, script time and heap. On a listed one: bytes and
 * nodes of the badge, and the time from navigation start to the toolbar's mark and to the visible badge, with a warm
 * and with a killed worker. Each round measures every extension once, in random order; ratios are the medians of the
 * rounds' ratios.
 *
 * Peers are built outside this project, and none of their code is in it. A peer needs its folder, a host that it flags
 * and, if it fetches its data, a file that the bench serves at that address from this machine (no peer reaches the
 * network). The peers of docs/page-cost.md:
 * - CRW (github.com/FULU-Foundation/CRW-Extension): `npm ci && npm run build-chrome`; host nintendo.com; data
 * `all_cargo_combined.json` of the
 *   branch export_cargo, at
 *   https://raw.githubusercontent.com/FULU-Foundation/CRW-Extension/refs/heads/export_cargo/all_cargo_combined.json
 * - MBFC (github.com/drmikecrowe/mbfcext): `npx pnpm@10 install && npx pnpm@10 exec plasmo build --target=chrome-mv3`;
 * host cnn.com; data
 *   docs/v5/data/combined.json, at
 *   https://raw.githubusercontent.com/drmikecrowe/mbfcext/master/docs/v5/data/combined.json
 * - ToS;DR (github.com/tosdr/browser-extensions): `npm ci && npm run build:chrome`; host facebook.com; its list is no
 * part of the repository:
 *   a made-up one of its size, 8,001 times {"id","url","rating"} with facebook.com in the middle, at
 *   https://api.tosdr.org/appdb/version/v2
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { programArguments, usage } from '../../src/pipeline/arguments.ts';
import { buildExtension, makeRelease } from '../../tools/build.ts';
import { pause } from '../../tools/drivers/driver.ts';
import { packageSize } from '../e2e/package-size.ts';
import { serveSites, type SitePage } from '../../tools/servers/sites.ts';
import { costTables, type Figures } from './page-cost-tables.ts';
import { Subject } from './subject.ts';
import { PAGE } from './watch.ts';

const USAGE = usage(
  'tsx tests/bench/page-cost.ts [--rounds=N] [--json] [--peer=NAME=FOLDER …]',
  'What a page pays for the extension: see the head of the file.',
);
const { values } = programArguments(USAGE, {
  rounds: { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
  peer: { type: 'string', multiple: true, default: [] },
});
const DIR = '.listmark/bench';
const UNLISTED = 'http://unlisted.example/';

interface Candidate {
  name: string;
  folder: string | null;
  host: string;
  data?: { file: string; address: URL };
}
function peer(words: string): Candidate {
  const [, name, rest] = /^([^=]+)=(.+)$/.exec(words) ?? [];
  const [folder, host, file, address] = rest?.split(',') ?? [];
  if (!name || !folder || !host || (file && !address))
    throw new Error(`--peer=${words}: expected NAME=FOLDER,HOST[,DATA FILE,DATA ADDRESS]`);
  return { name, folder, host, ...(file && { data: { file, address: new URL(address!) } }) };
}
/** Headers for requests from another origin. */
const dataPage = (file: string): SitePage => {
  const body = readFileSync(file);
  return (request, response) => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
    });
    response.end(request.method === 'OPTIONS' ? '' : body);
  };
};

const from = await makeRelease(DIR);
const built = (hosts: boolean) =>
  buildExtension({ target: 'chrome', out: `${DIR}/chrome`, from, address: 'http://127.0.0.1:9/', hosts });
const packageBytes = packageSize(await built(false));
const candidates: Candidate[] = [
  { name: 'no extension', folder: null, host: 'thepiratebay.org' },
  { name: 'Listmark', folder: await built(true), host: 'thepiratebay.org' },
  ...values.peer.map(peer),
];

const sites = await serveSites([
  new URL(UNLISTED).host,
  ...candidates.flatMap(({ host, data }) => [host, ...(data ? [data.address.host] : [])]),
]);
sites.set('/', PAGE);
for (const { data } of candidates) if (data) sites.set(data.address.pathname, dataPage(data.file), data.address.host);

const subjects = candidates.map((candidate) => ({
  ...candidate,
  url: `http://${candidate.host}/`,
  subject: new Subject(candidate.name, sites.hosts),
}));
for (const { subject, folder } of subjects) if (folder) await subject.install(folder);
// Each extension loads its list now, from its package or from its address.
await pause(5_000);

const figures: Figures[] = [];
for (const { name, subject, folder, url } of subjects) {
  await subject.learn(UNLISTED);
  const [unlisted, listed] = [await subject.cost(UNLISTED), await subject.cost(url)];
  const trial = await subject.trial(url);
  const shows = (['toolbar', 'badge'] as const).filter((mark) => !Number.isNaN(trial[mark]));
  if (folder && !shows.length) throw new Error(`${name} shows nothing on ${url}`);
  figures.push({ name, unlisted, listed, shows, loads: [], warm: [], cold: [] });
}

for (let round = 0; round < Number(values.rounds); round++) {
  const order = subjects
    .map((each, at) => ({ ...each, figures: figures[at]!, draw: Math.random() }))
    .sort((a, b) => a.draw - b.draw);
  for (const { subject, url, folder, figures } of order) {
    // The unlisted page first: it starts the worker for the warm visit.
    figures.loads.push(await subject.load(UNLISTED));
    if (!folder) continue;
    figures.warm.push(await subject.times(url, { cold: false, shows: figures.shows }));
    figures.cold.push(await subject.times(url, { cold: true, shows: figures.shows }));
  }
  console.error(`round ${round + 1} of ${values.rounds}`);
}
for (const { subject } of subjects) await subject.close();
await sites.close();

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]!.toFixed(1)} at the end`;
if (values.json) console.log(JSON.stringify({ machine, packageBytes, figures }, null, 2));
else console.log(costTables({ machine, packageBytes, figures }));
process.exit(0);
