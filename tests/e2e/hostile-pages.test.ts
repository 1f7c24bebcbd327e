/**
 * Listed pages that want the badge gone, or read. It holds, or gives way after two restores; the toolbar is right
 * either way.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, badgesOf, boxOfBadge, buttonsOf, openCard, pressIn, SHOW_MORE } from './badge-reader.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { contrastIn } from './colours.ts';
import { pause, until, type Driver, type Page } from '../../tools/drivers/driver.ts';
import { ANEW, GIVES_WAY, HOLDS } from './hostile/pages.ts';
import type { Sites } from '../../tools/servers/sites.ts';
import { saysNamed } from './toolbar-words.ts';

const LISTED = 'thepiratebay.org';
const path = (name: string) => `/${name.replaceAll(' ', '-')}`;
/** What the page itself can learn of our element. */
interface Theirs {
  seen: string[];
  removed: number;
  anew(count: number): void;
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
    for (const [title, content] of Object.entries({ ...HOLDS, ...GIVES_WAY, ...ANEW })) sites.set(path(title), content);
    page = await browser.open('http://unlisted.example/');
  });
  afterAll(() => around?.end());

  const opener = async () => (await buttonsOf(page)).find((each) => SHOW_MORE.test(each));
  /** The greatest contrast between two points of the badge: whether there is anything to be read. */
  const inkOnPaper = async () => {
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

  it.each(Object.keys(HOLDS))('%s, the badge holds', async (title) => {
    await page.goto(`http://${LISTED}${path(title)}`);
    await until(opener, Boolean, 15_000);
    await pause(1000); // Whatever the page does a while after it loaded has been done.
    await until(opener, Boolean, 10_000);
    await toolbarIsRight();
    expect(await silenced()).toBeNull();
    // In view and on top: what lies at its corner is our element, and the user's own click reaches it.
    const found = await page.evaluate(() => {
      const top = Document.prototype.elementFromPoint.call(document, innerWidth - 40, innerHeight - 28);
      const host = top?.closest('html > :popover-open');
      return { parent: host?.parentNode?.nodeName, text: host?.textContent };
    });
    expect(found).toEqual({ parent: 'HTML', text: '' });
    expect(await inkOnPaper()).toBeGreaterThan(4.5);
    // One click on what is the page's own is the page's own, wherever that is.
    await page.hand({ move: [30, 45] }, { down: 0 }, { up: 0 });
    await page.hand({ move: [500, 300] }, { down: 0 }, { up: 0 });
    expect((await buttonsOf(page)).find((each) => SHOW_MORE.test(each))).toBeDefined();
    await openCard(page);
    expect(await silenced()).toBeNull();
    const seen = await page.evaluate(() => (globalThis as unknown as Theirs).seen ?? []);
    expect(seen, 'the page’s own versions of the methods were called').toEqual([]);
  });

  it.each(Object.keys(GIVES_WAY))('%s, it gives way after two restores', async (title) => {
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

  it.each(Object.keys(ANEW))(
    'writes itself anew %s, it is drawn anew and works, and gives way the third time',
    async (title) => {
      await page.goto(`http://${LISTED}${path(title)}`);
      await until(opener, Boolean, 15_000);
      for (const times of [1, 2, 3]) {
        await page.evaluate((count) => (globalThis as unknown as Theirs).anew(count), times);
        expect(await page.text()).toBe(`written anew ${times}`);
        if (times === 3) break;
        await until(opener);
        expect(await badgesOf(page)).toHaveLength(1);
        // All listeners of the document have been ended, those in our own root too: what stands there now must still
        // hear.
        await openCard(page);
      }
      // Whatever would still bring it back has had its time.
      await pause(700);
      expect(await badgesOf(page)).toEqual([]);
      await toolbarIsRight();
    },
  );

  it('opens a modal dialog, the dialog keeps working and the badge is back in reach after it', async () => {
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

  it('goes full screen, it is not there, and comes back after', async () => {
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
    'goes full screen and swallows the event of %s, it makes way and comes back all the same',
    async (swallowed) => {
      sites.set(
        '/swallowing',
        `<!doctype html><html lang="en"><title>f</title><script>
         addEventListener('fullscreenchange', (event) => {
           const entering = document.fullscreenElement !== null;
           if ('${swallowed}' === 'both' || ('${swallowed}' === 'entering') === entering) event.stopImmediatePropagation();
         }, true);</script>
       <body><button id="full" onclick="document.documentElement.requestFullscreen()">full screen</button></body></html>`,
      );
      await page.goto(`http://${LISTED}/swallowing`);
      await until(opener, Boolean, 15_000);
      await page.click('#full');
      await until(() => page.evaluate(() => document.fullscreenElement !== null));
      await until(async () => (await opener()) === undefined);
      await page.evaluate(() => document.exitFullscreen());
      await until(opener);
      await openCard(page);
    },
  );

  it('makes its root inert, the badge can be read and pressed by the pointer, and is back in every reach after it', async () => {
    await page.goto(`http://${LISTED}/inert`);
    await until(opener, Boolean, 15_000);
    const { left, top, bottom } = await boxOfBadge(page);
    await page.evaluate(() => {
      document.documentElement.inert = true;
    });
    // A click on the page is none on the badge.
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

  it('tries to read it, learns that an element is there and nothing that it says', async () => {
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
        found: (globalThis as unknown as { find(text: string): boolean }).find('Named in USTR'),
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

  it('frames itself or is framed, only the page in the tab has a badge', async () => {
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
