/**
 * `npm run dev`: runs the extension in a real Chromium. After every change of code, records or manifest it builds again
 * and reloads worker, pages, badge and list. Shows the first listed site (a local page; no listed site is contacted)
 * and prints the state of the toolbar. If a build fails, it prints the error and keeps the last good build.
 */
import { mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programArguments, usage } from '../src/pipeline/arguments.ts';
import { compile } from '../src/pipeline/compile.ts';
import { readDataset } from '../src/pipeline/dataset.ts';
import { launch } from './drivers/chromium.ts';
import { until } from './drivers/driver.ts';
import { serveSites } from './servers/sites.ts';
import { buildExtension, makeRelease } from './build.ts';
import { chooseSites } from './demo-sites.ts';

const USAGE = usage(
  'npm run dev -- [options]',
  'Chromium with the extension, loaded again after every change: see the head of tools/dev.ts.',
  [['--headless', 'without a window']],
);
const { values } = programArguments(USAGE, { headless: { type: 'boolean', default: false } });
const data = process.env.LISTMARK_DATA ?? 'data';
/** Milliseconds to wait after the last change: editors write a file in several steps. */
const QUIET = 200;

const dir = mkdtempSync(join(tmpdir(), 'listmark-dev-'));
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
const extension = join(dir, 'extension');

/** @param builds number of earlier builds: each list must be newer than the one stored in the browser */
async function build(builds: number): Promise<void> {
  const from = await makeRelease(dir, data, () => false, builds);
  await buildExtension({ target: 'chrome', out: extension, from, address: '', hosts: true });
}

let changed = 0;
for (const path of ['src', 'public', 'manifest.json', 'vite.config.ts', data])
  watch(path, { recursive: true }, () => void (changed = Date.now()));

await build(0);
const chosen = await chooseSites(compile(readDataset(data).dataset));
const sites = await serveSites(chosen.map(({ host }) => host));
const browser = await launch({ extensionDir: extension, hosts: sites.hosts, headed: !values.headless });
let ends = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void (ends = true));
browser.onClosed(() => void (ends = true));

const { host } = chosen[0]!;
const page = await browser.open(`http://${host}/`);
const show = async (what: string) => {
  const { title } = await until(
    () => browser.toolbar(page),
    (state) => state.title.startsWith(host),
    20_000,
  );
  console.log(`${what}: ${title}`);
};
await show(`Loaded in ${browser.version}; sites to try: ${chosen.map((site) => site.host).join(', ')}; Ctrl-C ends it`);

/** The browser answers from the list of the build before until the new one is stored. */
async function untilStored(sequence: number): Promise<void> {
  const popup = await browser.extensionPage(`src/popup/index.html?url=${encodeURIComponent(`http://${host}/`)}`);
  await until(
    () => popup.text(),
    (text) => text.includes(`Release ${sequence},`),
    30_000,
  );
  await popup.close();
}

for (let builds = 1; !ends; await pause(50)) {
  if (!changed || Date.now() - changed < QUIET) continue;
  changed = 0;
  try {
    const number = builds++;
    await build(number);
    await browser.reinstall();
    await untilStored(readDataset(data).dataset.release.sequence + number);
    await page.goto(`http://${host}/`);
    await show('Loaded again');
  } catch (error) {
    if (!ends) console.error((error as Error).message);
  }
}
await browser.close().catch(() => undefined);
await sites.close();
process.exit(0);
