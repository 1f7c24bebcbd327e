/**
 * The list in real browsers: bundled, kept after a refusal, or missing; with the words of the toolbar and the popup.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { BROWSERS, world, type BrowserName, type World, slot } from './browsers.ts';
import { until } from '../../tools/drivers/driver.ts';
import { saysNamed } from './toolbar-words.ts';

const released = (): Map<string, Uint8Array> =>
  new Map(
    readdirSync(inject('workshop').release, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      /\.(jws|gz)$/.test(name) ? [[name, readFileSync(join(inject('workshop').release, name))]] : [],
    ),
  );

describe.each(BROWSERS)('%s', (name: BrowserName) => {
  const worlds: World[] = [];
  const start = async (...args: Parameters<typeof world> extends [unknown, ...infer Rest] ? Rest : never) => {
    const around = await world(name, ...args);
    worlds.push(around);
    return around;
  };
  afterAll(() => Promise.all(worlds.map((around) => around.end().catch(() => undefined))));

  it('marks sites with the bundled list on a first run without the list’s host, and shows the failed sync', async () => {
    const around = await start(['thepiratebay.org'], { files: new Map() });
    const page = await around.browser.open('http://thepiratebay.org/');
    await until(() => around.browser.toolbar(page), saysNamed);
    const popup = await around.browser.popup(page);
    const text = await until(
      () => popup.text(),
      (words) => words.includes('Last check failed'),
    );
    expect(text).toMatch(/came with the extension/);
    expect(text).toMatch(/answered 404 for head\.jws/);
    await around.end();
  });

  it('keeps its list and shows the reason if the head was changed', async () => {
    const files = released();
    const head = Buffer.from(files.get('head.jws')!);
    head[head.length - 10] = head[head.length - 10] === 65 ? 66 : 65;
    const around = await start(['thepiratebay.org'], { files: files.set('head.jws', head) });
    const page = await around.browser.open('http://thepiratebay.org/');
    await until(() => around.browser.toolbar(page), saysNamed);
    const popup = await around.browser.popup(page);
    await until(
      () => popup.text(),
      (words) => words.includes('the signature of the head does not verify'),
    );
    await around.end();
  });

  it('shows that no list is loaded, and that a browser page is not checked', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'listmark-nolist-'));
    cpSync(slot().builds[name].granted, empty, { recursive: true });
    rmSync(join(empty, 'list'), { recursive: true });
    const around = await start(['thepiratebay.org'], { files: new Map(), extensionDir: empty });
    const page = await around.browser.open('http://thepiratebay.org/');
    await until(
      () => around.browser.toolbar(page),
      (state) => state.title.includes('the list is not loaded'),
    );
    const popup = await around.browser.popup(page);
    await until(
      () => popup.text(),
      (words) => words.includes('No list is loaded'),
    );
    await popup.close();
    const blank = await around.browser.open('about:blank');
    await until(
      () => around.browser.toolbar('about:blank'),
      (state) => state.title.includes('not checked'),
    );
    await blank.close();
    await around.end();
    rmSync(empty, { recursive: true });
  });
});
