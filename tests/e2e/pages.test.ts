/** Our own pages: accessible, readable in light and dark, and the production manifest differs from the tests' in host access only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accessibilityProblems, assertAxeFinds } from './accessibility.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { outline, until } from './driver.ts';

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, ['thepiratebay.org']);
  });
  afterAll(() => around?.end());

  it.each(['thepiratebay.org', 'rapidshare.com', 'y2mate.guru', 'unlisted.example'])('the popup for %s has no accessibility problem', async (host) => {
    const page = await around.browser.extensionPage(`src/popup/index.html?url=http://${host}/`);
    await until(
      () => page.text(),
      (words) => words.includes('signature verified'),
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });

  it('the welcome page has none either, and a planted defect is found', async () => {
    const page = await around.browser.extensionPage('src/welcome/index.html');
    await until(
      () => page.text(),
      (words) => words.includes('What leaves this device'),
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    await assertAxeFinds(page);
    await page.close();
  });

  it('the popup is read in order: heading, sentence, sections, list line', async () => {
    const page = await around.browser.extensionPage('src/popup/index.html?url=http://thepiratebay.org/');
    await until(
      () => page.text(),
      (words) => words.includes('signature verified'),
    );
    // Browsers expose the headings as they are drawn, in capitals.
    const tree = await until(
      async () => outline(await page.accessibilityTree()).toLowerCase(),
      (text) => text.includes('signature verified'),
    );
    const at = ['thepiratebay.org', 'named in ustr', 'history', 'what this means', 'signature verified'].map((words) => tree.indexOf(words));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at.every((place) => place >= 0)).toBe(true);
    await page.close();
  });

  it('the build under test differs from the one that ships in host access only', () => {
    const read = (dir: string) => JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    const { granted, production } = inject('builds')[name];
    const { host_permissions, ...rest } = read(granted);
    expect(rest).toEqual(read(production));
    expect(host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(read(production)).not.toHaveProperty('host_permissions');
    expect(read(production)).not.toHaveProperty('web_accessible_resources');
  });
});
