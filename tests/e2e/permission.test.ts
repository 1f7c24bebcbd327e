/** Host access for badges, granted through the browser's own prompt, with the production manifest. */
import { describe, expect, it } from 'vitest';
import { world } from './browsers.ts';
import { outline, pause, until } from '../../tools/drivers/driver.ts';
import { saysNamed } from './toolbar-words.ts';
import { allowInPrompt, withXvfb } from '../../tools/drivers/xvfb.ts';

const BADGE = 'region "Listmark"';

describe('chromium, with a display', () => {
  it('shows no badge at first, asks after a click on the welcome page, and shows the badge after the user agrees', async () => {
    await withXvfb(async (display) => {
      const around = await world('chromium', ['thepiratebay.org'], {
        build: 'production',
        headed: true,
        env: display.env,
      });
      try {
        const page = await around.browser.open('http://thepiratebay.org/');
        await until(() => around.browser.toolbar(page), saysNamed);
        await pause(700);
        expect(outline(await page.accessibilityTree())).not.toContain(BADGE);
        const welcome = await around.browser.extensionPage('src/welcome/index.html');
        await until(
          () => welcome.text(),
          (words) => words.includes('Show badges in pages'),
        );
        await welcome.clickNamed('button', 'Show badges in pages');
        await allowInPrompt(display);
        await until(
          () => welcome.text(),
          (words) => words.includes('On. A small badge'),
        );
        await until(async () => outline(await page.accessibilityTree()).includes(BADGE));
      } finally {
        await around.end();
      }
    });
  });
});

describe('firefox', () => {
  it('shows badges once access is granted, without a restart', async () => {
    const around = await world('firefox', ['thepiratebay.org'], { build: 'production' });
    try {
      const page = await around.browser.open('http://thepiratebay.org/');
      await until(() => around.browser.toolbar(page), saysNamed);
      await pause(700);
      expect(outline(await page.accessibilityTree())).not.toContain(BADGE);
      await around.browser.grant(['http://*/*', 'https://*/*']);
      await until(async () => outline(await page.accessibilityTree()).includes(BADGE));
    } finally {
      await around.end();
    }
  });
});
