/**
 * Listed pages that try to remove or read the badge. It stays, or it is removed for good after two restores; the
 * toolbar stays right in both cases.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, badgesOf, boxOfBadge, buttonsOf, openCard, pressIn, SHOW_MORE } from './badge-reader.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { contrastIn } from './colours.ts';
import { pause, until, type Driver, type Page } from '../../tools/drivers/driver.ts';
import { GIVES_UP, REWRITES, STAYS } from './hostile/pages.ts';
import type { Sites } from '../../tools/servers/sites.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
const path = (name: string) => `/${name.replaceAll(' ', '-')}`;
/** The globals of the test pages. */
interface Theirs {
  seen: string[];
  removed: number;
  rewrite(count: number): void;
  ours(): Element | undefined;
}

describe.each(BROWSERS)('%s: on a listed page that', (name) => {
  let around: World;
  let browser: Driver;
  let sites: Sites;
  let page: Page;

  beforeAll(async () => {
    around = await world(name, [LISTED, 'unlisted.example']);
    ({ browser, sites } = around);
    for (const [title, content] of Object.entries({ ...STAYS, ...GIVES_UP, ...REWRITES }))
      sites.set(path(title), content);
    page = await browser.open('http://unlisted.example/');
  });
  afterAll(() => around?.end());

  const opener = async () => (await buttonsOf(page)).find((each) => SHOW_MORE.test(each));
  /** The greatest contrast between two pixels of the badge. A low value means that its text is not readable. */
  const contrastInBadge = async () => {
    const { left, top, right, bottom } = await boxOfBadge(page);
    return contrastIn(page, { left: left + 8, top: top + 8, right: right - 8, bottom: bottom - 8 });
  };
  const toolbarIsRight = async () => {
    const address = await page.evaluate(() => location.href);
    await until(() => browser.toolbar(address), saysNamed);
  };
  const silenced = () =>
    browser.inWorker(
      async () => (await (globalThis as unknown as Chrome).chrome.storage.local.get('silenced'))['silenced'] ?? null,
    );
  interface Chrome {
    chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
  }

  it.each(Object.keys(STAYS))('%s, the badge stays', async (title) => {
    await page.goto(`http://${LISTED}${path(title)}`);
    await until(opener, Boolean, 15_000);
    await pause(1000); // Time for what the page does some time after it loaded.
    await until(opener, Boolean, 10_000);
    await toolbarIsRight();
    expect(await silenced()).toBeNull();
    // It is visible and on top: the element at its corner is ours, and a real click reaches it.
    const found = await page.evaluate(() => {
      const top = Document.prototype.elementFromPoint.call(document, innerWidth - 40, innerHeight - 28);
      const host = top?.closest('html > :popover-open');
      return { parent: host?.parentNode?.nodeName, text: host?.textContent };
    });
    expect(found).toEqual({ parent: 'HTML', text: '' });
    expect(await contrastInBadge()).toBeGreaterThan(4.5);
    // A click on the page outside the badge does nothing to the badge.
    await page.hand({ move: [30, 45] }, { down: 0 }, { up: 0 });
    await page.hand({ move: [500, 300] }, { down: 0 }, { up: 0 });
    expect((await buttonsOf(page)).find((each) => SHOW_MORE.test(each))).toBeDefined();
    await openCard(page);
    expect(await silenced()).toBeNull();
    const seen = await page.evaluate(() => (globalThis as unknown as Theirs).seen ?? []);
    expect(seen, 'the page’s own versions of the methods were called').toEqual([]);
  });

  it.each(Object.keys(GIVES_UP))('%s, the badge gives up after two restores', async (title) => {
    await page.goto(`http://${LISTED}${path(title)}`);
    await until(
      () => page.evaluate(() => (globalThis as unknown as Theirs).removed),
      (count) => count >= 3,
      15_000,
    );
    await pause(700);
    expect(await page.evaluate(() => (globalThis as unknown as Theirs).removed)).toBe(3);
    expect(await badgeOf(page)).toBeUndefined();
    await toolbarIsRight();
  });

  it.each(Object.keys(REWRITES))(
    'rewrites its document %s, the badge is restored and works twice, and gives up the third time',
    async (title) => {
      await page.goto(`http://${LISTED}${path(title)}`);
      await until(opener, Boolean, 15_000);
      for (const times of [1, 2, 3]) {
        await page.evaluate((count) => (globalThis as unknown as Theirs).rewrite(count), times);
        expect(await page.text()).toBe(`rewritten ${times}`);
        if (times === 3) break;
        await until(opener);
        expect(await badgesOf(page)).toHaveLength(1);
        // `document.open()` removed all listeners of the document, ours included. The restored badge must have new
        // ones.
        await openCard(page);
      }
      // Time for a restore that must not happen.
      await pause(700);
      expect(await badgesOf(page)).toEqual([]);
      await toolbarIsRight();
    },
  );

  it('opens a modal dialog, the dialog works and the badge works again after it', async () => {
    sites.set(
      '/dialog',
      '<!doctype html><html lang="en"><title>d</title><body><dialog><p>Theirs</p><button id="ok" onclick="this.closest(\'dialog\').close()">OK</button></dialog></body></html>',
    );
    await page.goto(`http://${LISTED}/dialog`);
    await until(opener, Boolean, 15_000);
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await page.click('#ok');
    expect(await page.evaluate(() => document.querySelector('dialog')!.open)).toBe(false);
    await openCard(page);
  });

  it('goes full screen, the badge is hidden, and appears again after', async () => {
    sites.set(
      '/full',
      '<!doctype html><html lang="en"><title>f</title><body><button id="full" onclick="document.body.requestFullscreen()">full screen</button></body></html>',
    );
    await page.goto(`http://${LISTED}/full`);
    await until(opener, Boolean, 15_000);
    await page.click('#full');
    await until(() => page.evaluate(() => document.fullscreenElement !== null));
    await until(async () => (await opener()) === undefined);
    await page.evaluate(() => document.exitFullscreen());
    await until(opener);
  });

  it.each(['entering', 'leaving', 'both'])(
    'goes full screen and stops the event of %s, the badge is hidden and appears again all the same',
    async (stopped) => {
      sites.set(
        '/stopping',
        `<!doctype html><html lang="en"><title>f</title><script>
         addEventListener('fullscreenchange', (event) => {
           const entering = document.fullscreenElement !== null;
           if ('${stopped}' === 'both' || ('${stopped}' === 'entering') === entering) event.stopImmediatePropagation();
         }, true);</script>
       <body><button id="full" onclick="document.documentElement.requestFullscreen()">full screen</button></body></html>`,
      );
      await page.goto(`http://${LISTED}/stopping`);
      await until(opener, Boolean, 15_000);
      await page.click('#full');
      await until(() => page.evaluate(() => document.fullscreenElement !== null));
      await until(async () => (await opener()) === undefined);
      await page.evaluate(() => document.exitFullscreen());
      await until(opener);
      await openCard(page);
    },
  );

  it('makes its root inert, the badge can be read and clicked, and works fully again after it', async () => {
    await page.goto(`http://${LISTED}/inert`);
    await until(opener, Boolean, 15_000);
    const { left, top, bottom } = await boxOfBadge(page);
    await page.evaluate(() => {
      document.documentElement.inert = true;
    });
    // A click on the page does not reach the badge.
    await page.hand({ move: [60, 60] }, { down: 0 }, { up: 0 });
    const height = async () => {
      const box = await boxOfBadge(page);
      return box.bottom - box.top;
    };
    expect(await height()).toBeLessThan(60);
    await page.hand({ move: [left + 40, (top + bottom) / 2] }, { down: 0 }, { up: 0 });
    await until(height, (high) => high > 60);
    await page.evaluate(() => {
      document.documentElement.inert = false;
    });
    await pressIn(page, /^Close$/);
    await until(opener);
  });

  it('tries to read it, the page learns that an element exists, but none of its text', async () => {
    await page.goto(`http://${LISTED}/read`);
    await until(opener, Boolean, 15_000);
    const learned = await page.evaluate(() => {
      const host = [...document.documentElement.children].at(-1) as HTMLElement;
      document.execCommand('selectAll');
      const selected = String(getSelection());
      getSelection()?.removeAllRanges();
      return {
        shadow: host.shadowRoot,
        html: host.innerHTML + host.outerHTML + host.innerText + host.textContent,
        serialized: new XMLSerializer().serializeToString(document).includes('Named'),
        getHTML: document.documentElement.getHTML?.({ serializableShadowRoots: true }).includes('Named in') ?? false,
        body: document.body.innerText.includes('Named'),
        selected: selected.includes('Named'),
        queried: document.querySelectorAll('button, .pill, .frame').length,
        sheets: [...document.styleSheets].length + (document.adoptedStyleSheets?.length ?? 0),
        found: (globalThis as unknown as { find(text: string): boolean }).find('Named without'),
        labels: [...host.attributes].map((each) => each.name),
      };
    });
    expect(learned).toMatchObject({
      shadow: null,
      serialized: false,
      getHTML: false,
      body: false,
      selected: false,
      queried: 0,
      found: false,
      labels: ['popover'],
    });
    const buttons = '<div role="button" tabindex="0"></div>'.repeat(2);
    expect(learned.html).toBe(`${buttons}<div popover="manual">${buttons}</div>`);
  });

  it('frames itself or is framed, only the top page of the tab has a badge', async () => {
    sites.set(
      '/framing',
      `<!doctype html><html lang="en"><title>f</title><body><iframe title="inner" src="http://${LISTED}/inner"></iframe></body></html>`,
    );
    await page.goto(`http://${LISTED}/framing`);
    await until(opener, Boolean, 15_000);
    const regions = async () => (await badgesOf(page)).length;
    await until(regions, (count) => count === 1);
    await page.goto('http://unlisted.example/framing');
    await until(
      () => browser.toolbar(page.address),
      (state) => state.title.includes('Not listed is not clearance'),
    );
    await pause(500);
    expect(await regions()).toBe(0);
  });
});
