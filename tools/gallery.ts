/**
 * Takes screenshots of every face in every state, in both browsers, light and dark, into .listmark/gallery: `npm run
 * gallery`. Arguments select: `npm run gallery -- firefox badge` takes only Firefox and only scenes with "badge" in
 * their names.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orUsage, programArguments, usage, UsageError } from '../src/pipeline/arguments.ts';
import { bearClosedPipes } from '../src/pipeline/closed-pipe.ts';
import { launch as launchChromium } from './drivers/chromium.ts';
import type { Driver, Page } from './drivers/driver.ts';
import { launch as launchFirefox } from './drivers/firefox.ts';
import { ListServer } from './servers/list-server.ts';
import { demoPage, serveSites } from './servers/sites.ts';
import { builds, hostOf, VARIANTS } from './gallery/builds.ts';
import { ensureXvfb } from './browsers.ts';
import { examples } from './gallery/examples.ts';
import { galleryRecords } from './gallery/records.ts';
import { scenes, type Around, type Scene } from './gallery/scenes.ts';

const OUT = '.listmark/gallery';
const WORK = '.listmark/gallery-builds';
const BROWSERS = {
  chromium: { launch: launchChromium, target: 'chrome' },
  firefox: { launch: launchFirefox, target: 'firefox' },
} as const;

const USAGE = usage(
  'npm run gallery -- [chromium | firefox] [words]',
  `Pictures of every face in every state from the real browsers, into ${OUT}; with words only the scenes whose names hold one of them.`,
);

bearClosedPipes();
const words = programArguments(USAGE, {}, Infinity).positionals;
const names = (Object.keys(BROWSERS) as (keyof typeof BROWSERS)[]).filter(
  (name) => !words.some((word) => word in BROWSERS) || words.includes(name),
);
const filters = words.filter((word) => !(word in BROWSERS));

mkdirSync(OUT, { recursive: true });
const data = process.env.LISTMARK_DATA ?? 'data';
const of = examples(data);
orUsage(USAGE, () => {
  const unknown = filters.find((word) => !scenes(of).some(({ name }) => name.includes(word)));
  if (unknown !== undefined) throw new UsageError(`no scene is called "${unknown}"`);
});
const records = galleryRecords(data, join(WORK, 'data'));
const sites = await serveSites([...of.values(), 'unlisted.example']);
sites.set('/rtl', demoPage('example').replace('<html lang="en">', '<html lang="ar" dir="rtl">'));
const served = new Map<string, Uint8Array>();
const server = await ListServer.start({ files: served });
const wanted = scenes(of).filter(
  (scene) =>
    (!filters.length || filters.some((word) => scene.name.includes(word))) && (scene.name !== 'toolbar' || hasScreen()),
);
const failed: string[] = [];
for (const name of names) {
  const built = await builds(join(WORK, name), records, BROWSERS[name].target, server.url);
  for (const path of readdirSync(built.release.release, { recursive: true, encoding: 'utf8' })) {
    if (/\.(jws|gz)$/.test(path)) served.set(path, readFileSync(join(built.release.release, path)));
  }
  for (const variant of VARIANTS) {
    const own = wanted.filter((scene) => (scene.variant ?? 'fresh') === variant);
    if (!own.length) continue;
    hostIs(hostOf(variant));
    const browser = await BROWSERS[name].launch({ extensionDir: built.of[variant], hosts: sites.hosts });
    for (const scene of own) {
      if (scene.host) hostIs(scene.host);
      await shoot(browser, scene, { of: built.of, hosts: sites.hosts, hostIs }).catch((error: unknown) =>
        failed.push(`${name} ${scene.name}: ${String(error)}`),
      );
    }
    await browser.close();
  }
}
await sites.close();
await server.close();
writeFileSync(join(OUT, 'index.html'), index());
for (const line of failed) console.error(line);
console.log(`${OUT}/index.html`);
process.exit(failed.length ? 1 : 0);

/** A toolbar needs a display; a virtual one is enough. */
function hasScreen(): boolean {
  try {
    ensureXvfb();
    return true;
  } catch (error) {
    console.warn(`No picture of the toolbar: ${(error as Error).message}`);
    return false;
  }
}

function hostIs(state: Scene['host']): void {
  server.behave = ({ path }) => {
    if (state === 'down') return { drop: true };
    // Another file, not another body: the browser's cache holds the good one, and revalidation would say that nothing
    // changed.
    if (state !== 'tampers' || path !== 'head.jws') return undefined;
    const head = Buffer.from(served.get(path)!);
    return { replace: head.fill('B', head.length - 20, head.length - 10) };
  };
}

async function shoot(browser: Driver, scene: Scene, around: Around): Promise<void> {
  // Changes made by one scene (a closed badge, a setting) must not show in the next.
  await browser.inWorker(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { clear(): Promise<void> } } } }
    ).chrome.storage.local.clear(),
  );
  const page = await scene.open(browser, around);
  try {
    if (scene.rtl) await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
    if (scene.width) await resize(page as Page, scene.width, scene.height);
    for (const scheme of ['light', 'dark'] as const)
      await page.screenshot({ scheme, path: join(OUT, file(scene, browser.name, scheme)) });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) throw new Error(`the page is ${wide} px wider than its window`);
  } finally {
    await page.close();
  }
}

async function resize(page: Page, width: number, height?: number): Promise<void> {
  await page.viewport(width, height ?? 700);
  if (!height)
    await page.viewport(width, Math.min(6000, await page.evaluate(() => document.documentElement.scrollHeight)));
}

function file({ name }: Scene, browser: string, scheme: string): string {
  return `${name}-${browser}-${scheme}.png`;
}

function index(): string {
  const figures = scenes(of).flatMap((scene) =>
    Object.keys(BROWSERS).flatMap((browser) =>
      ['light', 'dark'].map(
        (scheme) =>
          `<figure><img loading="lazy" src="${file(scene, browser, scheme)}" alt=""><figcaption>${scene.name}, ${browser}, ${scheme}</figcaption></figure>`,
      ),
    ),
  );
  return `<!doctype html><meta charset="utf-8"><title>Listmark: gallery</title>
<style>body{font:14px system-ui;background:#c9ced8;display:flex;flex-wrap:wrap;gap:20px;align-items:start}figure{margin:0}img{max-width:460px;box-shadow:0 4px 16px #0003}</style>
${figures.join('\n')}`;
}
