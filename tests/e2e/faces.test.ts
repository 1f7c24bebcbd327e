/** Common tasks in the popup, the badge and the settings, in both browsers, with the real records. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, launch, slot } from './browsers.ts';
import { allNodes, until, type Driver, type Page } from '../../tools/drivers/driver.ts';
import { serveSites, type Sites } from '../../tools/servers/sites.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
interface Storage {
  chrome: { storage: { local: { clear(): Promise<void> } } };
}
/** The last file that the page offered for download; the test replaces the download itself. */
interface Saving {
  saved: { name: string; text: Promise<string> };
}

describe.each(BROWSERS)('%s', (name) => {
  let browser: Driver;
  let sites: Sites;
  let page: Page;

  beforeAll(async () => {
    sites = await serveSites([LISTED, 'unlisted.example']);
    browser = await launch(name, { extensionDir: slot().builds[name].granted, hosts: sites.hosts });
    page = await browser.open('http://unlisted.example/');
  });
  afterAll(async () => {
    await browser?.close();
    await sites?.close();
  });

  const says = (view: Page, words: string | RegExp) =>
    until(
      () => view.text(),
      (text) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
      15_000,
    );
  const details = async (url: string) => {
    const view = await browser.extensionPage(`src/popup/index.html?url=${encodeURIComponent(url)}`);
    await says(view, 'signature verified');
    return view;
  };
  const badge = async () =>
    allNodes(await page.accessibilityTree()).find((node) => node.role === 'region' && node.name === 'Listmark');
  const buttonOf = async (words: RegExp) => {
    const found = await until(async () =>
      allNodes((await badge()) ?? { role: '', name: '', states: [], children: [] }).find((node) =>
        words.test(node.name),
      ),
    );
    await page.clickNamed(found!.role, found!.name);
  };
  const reset = () => browser.inWorker(() => (globalThis as unknown as Storage).chrome.storage.local.clear());

  describe('the popup', () => {
    it('filters its events by the tiles, and says how many are left', async () => {
      const view = await details(`http://${LISTED}/`);
      const rows = () => view.evaluate(() => document.querySelectorAll('#events tbody tr').length);
      await view.click('.more');
      const all = await until(rows, (count) => count > 20);
      const orders = await until(async () =>
        allNodes(await view.accessibilityTree()).find((node) => /^Orders \d/.test(node.name)),
      );
      await view.clickNamed('button', orders!.name);
      expect(await until(rows, (count) => count < all)).toBeGreaterThan(0);
      const kinds = await view.evaluate(() =>
        [...document.querySelectorAll('#events td:nth-child(2) svg')].map((each) => each.getAttribute('aria-label')),
      );
      expect(kinds.filter((kind) => !/(court|administrative) order$/.test(kind ?? ''))).toEqual([]);
      const drawn = () =>
        view.evaluate(() => [...document.querySelectorAll('.timeline .lane > span')].map((label) => label.textContent));
      expect((await drawn()).length).toBeGreaterThan(5);
      expect(await drawn()).not.toContain('USTR list');
      await view.clickNamed('button', orders!.name);
      await until(drawn, (labels) => labels.includes('USTR list'));
      await view.close();
    });

    it('shows the statuses as of an earlier day', async () => {
      const view = await details(`http://${LISTED}/`);
      await view.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('.as-of input')!;
        input.value = '2014-01-01';
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      const text = await says(view, 'As of 1 January 2014');
      expect(text).not.toMatch(/Named in USTR’s 20(1[4-9]|2\d) list/);
      await view.close();
    });

    it('keeps the focus in the as-of field while a date is typed, refuses a future day, and goes back to today', async () => {
      const view = await details(`http://${LISTED}/`);
      // The click selects one part of the date; the typed digits continue to the year in any date format.
      await view.click('.as-of input');
      const isFocused = () => view.evaluate(() => document.activeElement?.matches('.as-of input') ?? false);
      for (const key of '01012005') await view.press(key);
      await says(view, /As of \d+ \w+ 2005/);
      expect(await isFocused()).toBe(true);
      await view.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('.as-of input')!;
        input.value = '2030-01-01';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await says(view, 'This day has not come yet');
      await view.evaluate(() => [...document.querySelectorAll<HTMLElement>('.when button')].at(0)!.click());
      await until(
        () => view.text(),
        (text) => !/As of \d+ \w+ 2005/.test(text),
      );
      expect(await isFocused()).toBe(true);
      await view.click('.more');
      await until(() => view.evaluate(() => document.activeElement?.matches('tr') ?? false));
      await view.close();
    });

    it('cites in every format, and shows the report of a wrong record before it is sent', async () => {
      const view = await details(`http://${LISTED}/`);
      await view.clickNamed('button', 'Cite');
      const pick = (format: string) =>
        view.evaluate((value) => {
          const select = [...document.querySelectorAll<HTMLSelectElement>('.cite select')].at(-1)!;
          select.value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }, format);
      const shown = () => view.evaluate(() => document.querySelector('.cite pre')!.textContent ?? '');
      for (const [format, sign] of [
        ['bibtex', '@techreport{'],
        ['ris', 'TY  - RPRT'],
        ['csl', '"type": "report"'],
        ['apa', 'Office of the United States Trade Representative. ('],
      ]) {
        await pick(format!);
        await until(shown, (text) => text.includes(sign!));
      }
      await view.click('.wrong summary');
      const report = await view.evaluate(() => document.querySelector<HTMLTextAreaElement>('.wrong textarea')!.value);
      expect(report).toContain(`Host: ${LISTED}`);
      expect(report).toMatch(/Listmark’s list of .* \(release \d+, SHA-256 [0-9a-f]{64}\)/);
      const mail = await view.evaluate(() => document.querySelector<HTMLAnchorElement>('.wrong a')!.href);
      expect(decodeURIComponent(mail)).toContain(report.split('\n')[0]);
      await view.close();
    });

    it('exports JSON and CSV with release and hash', async () => {
      const view = await details(`http://${LISTED}/`);
      await view.evaluate(() => {
        const world = globalThis as unknown as Saving;
        let text: Promise<string>;
        URL.createObjectURL = (blob) => ((text = (blob as Blob).text()), 'blob:none');
        HTMLAnchorElement.prototype.click = function () {
          world.saved = { name: this.download, text };
        };
      });
      await view.clickNamed('button', 'Export');
      const saved = async (button: string) => {
        await view.evaluate(
          (name) => [...document.querySelectorAll('button')].find((each) => each.innerText === name)!.click(),
          button,
        );
        return view.evaluate(async () => {
          const { saved } = globalThis as unknown as Saving;
          return { name: saved.name, text: await saved.text };
        });
      };
      const json = await saved('Export JSON');
      expect(json.name).toMatch(/^listmark-thepiratebay\.org-\d{4}-\d\d-\d\d\.json$/);
      expect(JSON.parse(json.text)).toMatchObject({
        host: LISTED,
        status: 'listed',
        release: { sequence: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
      const csv = await saved('Export CSV');
      expect(csv.text.split('\r\n')[0]).toContain('release_hash');
      expect(csv.text.split('\r\n').length).toBeGreaterThan(20);
      await view.close();
    });

    it('looks up another host, and states what was searched for "not named"', async () => {
      const view = await details(`http://${LISTED}/`);
      await view.clickNamed('button', 'Look up');
      for (const key of 'unlisted.example') await view.press(key);
      await view.press('Enter');
      const text = await says(view, 'Not named by this address in what was searched');
      expect(text).toMatch(
        /Not named by this address in what was searched: \d+ watch lists of governments, blocking orders of \d+ countries, .* industry bodies\. Not listed is not clearance\./,
      );
      expect(text).toMatch(/Our record holds \d+ of the \d+ editions of these watch lists in full/);
      await view.clickNamed('button', 'Look up');
      for (const key of 'x y') await view.press(key === ' ' ? 'Space' : key);
      await view.press('Enter');
      await says(view, '“x y” is not a host name or web address: it holds a blank.');
      await view.close();
    });

    it('explains how it read the input: the parts left out, the path, and an unknown public suffix', async () => {
      const view = await details('http://unlisted.example/');
      const lookUp = async (typed: string) => {
        // An answer closes the field; a refusal leaves it open.
        if (!(await view.evaluate(() => document.querySelector('#look-up'))))
          await view.clickNamed('button', 'Look up');
        await view.evaluate((text) => {
          const field = document.querySelector<HTMLInputElement>('#look-up')!;
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }, typed);
        await view.click('.look-up button');
      };
      await lookUp(`“https://${LISTED}/search?q=1”,`);
      const text = await says(view, 'Looked up with its path, /search.');
      expect(text).toContain('Left out: ““”, “”,”, the query “?q=1”.');
      expect(text).toMatch(/Named in .* list/);
      await lookUp('thepiratebay.ogr');
      await says(view, 'No public name ends in “.ogr” (Public Suffix List). Check the spelling.');
      for (const [typed, why] of [
        [`${LISTED}\t2011`, 'holds a tab'],
        [`https:\\\\${LISTED}`, 'holds a backslash'],
        ['localhost', 'is one word'],
      ] as const) {
        await lookUp(typed);
        await says(view, why);
      }
      await view.close();
    });

    it('has links to sources only, never to a listed host', async () => {
      const view = await details(`http://${LISTED}/`);
      await view.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      const text = await view.text();
      expect(text).toContain('thepiratebay.se');
      const hosts = await view.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.hostname));
      expect(hosts.filter((host) => /(^|\.)thepiratebay\./.test(host))).toEqual([]);
      await view.close();
    });
  });

  describe('the badge', () => {
    it('opens its card, and from there the details, by real clicks', async () => {
      await page.goto(`http://${LISTED}/`);
      await buttonOf(/Show more$/);
      const card = await until(
        async () => JSON.stringify(await badge()),
        (text) => text.includes('Kind of act: '),
      );
      expect(card).toContain('government list');
      await buttonOf(/^History and sources$/);
      await until(() =>
        browser.toolbar(`${browser.baseUrl}src/popup/index.html?url=${encodeURIComponent(`http://${LISTED}/`)}`),
      );
    });

    it.each([
      ['Until the status changes', 'until its status changes'],
      [`On ${LISTED}`, 'on this site'],
      ['On all sites of The Pirate Bay', 'on all sites of this market'],
    ])('stays hidden after "%s", and appears again after "Show again" in the settings', async (choice, words) => {
      await reset();
      await page.activate();
      await page.goto(`http://${LISTED}/`);
      await buttonOf(/Show more$/);
      await buttonOf(/^Hide…$/);
      await buttonOf(new RegExp(`^${choice}$`));
      await until(async () => (await badge()) === undefined);
      await page.goto(`http://${LISTED}/again`);
      await until(() => browser.toolbar(page.address), saysNamed);
      expect(await badge()).toBeUndefined();
      const options = await browser.extensionPage('src/options/index.html');
      await says(options, words);
      await options.click('li .btn');
      await says(options, 'None. A badge that you hide');
      await options.close();
      await page.goto(`http://${LISTED}/back`);
      await until(badge);
    });

    it('appears in the corner and for the statuses that the settings choose', async () => {
      await reset();
      const options = await browser.extensionPage('src/options/index.html');
      await says(options, 'Settings');
      await options.clickNamed('radio', 'Top left');
      await says(options, 'Saved');
      await page.activate();
      await page.goto(`http://${LISTED}/corner`);
      await until(badge);
      expect(
        await page.evaluate(() => document.elementFromPoint(30, 28)?.closest('[popover]')?.getAttribute('popover')),
      ).toBe('manual');
      await options.activate();
      await options.clickNamed('checkbox', 'Named on a government list');
      await page.activate();
      await page.goto(`http://${LISTED}/none`);
      await until(() => browser.toolbar(page.address), saysNamed);
      expect(await badge()).toBeUndefined();
      await options.close();
      await reset();
    });
  });

  it('a series that is switched off gives no status, and the popup states that', async () => {
    const options = await browser.extensionPage('src/options/index.html');
    await says(options, 'Lists and orders that count');
    await options.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    await options.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLInputElement>('.columns input'))
        if (box.closest('label')!.innerText.startsWith('USTR list')) box.click();
    });
    const count = readdirSync('data/series').filter((name) =>
      readFileSync(`data/series/${name}`, 'utf8').includes('"government-list"'),
    ).length;
    await says(options, `Government lists (${count - 1} of ${count})`);
    const view = await details(`http://${LISTED}/`);
    expect(await view.text()).toContain('By your settings USTR list does not count here');
    expect(await view.evaluate(() => document.querySelector('.say strong')!.textContent)).toMatch(
      /^The Pirate Bay is named in the \d{4} EU piracy and counterfeit watch list; /,
    );
    await view.close();
    await options.close();
    await reset();
  });
});
