/**
 * Drives the toolbar's popup in Firefox. BiDi has no context for it, so it uses the browser's privileges: a frame
 * script in the popup's process evaluates code in a sandbox of the page and sends real input events.
 */
import { writeFileSync } from 'node:fs';
import {
  asExpression,
  fromJson,
  restingPlaceOf,
  until,
  type AccessibleNode,
  type Box,
  type Named,
  type Scheme,
  type View,
} from './driver.ts';
import type { ChromeWindow, FirefoxBrowser, FirefoxLink } from './firefox-link.ts';
import { boxOf, readTree } from './firefox-tree.ts';

/** Opens the extension's popup over the active tab, as a click on its toolbar button does. */
export async function openPopup(link: FirefoxLink, extensionId: string): Promise<View> {
  await link.privileged(async (id) => {
    const win = globalThis as unknown as ChromeWindow;
    const { ExtensionParent } = win.ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const action = ExtensionParent.apiManager.global.browserActionFor(win.WebExtensionPolicy.getByID(id)!.extension);
    await action.openPopup(win, true);
  }, extensionId);
  const view = new FirefoxPopup(link);
  await until(() => link.privileged(isShown), Boolean, 8000);
  await until(
    () => view.evaluate('location.href + " " + document.readyState'),
    (state) => /^moz-extension:.* complete$/.test(state as string),
  );
  // A user's click focuses the popup; without focus it gets no keys.
  await link.privileged(() => document.querySelector<FirefoxBrowser>('.webextension-popup-browser')!.focus());
  await until(() => view.evaluate('document.hasFocus()'), Boolean, 2000).catch(() => {});
  return view;
}

/** Runs privileged: true if the popup's page is loaded and its panel is open. */
function isShown(): boolean {
  const browser = document.querySelector<FirefoxBrowser>('.webextension-popup-browser');
  const shown = browser?.closest('panel') as { state?: string } | null | undefined;
  return (
    !!browser?.browsingContext?.currentWindowGlobal?.documentURI?.spec?.startsWith('moz-extension:') &&
    shown?.state === 'open'
  );
}

/** Runs privileged: runs code in a frame script of the popup and returns its `answer`. */
function inFrame(code: string): Promise<string | null> {
  const browser = document.querySelector<FirefoxBrowser>('.webextension-popup-browser');
  if (!browser) throw new Error('the popup is closed');
  const name = `listmark:${Math.random()}`;
  return new Promise((resolve, reject) => {
    browser.messageManager.addMessageListener(
      name,
      function heard({ data }: { data: { value?: string; error?: string } }) {
        browser.messageManager.removeMessageListener(name, heard);
        if (data.error) reject(new Error(data.error));
        else resolve(data.value ?? null);
      },
    );
    const script = `(async () => { try { const value = await (async () => {${code}})(); sendAsyncMessage(${JSON.stringify(name)}, { value }); }
      catch (error) { sendAsyncMessage(${JSON.stringify(name)}, { error: String(error?.message ?? error) }); } })()`;
    browser.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}

class FirefoxPopup implements View {
  constructor(private readonly link: FirefoxLink) {}

  async evaluate<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T> {
    const expression = JSON.stringify(asExpression(what, args));
    return fromJson(
      await this.link.privileged(
        inFrame,
        `const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
         return await Cu.evalInSandbox(${expression}, sandbox);`,
      ),
    );
  }

  text = () => this.evaluate(() => document.body?.innerText ?? '');
  content = () => this.evaluate(() => document.documentElement.outerHTML);
  accessibilityTree = (): Promise<AccessibleNode> => readTree(this.link, 'popup');

  async scheme(scheme: Scheme) {
    await this.link.privileged((wanted) => {
      document.querySelector<FirefoxBrowser>(
        '.webextension-popup-browser',
      )!.browsingContext.prefersColorSchemeOverride = wanted;
    }, scheme);
  }

  async screenshot(options: { path?: string; scheme?: Scheme } = {}): Promise<Uint8Array> {
    if (options.scheme) await this.scheme(options.scheme);
    const data = await this.link.privileged(async () => {
      const browser = document.querySelector<FirefoxBrowser>('.webextension-popup-browser')!;
      const area = new DOMRect(0, 0, browser.clientWidth, browser.clientHeight);
      const picture = await browser.browsingContext.currentWindowGlobal.drawSnapshot(area, 1, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
      Object.assign(canvas, { width: picture.width, height: picture.height });
      canvas.getContext('2d')!.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1]!;
    });
    const png = Buffer.from(data, 'base64');
    if (options.path) writeFileSync(options.path, png);
    return png;
  }

  async click(selector: string) {
    const middle = await this.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'nearest' });
      const box = element?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    if (!middle) throw new Error(`nothing matches ${selector}`);
    await this.#clickAt(middle);
  }

  async clickNamed(role: string, name: Named) {
    const { left, top, right, bottom } = await this.boxOf(role, name);
    await this.#clickAt({ x: (left + right) / 2, y: (top + bottom) / 2 });
  }

  boxOf = (role: string, name: Named): Promise<Box> => restingPlaceOf(() => boxOf(this.link, 'popup', role, name));

  async #clickAt({ x, y }: { x: number; y: number }) {
    await this.link.privileged(
      inFrame,
      `for (const type of ['mousemove', 'mousedown', 'mouseup']) {
         const utils = content.windowUtils;
         if (utils.sendMouseEvent) utils.sendMouseEvent(type, ${x}, ${y}, 0, type === 'mousemove' ? 0 : 1, 0);
         else content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount: type === 'mousemove' ? 0 : 1 });
       }`,
    );
  }

  async press(key: string) {
    await this.link.privileged(
      inFrame,
      `const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
       if (!input.beginInputTransactionForTests(content)) throw new Error('no keyboard for the popup');
       const event = new content.KeyboardEvent('', { key: ${JSON.stringify(key)}, code: ${JSON.stringify(key)} });
       input.keydown(event); input.keyup(event);`,
    );
  }

  async close() {
    await this.link.privileged(() => {
      const panel = document.querySelector('.webextension-popup-browser')?.closest('panel') as
        { hidePopup(): void } | null | undefined;
      panel?.hidePopup();
    });
    await until(() => this.link.privileged(() => document.querySelector('.webextension-popup-browser') === null));
  }
}
