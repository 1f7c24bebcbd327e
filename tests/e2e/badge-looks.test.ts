/**
 * The look of the badge in special cases: print, picture-in-picture, right-to-left pages, forced colours, zoom, small
 * windows.
 */
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './accessibility.ts';
import { ANSWER, serveComponent, type Component } from './badge-component.ts';
import { badgeOf, boxOfBadge, buttonsOf, openCard, pressIn, SHOW_MORE } from './badge-reader.ts';
import type { BadgeAnswer } from '../../src/messages.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { pause, until, type Page } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';
const OTHER = 'unlisted.example';
interface Api {
  chrome: {
    tabs: {
      query(of: object): Promise<{ id: number; url?: string }[]>;
      setZoom(id: number, factor: number): Promise<void>;
    };
  };
}

interface Pip {
  pip: Window;
}

describe.each(BROWSERS)('%s: the badge', (name) => {
  let around: World;
  let page: Page;
  beforeAll(async () => {
    around = await world(name, [LISTED, OTHER]);
    around.sites.set(
      '/printed',
      '<!doctype html><html lang="en"><title>p</title><h1>Printed</h1><p>words of the page</p></html>',
    );
    around.sites.set(
      '/rtl',
      '<!doctype html><html lang="ar" dir="rtl"><title>p</title><h1>صفحة</h1><p>كلمات الصفحة</p></html>',
    );
    page = await around.browser.open(`http://${OTHER}/printed`);
  });
  afterAll(() => around?.end());

  /** The whole badge is inside the window, and the page is not wider because of it. @returns the box of the badge */
  const isFullyOnScreen = async () => {
    const box = await boxOfBadge(page);
    const window = await page.evaluate(() => ({
      width: document.documentElement.clientWidth,
      height: innerHeight,
      wide: document.documentElement.scrollWidth,
    }));
    // Firefox reports 988.0000153 for an edge that it draws at 988.
    const [least, most] = [(value: number) => Math.floor(value + 0.01), (value: number) => Math.ceil(value - 0.01)];
    const around = { left: least(box.left), top: least(box.top), right: most(box.right), bottom: most(box.bottom) };
    expect(around.left).toBeGreaterThanOrEqual(0);
    expect(around.top).toBeGreaterThanOrEqual(0);
    expect(around.right, `in a window ${window.width} wide`).toBeLessThanOrEqual(window.width);
    expect(around.bottom, `in a window ${window.height} high`).toBeLessThanOrEqual(window.height);
    expect(window.wide).toBeLessThanOrEqual(window.width);
    return { ...around, window };
  };
  const openAll = async () => {
    await openCard(page);
    // With the keyboard: if the window is lower than the card, the browser scrolls the focused button into view.
    await page.press('Tab');
    await page.press('Enter');
    await until(
      () => buttonsOf(page),
      (names) => names.includes(`On ${LISTED}`),
    );
  };

  it('is not on paper: a listed page prints like the same page on a host that is not listed', async () => {
    const other = drawingIn(await page.print());
    await page.goto(`http://${LISTED}/printed`);
    await until(() => badgeOf(page));
    // Not in the same second as the first PDF, so that their dates differ and `drawingIn` has to ignore them.
    await pause(1100);
    const listed = drawingIn(await page.print());
    expect(listed.length).toBeGreaterThan(2);
    expect(listed).toEqual(other);
    await page.media({ print: true });
    await until(async () => (await badgeOf(page)) === undefined);
    await page.media({});
    await until(() => badgeOf(page));
  });

  it('is in its corner and left to right on a right-to-left page', async () => {
    await page.goto(`http://${LISTED}/rtl`);
    await until(() => badgeOf(page));
    const pill = await isFullyOnScreen();
    expect(pill.window.width - pill.right).toBe(12);
    // Left to right: the mark and the words come first, the close button last.
    const cross = await page.boxOf('button', 'Hide…');
    const words = await page.boxOf('button', SHOW_MORE);
    expect(cross.left).toBeGreaterThanOrEqual(words.right);
    await openAll();
    await isFullyOnScreen();
  });

  it('is fully on screen at 200 % zoom, and in a window of 320 by 256 pixels (1280 by 1024 at 400 %)', async () => {
    await page.goto(`http://${LISTED}/zoomed`);
    await until(() => badgeOf(page));
    const unzoomed = await page.evaluate(() => innerWidth);
    const zoom = (factor: number) =>
      around.browser.inWorker(
        async (url, to) => {
          const { tabs } = (globalThis as unknown as Api).chrome;
          await tabs.setZoom((await tabs.query({})).find((tab) => tab.url === url)!.id, to);
        },
        `http://${LISTED}/zoomed`,
        factor,
      );
    await zoom(2);
    await until(
      () => page.evaluate(() => innerWidth),
      (width) => width <= unzoomed / 2 + 1,
    );
    await isFullyOnScreen();
    await openAll();
    await isFullyOnScreen();
    await zoom(1);
    await until(
      () => page.evaluate(() => innerWidth),
      (width) => width === unzoomed,
    );
    await page.press('Escape');
    await page.viewport(320, 256);
    await isFullyOnScreen();
    await openAll();
    await isFullyOnScreen();
  });

  if (name === 'chromium')
    it('stays in the page that opened a picture-in-picture window, even if the page moves it to that window', async () => {
      around.sites.set(
        '/pip',
        `<!doctype html><html lang="en"><title>p</title><button id="open">open</button><script>
           document.querySelector('#open').onclick = async () => { window.pip = await documentPictureInPicture.requestWindow(); };</script></html>`,
      );
      await page.goto(`https://${LISTED}/pip`);
      await until(() => badgeOf(page));
      await page.click('#open');
      const inside = () =>
        page.evaluate(() =>
          [...(globalThis as unknown as Pip).pip.document.querySelectorAll('*')].map((each) => each.tagName),
        );
      await until(() => page.evaluate(() => (globalThis as unknown as Partial<Pip>).pip !== undefined));
      expect(await inside()).toEqual(['HTML', 'HEAD', 'BODY']);
      for (const times of [1, 2, 3]) {
        await page.evaluate(() =>
          (globalThis as unknown as Pip).pip.document.body.append(document.documentElement.lastElementChild!),
        );
        await until(inside, (tags) => tags.length === 3);
        expect((await badgeOf(page)) !== undefined, `moved ${times} times`).toBe(times < 3);
      }
      await page.evaluate(() => (globalThis as unknown as Pip).pip.close());
    });

  describe('as a component in an open shadow root', () => {
    const FORMS = ['pill', 'dot', 'card', 'choices'] as const;
    /** Loads the page again and draws the badge in this form. */
    const draw = async (form: (typeof FORMS)[number], change: Partial<BadgeAnswer> = {}) => {
      await page.goto(`http://${OTHER}/component?still`);
      await page.evaluate(
        (answer, dot) =>
          (globalThis as unknown as Component).component.drawBadge(
            { ...answer, form: dot ? 'dot' : 'pill' },
            { hide() {}, details() {} },
          ),
        { ...ANSWER, ...change },
        form === 'dot',
      );
      if (form === 'card') await openCard(page);
      if (form === 'choices') await pressIn(page, /^Hide…$/);
    };
    beforeAll(() => serveComponent(around.sites, '/component'));

    it.each(FORMS)('axe finds no problem on the %s, and finds a planted defect there', async (form) => {
      await page.viewport(900, 600);
      await draw(form);
      // The badge draws its words with CSS generated content, which axe does not check. Replace them with text nodes in
      // the same place and colour.
      const words = await page.evaluate(() => {
        const all = [...document.querySelector('[popover]')!.shadowRoot!.querySelectorAll<HTMLElement>('[data-text]')];
        for (const each of all) {
          each.textContent = each.dataset['text']!;
          delete each.dataset['text'];
        }
        return all.length;
      });
      expect(words).toBeGreaterThanOrEqual(form === 'dot' ? 0 : 2);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.evaluate(() => {
        const root = document.querySelector('[popover]')!.shadowRoot!;
        const pale = document.createElement('button');
        pale.id = 'planted';
        root.querySelector('.frame')!.append(pale);
      });
      const found = await accessibilityProblems(page, ['light']);
      expect(found.map(({ rule, where }) => [rule, where.some((place) => place.includes('#planted'))])).toContainEqual([
        'button-name',
        true,
      ]);
    });

    it.each(FORMS)('with forced colours the %s has its border, marks and words in the user’s colours', async (form) => {
      await page.media({ forcedColors: true });
      await page.scheme('dark');
      await draw(form);
      const seen = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('p'));
        const system = (name: string) => ((probe.style.color = name), getComputedStyle(probe).color);
        const user = { ink: system('CanvasText'), paper: system('Canvas') };
        const host = document.querySelector('[popover]')!;
        const shape = host.shadowRoot!.querySelector('.pill, .dot, .card')!;
        const style = (each: Element) => getComputedStyle(each);
        const drawn = [...shape.querySelectorAll('.line, .fill')].map((each) => ({
          ink: each.matches('.line') ? style(each).stroke : style(each).fill,
          knockedOut: each.matches('.paper'),
        }));
        const words = [...shape.querySelectorAll<HTMLElement>('[data-text]')].map(
          (each) => `${style(each).color} ${each.dataset['text']}`,
        );
        return {
          active: matchMedia('(forced-colors: active)').matches,
          user,
          edge: style(host).borderTopColor,
          paper: style(host).backgroundColor,
          drawn,
          words,
        };
      });
      await page.media({});
      await page.scheme('light');
      expect(seen.active).toBe(true);
      expect(seen.user.ink).not.toBe(seen.user.paper);
      expect(seen).toMatchObject({ edge: seen.user.ink, paper: seen.user.paper });
      expect(seen.words.filter((each) => !each.startsWith(seen.user.ink))).toEqual([]);
      expect(
        seen.drawn.filter(({ ink, knockedOut }) => ink !== (knockedOut ? seen.user.paper : seen.user.ink)),
      ).toEqual([]);
      expect(seen.drawn.length + seen.words.length).toBeGreaterThan(0);
    });

    describe.each(['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const)('%s', (corner) => {
      it.each([
        ['short', 'Named in a list'],
        ['as wide as most', 'Named in the 2025 US piracy and counterfeit list, by name only'],
        [
          'wider than a pill gets, which cuts them',
          'Named by the Motion Picture Association: Trading Partners and the Recording Industry Association of America',
        ],
        ['one long word', `Named in ${'Gemeinschafts'.repeat(9)}liste`],
      ])('with words that are %s the pill is in its corner, and takes no clicks beside itself', async (_, words) => {
        await page.viewport(900, 600);
        await draw('pill', { corner, words });
        const box = await isFullyOnScreen();
        const { width, height } = box.window;
        expect({
          across: corner.endsWith('right') ? width - box.right : box.left,
          down: corner.startsWith('bottom') ? height - box.bottom : box.top,
        }).toEqual({ across: 12, down: 12 });
        expect(box.right - box.left).toBeLessThanOrEqual(640);
        // One line, however long.
        expect(box.bottom - box.top).toBeLessThanOrEqual(36);
        // The page is around it, also directly outside its rounded corners.
        const seen = await page.evaluate(({ left, top, right, bottom }) => {
          const host = document.querySelector('[popover]')!;
          const ours = (x: number, y: number) => host.contains(document.elementFromPoint(x, y));
          const edges = [-3, 2].flatMap((by) => [
            ours(left + by, top + by),
            ours(right - by, top + by),
            ours(left + by, bottom - by),
            ours(right - by, bottom - by),
          ]);
          const content = host.shadowRoot!.querySelector('.pill')!.getBoundingClientRect();
          return {
            edges,
            middle: ours((left + right) / 2, (top + bottom) / 2),
            unused: right - left - 2 - content.width,
            over: host.scrollWidth - host.clientWidth,
          };
        }, box);
        expect(seen.edges).toEqual(Array(8).fill(false));
        expect(seen.middle).toBe(true);
        expect(seen.unused).toBeLessThan(1);
        expect(seen.over).toBe(0);
      });
    });

    it('its words are cut in no window that is too narrow for their one line: there it is a dot', async () => {
      const words = 'Named in the 2025 US piracy and counterfeit list, by name only';
      await page.viewport(900, 600);
      await draw('pill', { words });
      const pill = await boxOfBadge(page);
      const needed = Math.ceil(pill.right - pill.left) + 24;
      const isCut = () =>
        page.evaluate(() => {
          const line = document.querySelector('[popover]')!.shadowRoot!.querySelector('.words > [data-text]');
          return line !== null && line.scrollWidth > line.clientWidth;
        });
      expect(await isCut()).toBe(false);
      for (const width of [needed - 1, 400, 320]) {
        await page.viewport(width, 600);
        await until(async () => (await buttonsOf(page)).length === 1);
      }
      await page.viewport(900, 600);
      await until(async () => (await buttonsOf(page)).length === 2);
      expect(await isCut()).toBe(false);
    });

    it.each(['card', 'choices'] as const)(
      'the longest host and the longest words wrap in the %s and do not overflow it',
      async (form) => {
        const long = 'a'.repeat(63);
        await page.viewport(900, 600);
        await draw(form, {
          host: `${long}.${long}.${long}.example`,
          market: `Market${long}`,
          sentences: [`Named in ${long}${long}`, long],
          words: long,
        });
        await isFullyOnScreen();
        const over = await page.evaluate(() => {
          const host = document.querySelector('[popover]')!;
          const { right } = host.getBoundingClientRect();
          return [
            host.scrollWidth - host.clientWidth,
            ...[...host.shadowRoot!.querySelectorAll('.card *')].map((each) =>
              Math.round(each.getBoundingClientRect().right - right),
            ),
          ];
        });
        expect(over.filter((each) => each > 0)).toEqual([]);
      },
    );

    it.each([420, 256, 200])(
      'in a low window the buttons of the card stand above the words, in reach (%i px)',
      async (height) => {
        await page.viewport(900, height);
        await draw('card', { sentences: Array.from({ length: 14 }, (_, n) => `${n + 1}. ${ANSWER.sentences[0]}`) });
        /** What a click in the middle of each button of the foot would reach. */
        const reached = () =>
          page.evaluate(() => {
            const host = document.querySelector('[popover]')!;
            return {
              scrolls: host.scrollHeight > host.clientHeight + 1,
              places: [...host.shadowRoot!.querySelectorAll('.foot .button')].map((each) => {
                const { left, right, top, bottom } = each.getBoundingClientRect();
                const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                return (
                  hit !== null && hit === each.querySelector('slot')!.assignedElements()[0] && bottom <= innerHeight
                );
              }),
            };
          });
        expect(await reached()).toEqual({ scrolls: true, places: [true, true, true] });
      },
    );

    it('a change inside it is undone twice; the third time it is removed', async () => {
      await page.goto(`http://${OTHER}/component`);
      await page.evaluate(
        (answer) => (globalThis as unknown as Component).component.drawBadge(answer, { hide() {}, details() {} }),
        ANSWER,
      );
      // What a page could do if it had a reference to a node of the badge.
      const spoil = (how: number) =>
        page.evaluate((which) => {
          const root = document.querySelector('[popover]')!.shadowRoot!;
          const words = root.querySelector('[data-text]') as HTMLElement;
          if (which === 0) words.dataset['text'] = 'Verified safe';
          if (which === 1) words.append('Verified safe');
          if (which === 2) (root.querySelector('.words') as HTMLElement).style.position = 'fixed';
        }, how);
      const words = () =>
        page.evaluate(() =>
          [...(document.querySelector('[popover]')?.shadowRoot?.querySelectorAll('.words, .words *') ?? [])]
            .map((each) => each.getAttribute('data-text') ?? each.getAttribute('style') ?? each.textContent)
            .join(''),
        );
      for (const how of [0, 1]) {
        await spoil(how);
        await until(words, (text) => text === `Listmark${ANSWER.words}`);
      }
      await openCard(page);
      await pressIn(page, /^Close$/);
      await until(words, (text) => text === `Listmark${ANSWER.words}`);
      await spoil(2);
      await until(async () => (await badgeOf(page)) === undefined);
    });

    it('has no animation with reduced motion', async () => {
      await page.media({ reducedMotion: true });
      await draw('pill');
      expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
      const moving = () =>
        page.evaluate(
          () =>
            document.querySelector('[popover]')!.shadowRoot!.getAnimations().length + document.getAnimations().length,
        );
      expect(await moving()).toBe(0);
      await openCard(page);
      expect(await moving()).toBe(0);
      await page.press('Escape');
      expect(await moving()).toBe(0);
      await page.media({});
    });
  });
});

/**
 * The drawing instructions of a PDF: its compressed streams, unpacked, without dates. Leaves out the cross-reference
 * streams, whose offsets depend on the dates.
 */
function drawingIn(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\bobj\b([^]*?)\bstream\r?\n([^]*?)\r?\nendstream/g)]
    .filter(([, about]) => about!.includes('/FlateDecode') && !about!.includes('/XRef'))
    .map(([, , packed]) =>
      inflateSync(Buffer.from(packed!, 'latin1'))
        .toString('latin1')
        .replaceAll(/\(D:[^)]*\)/g, '(then)'),
    );
}
