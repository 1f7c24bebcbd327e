/** A tab or a popup of Chromium, driven through puppeteer. */
import { writeFileSync } from 'node:fs';
import type { KeyInput, Page as PuppeteerPage } from 'puppeteer-core';
import { boxOf, readTree } from './chromium-tree.ts';
import {
  asExpression,
  fromJson,
  type AccessibleNode,
  type Box,
  type Gesture,
  type Media,
  type Named,
  type Page,
  type Scheme,
  type View,
  type Visit,
  placeOf,
} from './driver.ts';

export class ChromiumView implements View {
  constructor(readonly page: PuppeteerPage) {}

  async evaluate<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T> {
    return fromJson(await this.page.evaluate(asExpression(what, args)));
  }

  text = () => this.evaluate(() => document.body?.innerText ?? '');
  content = () => this.page.content();

  accessibilityTree = (): Promise<AccessibleNode> => this.#withSession(readTree);

  scheme = (scheme: Scheme) => this.emulate({ scheme });

  /**
   * Sets all features in one call and keeps the session open: a later call resets the earlier ones, and closing the
   * session resets all. Puppeteer itself refuses `forced-colors`.
   */
  protected async emulate(change: { scheme?: Scheme; media?: Media }) {
    this.#session ??= await this.page.createCDPSession();
    Object.assign(this.#emulated, change);
    const { scheme, media } = this.#emulated;
    await this.#session.send('Emulation.setEmulatedMedia', {
      media: media?.print ? 'print' : '',
      features: [
        ...(scheme ? [{ name: 'prefers-color-scheme', value: scheme }] : []),
        ...(media?.forcedColors ? [{ name: 'forced-colors', value: 'active' }] : []),
        ...(media?.reducedMotion ? [{ name: 'prefers-reduced-motion', value: 'reduce' }] : []),
      ],
    });
  }
  #session: Awaited<ReturnType<PuppeteerPage['createCDPSession']>> | undefined;
  readonly #emulated: { scheme?: Scheme; media?: Media } = {};

  async screenshot(options: { path?: string; scheme?: Scheme } = {}): Promise<Uint8Array> {
    if (options.scheme) await this.scheme(options.scheme);
    const png = await this.page.screenshot({ type: 'png' });
    if (options.path) writeFileSync(options.path, png);
    return png;
  }

  click = (selector: string) => this.page.click(selector);

  async clickNamed(role: string, name: Named) {
    const { left, top, right, bottom } = await this.boxOf(role, name);
    await this.page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  boxOf = (role: string, name: Named): Promise<Box> =>
    placeOf(() => this.#withSession((session) => boxOf(session, role, name)));

  press = (key: string) => this.page.keyboard.press(key as KeyInput);

  async close() {
    if (!this.page.isClosed()) await this.page.close().catch(() => {});
  }

  async #withSession<T>(
    use: (session: Awaited<ReturnType<PuppeteerPage['createCDPSession']>>) => Promise<T>,
  ): Promise<T> {
    const session = await this.page.createCDPSession();
    try {
      return await use(session);
    } finally {
      await session.detach().catch(() => {});
    }
  }
}

export class ChromiumPage extends ChromiumView implements Page {
  address = 'about:blank';

  async goto(
    url: string,
    { wait = 'load', timeout = 15_000 }: { wait?: 'load' | 'none'; timeout?: number } = {},
  ): Promise<Visit> {
    this.address = url;
    const visit = this.#visit(() => this.page.goto(url, { waitUntil: 'load', timeout: wait === 'none' ? 0 : timeout }));
    return wait === 'none' ? {} : visit;
  }

  reload = () => this.#visit(() => this.page.reload({ waitUntil: 'load', timeout: 15_000 }));
  viewport = (width: number, height: number) => this.page.setViewport({ width, height });
  print = () => this.page.pdf();

  media = (media: Media) => this.emulate({ media });

  async hand(...gestures: Gesture[]) {
    const { mouse, keyboard, touchscreen } = this.page;
    const button = (which: 0 | 2) => ({ button: which ? 'right' : 'left' }) as const;
    for (const gesture of gestures) {
      if ('move' in gesture) await mouse.move(...gesture.move);
      else if ('down' in gesture) await mouse.down(button(gesture.down));
      else if ('up' in gesture) await mouse.up(button(gesture.up));
      else if ('wheel' in gesture) {
        await mouse.move(...gesture.wheel);
        await mouse.wheel({ deltaY: gesture.by });
      } else if ('touch' in gesture) {
        await touchscreen.touchStart(...gesture.touch);
        await touchscreen.touchMove(...gesture.to);
        await touchscreen.touchEnd();
      } else {
        await keyboard.down(gesture.with);
        // Headless, there is no menu that turns the key into its editing command.
        await keyboard.press(gesture.key as KeyInput, {
          commands: { a: ['selectAll'], c: ['copy'], x: ['cut'] }[gesture.key] ?? [],
        });
        await keyboard.up(gesture.with);
      }
    }
  }

  activate = () => this.page.bringToFront();

  async #visit(go: () => Promise<{ status(): number } | null>): Promise<Visit> {
    try {
      const status = (await go())?.status();
      return status === undefined ? {} : { status };
    } catch (error) {
      // "net::ERR_NAME_NOT_RESOLVED at http://x/": keep only the reason, as the caller knows the address.
      return { error: (error as Error).message.replace(/ at \S+$/, '') };
    }
  }
}
