/** What the toolbar shows in every state, asked of the browser tab by tab, and drawn in one page with the icons of the package: mark, its text, its title. */
import { readFileSync } from 'node:fs';
import { until, type Driver } from '../../tests/e2e/driver.ts';
import type { Status } from '../../src/list/status.ts';
import type { Scene } from './scenes.ts';

const picture = (mark: string, size: 16 | 32) => `data:image/png;base64,${readFileSync(`public/icons/${mark}-${size}.png`).toString('base64')}`;

export function toolbarScene(of: Map<Status, string>): Scene {
  return {
    name: 'toolbar',
    width: 900,
    async open(browser: Driver) {
      const rows: [mark: string, badgeText: string, title: string][] = [];
      const page = await browser.open('about:blank');
      for (const [mark, host] of [...of, ['not-listed', 'unlisted.example'] as const]) {
        await page.goto(`http://${host}/`);
        const { badgeText, title } = await until(
          () => browser.toolbar(page),
          (state) => state.title.startsWith(host),
        );
        rows.push([mark, badgeText, title]);
      }
      // States of the list and of pages that are none of the web have variants of the package of their own; their titles stand in the tests.
      rows.push(['impossible', '', '(a page of the browser)'], ['stale', 'old', '(list out of date, nothing found)'], ['no-list', '?', '(no list)']);
      const cell = (mark: string, text: string, dark: boolean) =>
        `<td style="background:${dark ? '#202124' : '#f1f3f4'}"><img src="${picture(mark, 16)}" width="16" height="16" alt=""><b>${text}</b></td>`;
      const html = rows.map(
        ([mark, text, title]) =>
          `<tr>${cell(mark, text, false)}${cell(mark, text, true)}<td><img src="${picture(mark, 32)}" width="48" height="48" alt=""></td><td>${mark}</td><td>${title}</td></tr>`,
      );
      await page.goto(`http://unlisted.example/toolbar`);
      await page.evaluate((body) => {
        document.body.innerHTML = `<style>td{padding:8px 12px;font:13px system-ui;vertical-align:middle}b{font:600 9px system-ui;background:#33407a;color:#fff;padding:1px 3px;border-radius:3px;margin-left:2px}</style><table>${body}</table>`;
      }, html.join(''));
      return page;
    },
  };
}
