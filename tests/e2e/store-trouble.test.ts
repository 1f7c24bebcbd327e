/**
 * A damaged or blocked database, in real browsers: sites are still marked, with the stored or the bundled list, and the
 * list line shows which one.
 */
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readDataset } from '../../src/pipeline/dataset.ts';
import { releaseOf, type Release } from '../attacks/world.ts';
import { BROWSERS, launch, slot } from './browsers.ts';
import { until, type Driver, type Page } from '../../tools/drivers/driver.ts';
import { changePackage, copyOf, ListClient } from './list-client.ts';
import { ListServer } from '../../tools/servers/list-server.ts';
import { serveSites, type Sites } from '../../tools/servers/sites.ts';
import {
  deleteDatabase,
  deleteKey,
  closeOlderVersion,
  hangDatabase,
  openOlderVersion,
  refuseDatabase,
  refuseWrites,
  writeNewerVersion,
} from './store-spoilers.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
const FROM_THE_NETWORK = 500;
const BUNDLED = readDataset('data').dataset.release.sequence;

describe.each(BROWSERS)('In %s sites are still marked, and the list line shows which list is used:', (name) => {
  const files = new Map<string, Uint8Array>();
  let browser: Driver;
  let client: ListClient;
  let server: ListServer;
  let sites: Sites;
  let extensionDir: string;
  let page: Page;
  let good: Release;
  let visits = 0;

  beforeAll(async () => {
    const { dataset } = readDataset('data');
    const key = JSON.parse(readFileSync(inject('workshop').key, 'utf8')) as JWK;
    good = await releaseOf({ ...dataset, release: { ...dataset.release, sequence: FROM_THE_NETWORK } }, { key });
    for (const [path, bytes] of good.files) files.set(path, bytes);
    server = await ListServer.start({ files, port: slot().listPort });
    sites = await serveSites([LISTED, 'unlisted.example']);
    extensionDir = copyOf(slot().builds[name].granted, 'troubled');
    browser = await launch(name, { extensionDir, hosts: sites.hosts });
    client = new ListClient(browser, extensionDir);
    page = await browser.open('http://unlisted.example/');
    expect(await client.sync()).toMatchObject({
      line: expect.stringContaining(`Release ${FROM_THE_NETWORK},`) as string,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await sites?.close();
    await server?.close();
  });

  const marksListedSite = async () => {
    await page.goto(`http://${LISTED}/${++visits}`);
    await until(() => browser.toolbar(page.address), saysNamed);
  };
  const line = async () => {
    const popup = await client.page();
    await popup.reload();
    return until(
      () => popup.evaluate(() => document.querySelector<HTMLElement>('footer [role=status]')?.innerText ?? ''),
      Boolean,
    );
  };
  const recovers = async () => {
    expect((await client.sync()).line).toMatch(new RegExp(`Release ${FROM_THE_NETWORK},`));
    expect(await client.held()).toEqual({ sequence: FROM_THE_NETWORK, records: good.records });
    await marksListedSite();
  };

  it('the database is deleted while the worker runs', async () => {
    await (await client.page()).evaluate(deleteDatabase);
    await marksListedSite();
    expect(await line()).toMatch(new RegExp(`Release ${BUNDLED}, .*came with the extension`));
    await recovers();
  });

  it('the database is deleted while the worker is stopped', async () => {
    await browser.killWorker();
    await (await client.page()).evaluate(deleteDatabase);
    await marksListedSite();
    expect(await line()).toMatch(/came with the extension/);
    await recovers();
  });

  it('a block of the stored list is missing', async () => {
    await (await client.page()).evaluate(deleteKey, 'library');
    // A running worker has the block in memory; only the next worker notices that it is missing.
    await marksListedSite();
    await browser.killWorker();
    await marksListedSite();
    expect(await line()).toMatch(/came with the extension/);
    await recovers();
  });

  it('the stored names are missing, the records are not: the names are repaired from them', async () => {
    await (await client.page()).evaluate(deleteKey, 'names 0');
    await marksListedSite();
    expect(await line()).toMatch(new RegExp(`Release ${FROM_THE_NETWORK},`));
    await recovers();
  });

  it('the database was written by a newer version', async () => {
    await (await client.page()).evaluate(writeNewerVersion);
    await browser.killWorker();
    await marksListedSite();
    expect(await line()).toMatch(
      /came with the extension.*\n+.*held in memory only: the stored list was written by a newer version of Listmark/,
    );
    // A sync is used too, in memory until the worker ends.
    expect((await client.sync()).line).toMatch(new RegExp(`Release ${FROM_THE_NETWORK},.*\n+.*held in memory only`));
    await (await client.page()).evaluate(deleteDatabase);
    await recovers();
  });

  it('the browser refuses the database', async () => {
    await browser.killWorker();
    await browser.inWorker(refuseDatabase);
    // Closes the connection that the worker has already opened.
    await (await client.page()).evaluate(deleteDatabase);
    await marksListedSite();
    expect(await line()).toMatch(
      /came with the extension.*\n+.*held in memory only: the browser does not let extensions store data/,
    );
    await browser.killWorker();
    await recovers();
  });

  /** Prints how long it takes to mark the site, without a limit. */
  const marksWithBundledList = async () => {
    const begun = Date.now();
    await marksListedSite();
    console.log(`${name}: marked ${Date.now() - begun} ms after the visit began, with a database that does not answer`);
    expect(await line()).toMatch(
      /came with the extension.*\n+.*held in memory only: the browser’s database does not answer.*restart the browser/,
    );
    expect((await client.sync()).line).toMatch(new RegExp(`Release ${FROM_THE_NETWORK},.*\n+.*held in memory only`));
    const options = await browser.extensionPage('src/options/index.html');
    await until(
      () => options.text(),
      (text) => /Government lists \(\d+ of \d+\)/.test(text) && text.includes('Which registers you added is not known'),
    );
    await options.close();
  };

  it('opening the database never ends: the look-up goes on after two seconds, and no page stays blank', async () => {
    await browser.killWorker();
    await browser.inWorker(hangDatabase);
    // Closes the connection that the worker has already opened.
    await (await client.page()).evaluate(deleteDatabase);
    await marksWithBundledList();
    await browser.killWorker();
    await recovers();
  });

  it('an older version keeps the database open: the look-up goes on after two seconds; after its close the list is stored again', async () => {
    const older = await browser.extensionPage('src/welcome/index.html');
    await browser.killWorker();
    await older.evaluate(openOlderVersion);
    await marksWithBundledList();
    await older.evaluate(closeOlderVersion);
    await recovers();
    await older.close();
  });

  it('the disk is full: the last good list stays, and the reason is shown', async () => {
    await browser.inWorker(refuseWrites);
    const { dataset } = readDataset('data');
    const key = JSON.parse(readFileSync(inject('workshop').key, 'utf8')) as JWK;
    const newer = await releaseOf(
      { ...dataset, release: { ...dataset.release, sequence: FROM_THE_NETWORK + 1 } },
      { key },
    );
    files.clear();
    for (const [path, bytes] of newer.files) files.set(path, bytes);
    const { code, line: listLine } = await client.sync();
    expect({ code, listLine }).toMatchObject({
      code: 'store',
      listLine: expect.stringMatching(/Release 500,[^]*Last check failed[^]*the disk is full/) as string,
    });
    expect(await client.held()).toEqual({ sequence: FROM_THE_NETWORK, records: good.records });
    await marksListedSite();
    await browser.killWorker();
    files.clear();
    for (const [path, bytes] of good.files) files.set(path, bytes);
  });

  it('the extension is updated during a sync', async () => {
    await (await client.page()).evaluate(deleteDatabase);
    await marksListedSite();
    let release = () => {};
    const hold = new Promise<void>((resolve) => (release = resolve));
    const before = server.log.length;
    server.behave = ({ path }) => (path.includes(good.built.manifest.records.hash) ? { hold } : undefined);
    await client.startSync();
    await until(() => server.log.slice(before).some(({ path }) => path.includes(good.built.manifest.records.hash)));
    await client.close();
    changePackage(extensionDir, {});
    await browser.reinstall(extensionDir);
    release();
    server.behave = () => undefined;
    await marksListedSite();
    await recovers();
  });
});

describe('With Firefox never remembering history', () => {
  it('sites are still marked, and the list line shows the release', async () => {
    const sites = await serveSites([LISTED, 'unlisted.example']);
    const server = await ListServer.start({ files: inject('workshop').release, port: slot().listPort });
    const extensionDir = slot().builds.firefox.granted;
    const browser = await launch('firefox', {
      extensionDir,
      hosts: sites.hosts,
      prefs: { 'browser.privatebrowsing.autostart': true },
    });
    try {
      const page = await browser.open(`http://${LISTED}/`);
      await until(() => browser.toolbar(page.address), saysNamed);
      const { line } = await new ListClient(browser, extensionDir).sync();
      console.log(`Firefox, permanent private browsing: ${line?.replaceAll('\n', ' / ')}`);
      expect(line).toMatch(/Release \d+, /);
    } finally {
      await browser.close();
      await sites.close();
      await server.close();
    }
  });
});
