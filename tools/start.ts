/**
 * `npm start`: a demo with the real records. Signs the list with a new key, serves it on loopback and opens a browser
 * with the extension. Real listed host names lead to small local pages, so no listed site is contacted. With a display
 * the browser stays open; without one it runs headless, and what it shows is printed.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { programArguments, usage } from '../src/pipeline/arguments.ts';
import { bearClosedPipes } from '../src/pipeline/closed-pipe.ts';
import { compile } from '../src/pipeline/compile.ts';
import { readDataset } from '../src/pipeline/dataset.ts';
import { serveFolder } from '../src/pipeline/serve.ts';
import { launch } from './drivers/chromium.ts';
import { serveSites } from './servers/sites.ts';
import { buildExtension, makeRelease } from './build.ts';
import { chooseSites } from './demo-sites.ts';
import { observe, say } from './observe.ts';

const USAGE = usage(
  'npm start -- [options]',
  'The extension on the real records, in a browser: see the head of tools/start.ts.',
  [['--headless', 'also where there is a display: prints what the browser shows']],
);

bearClosedPipes();
const { values } = programArguments(USAGE, { headless: { type: 'boolean', default: false } });
const data = process.env.LISTMARK_DATA ?? 'data';
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headed = hasDisplay && !values.headless;
const shots = process.env.LISTMARK_SHOTS ?? '.listmark/screenshots';

const dir = mkdtempSync(join(tmpdir(), 'listmark-start-'));
const cleanups: (() => unknown)[] = [() => rmSync(dir, { recursive: true, force: true })];
let ending: Promise<void> | null = null;
const end = () =>
  (ending ??= cleanups
    .reduceRight<Promise<unknown>>((before, cleanup) => before.then(cleanup).catch(() => undefined), Promise.resolve())
    .then(() => undefined));
// `on`, not `once`: the drivers ignore an interrupt only while there is another listener.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end().then(() => process.exit(130)));

try {
  const chosen = await chooseSites(compile(readDataset(data).dataset));
  const from = await makeRelease(dir, data);
  const listServer = await serveFolder(from.release, 0);
  cleanups.push(() => (listServer.closeAllConnections(), listServer.close()));
  const address = `http://127.0.0.1:${(listServer.address() as AddressInfo).port}/`;
  const extensionDir = await buildExtension({
    target: 'chrome',
    out: join(dir, 'extension'),
    from,
    address,
    hosts: !headed,
  });
  const sites = await serveSites(chosen.map(({ host }) => host));
  cleanups.push(() => sites.close());
  const browser = await launch({ extensionDir, hosts: sites.hosts, headed });
  cleanups.push(() => browser.close());
  console.log(`${browser.version}, list served at ${address}`);

  if (headed) {
    await browser.open(`http://${chosen[0]!.host}/`);
    console.log(
      `The browser shows ${chosen[0]!.host} (a local page). Try also: ${chosen
        .slice(1)
        .map(({ host }) => host)
        .join(', ')}. Ctrl-C ends it.`,
    );
    await new Promise<void>((resolve) => browser.onClosed(resolve));
  } else {
    mkdirSync(shots, { recursive: true });
    for (const { host, kind } of chosen) say(kind, await observe(browser, host, shots));
    console.log(`Screenshots are in ${shots}`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await end();
}
