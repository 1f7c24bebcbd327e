/** Each setting has its effect, and the welcome page has its demo and explains each permission. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { pause, until, type Page, type View } from '../../tools/drivers/driver.ts';
import { ListServer } from '../../tools/servers/list-server.ts';

const LISTED = 'thepiratebay.org';
interface Api {
  chrome: {
    alarms: { get(name: string): Promise<{ scheduledTime: number }> };
    storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
  };
}
interface Saving {
  saved: { name: string; text: Promise<string> };
}

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let options: Page;
  beforeAll(async () => {
    around = await world(name, [LISTED, 'piratebay.se']);
    options = await around.browser.extensionPage('src/options/index.html');
    await says(options, /Lists and orders that count/);
    await options.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  });
  afterAll(() => around?.end());

  const says = (view: View, words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      15_000,
    );
  const settings = () =>
    options.evaluate(
      async () =>
        ((await (globalThis as unknown as Api).chrome.storage.local.get('settings'))['settings'] ?? {}) as Record<
          string,
          unknown
        >,
    );
  const press = async (label: string) => {
    await options.evaluate(
      (words) =>
        [...document.querySelectorAll('label')]
          .find((each) => each.innerText.trim() === words)!
          .querySelector('input')!
          .click(),
      label,
    );
  };
  const button = (words: string) =>
    options.evaluate(
      (label) => [...document.querySelectorAll('button')].find((each) => each.innerText === label)!.click(),
      words,
    );
  const choose = (selector: string, value: string) =>
    options.evaluate(
      (which, wanted) => {
        const field = document.querySelector<HTMLSelectElement | HTMLTextAreaElement>(which)!;
        field.value = wanted;
        field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
      },
      selector,
      value,
    );

  it('a chosen jurisdiction comes first among orders of equal rank', async () => {
    const page = await around.browser.open('http://kinox.to/');
    const title = (words: string) =>
      until(
        () => around.browser.toolbar(page),
        (state) => state.title.includes(words),
      );
    await title('Germany');
    await press('Austria');
    await title('Austria');
    await press('Austria');
    await title('Germany');
    await page.close();
  });

  it('with "Always a dot" the badge starts as a dot', async () => {
    await press('Always a dot');
    const page = await around.browser.open(`http://${LISTED}/`);
    const width = await until(() =>
      page.evaluate(() => document.querySelector('[popover]')?.getBoundingClientRect().width ?? 0),
    );
    expect(width).toBeLessThan(60);
    await page.close();
  });

  it('the interval changes the time of the next sync', async () => {
    const hours = () =>
      options.evaluate(
        async () =>
          ((await (globalThis as unknown as Api).chrome.alarms.get('sync')).scheduledTime - Date.now()) / 3_600_000,
      );
    await choose('.field select', '168');
    await until(hours, (away) => away > 80);
    await choose('.field select', '1');
    await until(hours, (away) => away < 2);
  });

  it('an added list address is used, and an invalid one is refused with the reason', async () => {
    const mirror = await ListServer.start({ files: inject('workshop').release });
    await choose('.field textarea', 'ftp://mirror.example/');
    await button('Save addresses');
    await says(options, /expected an address that begins with https:\/\//);
    expect((await settings())['listAddresses'] ?? []).toEqual([]);
    await choose('.field textarea', mirror.url);
    await button('Save addresses');
    await until(
      async () => (await settings())['listAddresses'],
      (held) => JSON.stringify(held) === JSON.stringify([mirror.url]),
    );
    const popup = await around.browser.extensionPage('src/popup/index.html?url=http://unlisted.example/');
    await says(popup, /Check now/);
    await popup.click('footer button');
    await until(() => mirror.requests('head.jws').length > 0);
    await popup.close();
    await mirror.close();
  });

  it('the theme applies to all our pages', async () => {
    await press('Dark');
    const theme = (view: View) => view.evaluate(() => document.documentElement.style.colorScheme);
    await until(
      () => theme(options),
      (scheme) => scheme === 'dark',
    );
    for (const path of ['src/popup/index.html?url=http://unlisted.example/', 'src/welcome/index.html']) {
      const view = await around.browser.extensionPage(path);
      await until(
        () => theme(view),
        (scheme) => scheme === 'dark',
      );
      await view.close();
    }
  });

  it('a typed site hides the badge there; an address of a page is refused', async () => {
    const addSite = async (typed: string) => {
      await choose('input[aria-describedby=silenced-said]', typed);
      await button('Add site');
    };
    await addSite(`https://${LISTED}/search`);
    await says(
      options,
      /is the address of a page\. Here a name stands for all of thepiratebay\.org: .* Nothing was changed\./,
    );
    await addSite(`“${LISTED}”`);
    await says(options, /Added: thepiratebay\.org\. Left out: ““”, “””\./);
    const page = await around.browser.open(`http://${LISTED}/`);
    await until(
      () => around.browser.toolbar(page),
      (state) => state.title.startsWith(LISTED),
    );
    await pause(700);
    expect(await page.evaluate(() => document.querySelector('[popover]'))).toBeNull();
    await button('Show again');
    await says(options, /None\. A badge that you hide in a page appears here/);
    await page.reload();
    await until(() => page.evaluate(() => document.querySelector('[popover]') !== null));
    await page.close();
  });

  it('settings can be exported to a file and imported again, and a reset can be undone', async () => {
    await options.evaluate(() => {
      const world = globalThis as unknown as Saving;
      let text: Promise<string>;
      URL.createObjectURL = (blob) => ((text = (blob as Blob).text()), 'blob:none');
      HTMLAnchorElement.prototype.click = function () {
        world.saved = { name: this.download, text };
      };
    });
    await press('Dark');
    await press('Always a dot');
    await choose('.field select', '12');
    const before = await until(
      settings,
      (held) => held['theme'] === 'dark' && held['badgeForm'] === 'dot' && held['syncHours'] === 12,
    );
    await button('Export settings');
    const file = await options.evaluate(async () => {
      const { saved } = globalThis as unknown as Saving;
      return { name: saved.name, text: await saved.text };
    });
    expect(file.name).toBe('listmark-settings.json');
    const theme = (wanted: string) =>
      until(
        async () => (await settings())['theme'],
        (held) => held === wanted,
      );
    await button('Back to the defaults');
    await theme('system');
    await says(options, /All settings above are back to the defaults\./);
    await button('Undo');
    await theme('dark');
    expect(await settings()).toEqual(before);
    await until(() => options.evaluate(() => document.activeElement?.textContent === 'Back to the defaults'));
    await button('Back to the defaults');
    await theme('system');
    const give = (text: string) =>
      options.evaluate((content) => {
        const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
        const files = new DataTransfer();
        files.items.add(new File([content], 'settings.json', { type: 'application/json' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, text);
    await give('{"not": "ours"}');
    await says(options, /Nothing was changed\./);
    await give(file.text);
    await says(options, /Imported\./);
    expect(await settings()).toEqual(before);
    // "Undo" disappears after another change, which it would overwrite.
    await says(options, /Undo/);
    await press('Light');
    await until(
      () => options.text(),
      (text) => !text.includes('Undo'),
    );
  });

  it('shows “Saved” in the visible part of the page, at its top and at its end', async () => {
    // Reset first: choosing the current theme again would not save anything.
    await button('Back to the defaults');
    for (const end of [true, false]) {
      await until(
        () => options.text(),
        (text) => !/Saved/.test(text),
      );
      await options.evaluate(
        (down) => scrollTo({ top: down ? document.body.scrollHeight : 0, behavior: 'instant' }),
        end,
      );
      await press(end ? 'Dark' : 'Light');
      await says(options, /Saved/);
      const isInSight = await options.evaluate(() => {
        const { top, bottom, height } = document.querySelector('.saved')!.getBoundingClientRect();
        return height > 0 && top >= 0 && bottom <= innerHeight;
      });
      expect(isInSight).toBe(true);
    }
  });

  it('the welcome page has a demo with an example site, and a line for every permission of the manifest', async () => {
    const view = await around.browser.extensionPage('src/welcome/index.html');
    await says(view, /market\.example/);
    await view.clickNamed('button', 'Requested by industry');
    await says(view, /An industry body asked a government to list it; no authority decided\. Toolbar only\./);
    const explained = await view.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-permission]')].flatMap((each) =>
        each.dataset['permission']!.split(' '),
      ),
    );
    const { permissions } = JSON.parse(readFileSync('manifest.json', 'utf8')) as { permissions: string[] };
    expect(explained.sort()).toEqual(permissions.sort());
    await view.close();
  });
});
