/**
 * Shows the real toolbar: runs the browser with windows on its own display, pins the icon and reads the pixels from the
 * screen.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decode } from 'fast-png';
import type { MarkName } from '../../src/marks.ts';
import { launch as launchChromium } from './chromium.ts';
import { until, type Driver, type Hosts, type Page, type Scheme } from './driver.ts';
import { launch as launchFirefox } from './firefox.ts';
import { crop, find, type Picture } from './framebuffer.ts';
import { withXvfb, type Display } from './xvfb.ts';

export interface ToolbarWindow {
  browser: Driver;
  /**
   * Waits until the mark is completely visible in the toolbar.
   * @returns the part of the toolbar around it
   * @throws Error if it does not appear
   */
  shows(mark: MarkName): Promise<Picture>;
  /** The right end of the toolbar, with any content. */
  end(): Picture;
}

/**
 * Pixels from the top of the screen that contain the toolbar of both browsers, but not the tabs, whose icons may be
 * ours, too.
 */
const TOOLBAR = { top: 50, high: 80 };
/** Size of the part that is cut out. */
const PART = { wide: 128, high: 36 };

/** @param scheme colour scheme of the browser's own windows, not of pages */
export async function withToolbar<T>(
  name: Driver['name'],
  { extensionDir, hosts, scheme }: { extensionDir: string; hosts: Hosts; scheme: Scheme },
  use: (window: ToolbarWindow) => Promise<T>,
): Promise<T> {
  return withXvfb(async (display) => {
    const profileDir = mkdtempSync(join(tmpdir(), 'listmark-toolbar-'));
    const options = { extensionDir, hosts, headed: true, env: display.env, profileDir };
    let browser: Driver | undefined;
    try {
      if (name === 'chromium') pin(profileDir, extensionDir, scheme);
      browser =
        name === 'chromium'
          ? await launchChromium(options)
          : await launchFirefox({ ...options, prefs: themed(scheme) });
      const marks = join(extensionDir, 'icons');
      return await use({
        browser,
        shows: (mark) => shown(display, decode(readFileSync(join(marks, `${mark}-16.png`))) as Picture),
        end: () => crop(display.picture(), 780, TOOLBAR.top, 500, TOOLBAR.high),
      });
    } finally {
      await browser?.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  });
}

async function shown(display: Display, icon: Picture): Promise<Picture> {
  const toolbar = () => {
    const screen = display.picture();
    return crop(screen, 0, TOOLBAR.top, screen.width, TOOLBAR.high);
  };
  let picture = toolbar();
  const at = await until(() => find(icon, (picture = toolbar())), Boolean, 10_000, 200);
  return crop(
    picture,
    at!.x - (PART.wide - icon.width) / 2,
    at!.y - (PART.high - icon.height) / 2,
    PART.wide,
    PART.high,
  );
}

/** Pins the icon, as a user does from the extensions menu. In Firefox the manifest puts it into the toolbar. */
function pin(profileDir: string, extensionDir: string, scheme: Scheme): void {
  const digits = createHash('sha256').update(resolve(extensionDir)).digest('hex').slice(0, 32);
  // Chromium's id of an unpacked extension: the hash of its path in the letters a to p.
  const id = [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
  const theme = scheme === 'dark' ? 2 : 1;
  mkdirSync(join(profileDir, 'Default'));
  const preferences = {
    extensions: { pinned_extensions: [id] },
    browser: { theme: { color_scheme: theme, color_scheme2: theme } },
  };
  writeFileSync(join(profileDir, 'Default/Preferences'), JSON.stringify(preferences));
}

const themed = (scheme: Scheme) => ({ 'extensions.activeThemeID': `firefox-compact-${scheme}@mozilla.org` });

/** Navigates the active tab, and waits until the toolbar's title belongs to the address. */
export async function visit(browser: Driver, page: Page, url: string, title: RegExp): Promise<void> {
  await page.goto(url);
  await until(
    () => browser.toolbar(page),
    (state) => title.test(state.title),
    20_000,
  );
  await page.activate();
}
