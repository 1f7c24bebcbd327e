/**
 * What the extension costs a page, in Chromium: nothing on an unlisted one beside a browser without the extension; on a listed one the
 * badge's bytes and nodes, and the time from navigation start to the toolbar's mark and to the visible badge, warm and with a worker
 * freshly killed. `npx tsx tests/bench/page-cost.ts [folder of another built extension] [its listed host]` measures a peer in the same run.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { ensureChromium } from '../../tools/browsers.ts';
import { buildExtension, makeRelease } from '../../tools/build.ts';
import { pause, until } from '../e2e/driver.ts';
import { serveSites } from '../e2e/sites.ts';

const DIR = '.listmark/bench';
const ROUNDS = 4;
const UNLISTED = 'unlisted.example';

/** Appended to the worker's first file: when the toolbar was told what, by the clock that pages share. */
const SPY = `
;globalThis.listmarkMarks = [];
for (const name of ['setIcon', 'setBadgeText', 'setTitle']) {
  const real = chrome.action[name].bind(chrome.action);
  chrome.action[name] = (...about) => { globalThis.listmarkMarks.push({ at: performance.timeOrigin + performance.now(), what: JSON.stringify(about[0]) }); return real(...about); };
}
`;

interface Subject {
  name: string;
  extension: string | null;
  listed: string;
}

const peer = process.argv[2];
mkdirSync(DIR, { recursive: true });
const from = await makeRelease(DIR, process.env.LISTMARK_DATA ?? 'data');
const built = await buildExtension({ target: 'chrome', out: join(DIR, 'chrome'), from, address: 'http://127.0.0.1:9/', hosts: true });
const LISTED = 'thepiratebay.org';
const subjects: Subject[] = [
  { name: 'no extension', extension: null, listed: LISTED },
  { name: 'Listmark', extension: spied(built, 'listmark'), listed: LISTED },
  ...(peer ? [{ name: 'peer', extension: spied(peer, 'peer'), listed: process.argv[3] ?? 'nintendo.com' }] : []),
];
const sites = await serveSites([UNLISTED, ...subjects.map((subject) => subject.listed)]);
for (const subject of subjects) console.log(JSON.stringify(await measure(subject)));
await sites.close();

function spied(folder: string, name: string): string {
  const to = resolve(DIR, `${name}-spied`);
  cpSync(folder, to, { recursive: true });
  const { background } = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8')) as { background: { service_worker: string } };
  const worker = join(to, background.service_worker);
  writeFileSync(worker, readFileSync(worker, 'utf8') + SPY);
  if (!existsSync(worker)) throw new Error(`${folder} has no worker`);
  return to;
}

async function measure({ name, extension, listed }: Subject) {
  const rules = [...sites.hosts].map(([host, { http }]) => `MAP ${host}:80 127.0.0.1:${http}`).join(',');
  const browser = await puppeteer.launch({
    executablePath: ensureChromium(),
    pipe: true,
    protocolTimeout: 20_000,
    enableExtensions: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--host-resolver-rules=${rules},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    ],
  });
  try {
    if (extension) await browser.installExtension(extension);
    await pause(3000);
    const page = await browser.newPage();
    const unlisted = await cost(page, `http://${UNLISTED}/`);
    if (!extension) return { name, unlisted };
    const onListed = await cost(page, `http://${listed}/`);
    const warm: Times[] = [];
    const cold: Times[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      warm.push(await times(browser, listed, `/w${round}`));
      await pause(500);
      await kill(browser);
      await pause(600);
      cold.push(await times(browser, listed, `/c${round}`));
    }
    return { name, unlisted, listed: onListed, warm: medians(warm), cold: medians(cold) };
  } finally {
    await browser.close();
  }
}

/** Scripts and their bytes in any world, nodes (shadow roots opened), style sheets and requests of one load. */
async function cost(page: Page, url: string) {
  const session = await page.createCDPSession();
  const scripts: { url: string; length: number }[] = [];
  const requests: string[] = [];
  session.on('Debugger.scriptParsed', ({ url: address, length = 0 }) => void (address.startsWith('pptr:') || scripts.push({ url: address, length })));
  session.on('Network.requestWillBeSent', ({ request }) => void requests.push(request.url));
  await session.send('Debugger.enable');
  await session.send('Network.enable');
  scripts.length = 0;
  await page.goto(url);
  await pause(1500);
  const own = scripts.filter((script) => script.url && !script.url.startsWith('http'));
  const result = {
    scripts: own.length,
    scriptBytes: own.reduce((sum, script) => sum + script.length, 0),
    nodes: await nodes(session),
    sheets: await page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length),
    requests: requests.length,
  };
  await session.detach();
  return result;
}

async function nodes(session: CDPSession): Promise<number> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const count = (node: { nodeType: number; children?: unknown[]; shadowRoots?: unknown[] }): number =>
    (node.nodeType === 1 ? 1 : 0) + [...(node.children ?? []), ...(node.shadowRoots ?? [])].reduce<number>((sum, each) => sum + count(each as typeof node), 0);
  return count(root);
}

interface Times {
  toolbar: number;
  badge: number;
}
async function times(browser: Browser, host: string, path: string): Promise<Times> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const world = globalThis as { listmarkSeen?: number };
    // Something that is no part of the page stands in it: the badge, or whatever a peer draws.
    const look = () => {
      const foreign =
        document.documentElement &&
        [...document.documentElement.children, ...(document.body?.children ?? [])].some(
          (each) =>
            !/^(HEAD|BODY|HEADER|MAIN|STYLE|SCRIPT)$/.test(each.tagName) && each.getBoundingClientRect().height >= 0 && !(each instanceof HTMLIFrameElement),
        );
      if (foreign) world.listmarkSeen ??= performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(`http://${host}${path}`);
  // A tab that swaps its process answers nothing for a moment.
  const look = () =>
    page
      .evaluate(() => ({ badge: (globalThis as { listmarkSeen?: number }).listmarkSeen ?? NaN, start: performance.timeOrigin }))
      .catch(() => ({ badge: NaN, start: NaN }));
  const { badge, start } = await until(look, (seen) => seen.badge > 0, 5000).catch(look);
  await pause(300);
  const target = browser.targets().findLast((each) => each.type() === 'service_worker');
  const worker = await target?.worker().catch(() => null);
  const marks = ((await worker?.evaluate('globalThis.listmarkMarks').catch(() => null)) ?? []) as { at: number; what: string }[];
  await page.close();
  const first = marks.find((mark) => mark.at >= start && /LIST|listed|Named|"text":"[^"]+"/.test(mark.what));
  return { toolbar: first ? first.at - start : NaN, badge };
}

async function kill(browser: Browser): Promise<void> {
  const target = browser.targets().findLast((each) => each.type() === 'service_worker');
  await (await target?.worker())?.close();
}

function medians(all: Times[]): Times & { rounds: number } {
  const middle = (values: number[]) => Math.round(values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN);
  return { toolbar: middle(all.map((each) => each.toolbar)), badge: middle(all.map((each) => each.badge)), rounds: all.length };
}
