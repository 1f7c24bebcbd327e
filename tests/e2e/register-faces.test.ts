/** Registers on the faces: added by address in the options, shown in the popup with their own name, removed. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readKey } from '../../src/pipeline/keys.ts';
import { publishRegister, register } from '../register-fixtures.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { until, type Page } from '../../tools/drivers/driver.ts';
import { ListServer } from '../../tools/servers/list-server.ts';

const now = new Date();
const dates = { issued: now.toISOString(), expires: new Date(now.getTime() + 864e5).toISOString() };

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let server: ListServer;
  let options: Page;

  beforeAll(async () => {
    const { files } = await publishRegister(register(['listed.example', 'other.example']), {
      ...dates,
      key: readKey(inject('workshop').key),
    });
    around = await world(name, ['unlisted.example', 'www.listed.example']);
    server = await ListServer.start({ files });
    options = await around.browser.extensionPage('src/options/index.html');
    await says(options, 'Add register');
  });
  afterAll(async () => {
    await server?.close();
    await around?.end();
  });

  const says = (view: Page, words: string) =>
    until(
      () => view.text(),
      (text) => text.includes(words),
      15_000,
    );
  const add = async (address: string) => {
    await options.evaluate((typed) => {
      const field = document.querySelector<HTMLInputElement>('form:has(#register-said) input')!;
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    }, address);
    await options.press('Enter');
  };
  const popup = async (host: string) => {
    const view = await around.browser.extensionPage(`src/popup/index.html?url=http://${host}/`);
    await says(view, 'signature verified');
    return view;
  };

  it('shows why an address cannot be added, and adds nothing', async () => {
    await add('lists.example');
    await says(
      options,
      'Not the address of a register, such as https://lists.example/register/: expected an address that begins with https://. Nothing was added.',
    );
    await add('http://127.0.0.1:9/register');
    await says(options, 'Not added: the list’s host cannot be reached.');
    await add(around.server.url);
    await says(options, 'Not added: this is the address of Listmark’s own list, not of a register.');
    server.behave = ({ path }) =>
      path.includes('head') ? { corrupt: (body) => body.fill(65, body.length - 20) } : undefined;
    await add(server.url);
    await says(options, 'Not added: the signature of the head does not verify');
    server.behave = () => undefined;
    expect(await options.evaluate(() => document.querySelectorAll('li.register').length)).toBe(0);
  });

  it('adds a register by its address, and shows its publisher, number of names and licence', async () => {
    await add(server.url.replace(/\/$/, ''));
    const text = await says(options, 'Added.');

    expect(text).toContain('Example register');
    expect(text).toContain('Example Office · 2 names · release 1, 20 November 2026 · licence: Public domain');
  });

  it('shows a hit in the popup below the list’s own answer, and only for a host that it names', async () => {
    const view = await popup('www.listed.example');
    const text = await says(view, 'A register’s own words');

    expect(text).toContain('Not named by this address in what was searched');
    expect(text).toMatch(/Example register names listed\.example, entered \d{1,2} \w+ \d{4}, order \d+/);
    // A listed host is text, never a link.
    expect(
      await view.evaluate(() => [...document.links].filter((link) => link.href.includes('listed.example')).length),
    ).toBe(0);
    await view.close();
    const other = await popup('unlisted.example');
    expect(await other.text()).not.toMatch(/in registers/i);
    await other.close();
  });

  it('names the register in the toolbar’s title, and leaves the mark unchanged', async () => {
    const page = await around.browser.open('http://www.listed.example/');
    const { title, badgeText } = await until(
      () => around.browser.toolbar(page),
      (seen) => seen.title.includes('Also in'),
    );
    expect(title).toMatch(
      /^www\.listed\.example: not named by this address in the lists, orders and submissions on record\..*\nAlso in Example register$/s,
    );
    expect(badgeText).toBe('');
    await page.goto('http://unlisted.example/');
    await until(
      () => around.browser.toolbar(page),
      (seen) => seen.title.startsWith('unlisted.example') && !seen.title.includes('Also in'),
    );
    await page.close();
  });

  it('removes the register', async () => {
    await options.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label="Remove the register Example register"]')!.focus(),
    );
    await options.press('Enter');
    await says(options, 'Removed.');
    expect(await options.evaluate(() => document.activeElement?.textContent)).toBe('Registers');
    const view = await popup('www.listed.example');
    expect(await view.text()).not.toMatch(/in registers/i);
    await view.close();
  });
});
