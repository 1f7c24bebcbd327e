/** The real toolbar in every state, light and dark, taken from the screen and shown on one page. */
import { encode } from 'fast-png';
import { until, type Driver, type Page } from '../drivers/driver.ts';
import type { Picture } from '../drivers/framebuffer.ts';
import { visit, withToolbar, type ToolbarWindow } from '../drivers/toolbar-window.ts';
import type { Status } from '../../src/list/status.ts';
import { SHAPES, type MarkName } from '../../src/marks.ts';
import { hostOf, type Variant } from './builds.ts';
import type { Around, Scene } from './scenes.ts';

interface Row {
  mark: MarkName;
  title: string;
  light?: Picture;
  dark?: Picture;
}
const MARKS = Object.keys(SHAPES) as MarkName[];
const SCHEMES = ['light', 'dark'] as const;

/** The address to visit, the build to use, and the expected mark. */
function visits(of: Map<Status, string>): Partial<Record<Variant, [mark: MarkName, url: string, title: RegExp][]>> {
  const unlisted = 'http://unlisted.example/';
  return {
    fresh: [
      ...[...of].map(([status, host]): [MarkName, string, RegExp] => [
        status,
        `http://${host}/`,
        new RegExp(`^${host.replaceAll('.', '\\.')}: `),
      ]),
      ['not-listed', unlisted, /: not named/],
      ['impossible', 'about:blank', /not checked/],
    ],
    stale: [['stale', unlisted, /out of date/]],
    'no-list': [['no-list', unlisted, /not loaded/]],
  };
}

export function toolbarScene(of: Map<Status, string>): Scene {
  return {
    name: 'toolbar',
    width: 1100,
    async open(browser: Driver, around: Around) {
      const rows = new Map<MarkName, Row>();
      for (const scheme of SCHEMES)
        for (const [variant, all] of Object.entries(visits(of)) as [Variant, [MarkName, string, RegExp][]][]) {
          around.hostIs(hostOf(variant));
          await withToolbar(
            browser.name,
            { extensionDir: around.of[variant], hosts: around.hosts, scheme },
            async (window) => {
              const page = await window.browser.open('about:blank');
              for (const [mark, url, title] of all) {
                const picture = await pictureOf(window, page, mark, url, title);
                const { title: said } = await window.browser.toolbar(page);
                rows.set(mark, { ...rows.get(mark), mark, title: said, [scheme]: picture });
              }
            },
          );
        }
      around.hostIs(undefined);
      const page = await browser.open('http://unlisted.example/toolbar');
      await page.evaluate(
        (body) => void (document.body.innerHTML = body),
        sheet(MARKS.flatMap((mark) => rows.get(mark) ?? [])),
      );
      await until(() => page.evaluate(() => [...document.images].every((image) => image.complete)));
      return page;
    },
  };
}

/** If the mark is not found, show the end of the toolbar as it is: that is what the gallery should reveal. */
async function pictureOf(
  window: ToolbarWindow,
  page: Page,
  mark: MarkName,
  url: string,
  title: RegExp,
): Promise<Picture> {
  await visit(window.browser, page, url, title);
  return window.shows(mark).catch(() => window.end());
}

function sheet(rows: Row[]): string {
  const image = (picture: Picture | undefined, times: number) =>
    picture
      ? `<img src="data:image/png;base64,${Buffer.from(encode(picture)).toString('base64')}" width="${picture.width * times}" height="${picture.height * times}" alt="">`
      : '';
  const cells = ({ light, dark }: Row) =>
    [light, dark].map((each) => `<td>${image(each, 1)}</td><td>${image(each, 2)}</td>`).join('');
  return `<style>td{padding:4px 8px;font:13px system-ui;vertical-align:middle}img{display:block;image-rendering:pixelated;max-width:260px;height:auto}</style>
    <table>${rows.map((row) => `<tr>${cells(row)}<td><b>${row.mark}</b><br>${row.title}</td></tr>`).join('')}</table>`;
}
