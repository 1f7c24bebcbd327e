/**
 * The store in trouble, in the real browsers: it still flags, from the stored list or the one in the package, and the
 * list line says from which.
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
  holdOlderVersion,
  letGo,
  refuseDatabase,
  refuseWrites,
  silenceDatabase,
  writeNewerVersion,
} from './store-spoilers.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
const FROM_THE_NETWORK = 500;
const BUNDLED = readDataset('data').dataset.release.sequence;

describe.each(BROWSERS)('With its store in trouble, %s still flags, and says from which list:', (name) => {
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

  const flags = async () => {
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
    await flags();
  };

  it('the database is deleted under its feet', async () => {
    await (await client.page()).evaluate(deleteDatabase);
    await flags();
    expect(await line()).toMatch(new RegExp(`Release ${BUNDLED}, .*from the package`));
    await recovers();
  });

  it('the database is deleted while the worker is dead', async () => {
    await browser.killWorker();
    await (await client.page()).evaluate(deleteDatabase);
    await flags();
    expect(await line()).toMatch(/from the package/);
    await recovers();
  });

  it('a block of the database is gone', async () => {
    await (await client.page()).evaluate(deleteKey, 'library');
    // A worker that has read the block goes on by what it read; the next one misses it.
    await flags();
    await browser.killWorker();
    await flags();
    expect(await line()).toMatch(/from the package/);
    await recovers();
  });

  it('the names in the database are gone, the records are not: mended from them', async () => {
    await (await client.page()).evaluate(deleteKey, 'names 0');
    await flags();
    expect(await line()).toMatch(new RegExp(`Release ${FROM_THE_NETWORK},`));
    await recovers();
  });

  it('the database was written by a newer version', async () => {
    await (await client.page()).evaluate(writeNewerVersion);
    await browser.killWorker();
    await flags();
    expect(await line()).toMatch(
      /from the package.*\n+.*held in memory only: the stored list was written by a newer version of Listmark/,
    );
    // What comes from the network is taken too, until the worker ends.
    expect((await client.sync()).line).toMatch(new RegExp(`Release ${FROM_THE_NETWORK},.*\n+.*held in memory only`));
    await (await client.page()).evaluate(deleteDatabase);
    await recovers();
  });

  it('the browser refuses the database', async () => {
    await browser.killWorker();
    await browser.inWorker(refuseDatabase);
    // Whatever the worker has opened already is taken from it.
    await (await client.page()).evaluate(deleteDatabase);
    await flags();
    expect(await line()).toMatch(
      /from the package.*\n+.*held in memory only: the browser does not let extensions store data/,
    );
    await browser.killWorker();
    await recovers();
  });

  /** How long a visit takes to be flagged is printed, not judged. */
  const flagsFromThePackage = async () => {
    const begun = Date.now();
    await flags();
    console.log(
      `${name}: flagged ${Date.now() - begun} ms after the visit began, with a database that does not answer`,
    );
    expect(await line()).toMatch(
      /from the package.*\n+.*held in memory only: the browser’s database does not answer.*restart the browser/,
    );
    expect((await client.sync()).line).toMatch(new RegExp(`Release ${FROM_THE_NETWORK},.*\n+.*held in memory only`));
    const options = await browser.extensionPage('src/options/index.html');
    await until(
      () => options.text(),
      (text) =>
        /Which series count \(\d+ of \d+\)/.test(text) && text.includes('Which registers you added is not known'),
    );
    await options.close();
  };

  it('opening the database never ends: answered after two seconds, and no page of ours stays blank', async () => {
    await browser.killWorker();
    await browser.inWorker(silenceDatabase);
    // Whatever the worker has opened already is taken from it.
    await (await client.page()).evaluate(deleteDatabase);
    await flagsFromThePackage();
    await browser.killWorker();
    await recovers();
  });

  it('an older version holds the database open: answered after two seconds, and stored again once it has let go', async () => {
    const older = await browser.extensionPage('src/welcome/index.html');
    await browser.killWorker();
    await older.evaluate(holdOlderVersion);
    await flagsFromThePackage();
    await older.evaluate(letGo);
    await recovers();
    await older.close();
  });

  it('the disk is full: the last good list stays, and the reason is told', async () => {
    await browser.inWorker(refuseWrites);
    const { dataset } = readDataset('data');
    const key = JSON.parse(readFileSync(inject('workshop').key, 'utf8')) as JWK;
    const newer = await releaseOf(
      { ...dataset, release: { ...dataset.release, sequence: FROM_THE_NETWORK + 1 } },
      { key },
    );
    files.clear();
    for (const [path, bytes] of newer.files) files.set(path, bytes);
    const { code, line: told } = await client.sync();
    expect({ code, told }).toMatchObject({
      code: 'store',
      told: expect.stringMatching(/Release 500,[^]*Last check failed[^]*the disk is full/) as string,
    });
    expect(await client.held()).toEqual({ sequence: FROM_THE_NETWORK, records: good.records });
    await flags();
    await browser.killWorker();
    files.clear();
    for (const [path, bytes] of good.files) files.set(path, bytes);
  });

  it('the extension is updated during a sync', async () => {
    await (await client.page()).evaluate(deleteDatabase);
    await flags();
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
    await flags();
    await recovers();
  });
});

describe('With Firefox never remembering history', () => {
  it('still flags, and the list line says where the list is', async () => {
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
