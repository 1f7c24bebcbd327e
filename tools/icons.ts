/**
 * Draws the toolbar marks and the extension's icon as PNG files into public/icons. Run it after a change of shape or
 * colour: `npx tsx tools/icons.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { programArguments, usage } from '../src/pipeline/arguments.ts';
import { SHAPES, type Ink, type Shape } from '../src/marks.ts';
import { ensureChromium } from './browsers.ts';

/**
 * Medium tones with a contrast of at least 3 to 1 on light and dark toolbars, because the browser tells a worker
 * neither.
 */
const COLOUR: Record<Ink, string> = {
  gov: '#6b80ef',
  order: '#c7741c',
  seize: '#858692',
  dim: '#808695',
  faint: '#868b98',
  paper: '#fff',
};

const draw = ({ tag, ink, filled, attributes }: Shape): string => {
  const paint = filled
    ? `fill="${COLOUR[ink]}"`
    : `fill="none" stroke="${COLOUR[ink]}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<${tag} ${paint} ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}/>`;
};
const svg = (shapes: readonly Shape[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="100%" height="100%">${shapes.map(draw).join('')}</svg>`;

programArguments(
  usage('npm run -s icons', 'Draws the toolbar marks and the extension’s own icon into public/icons.'),
  {},
);
const browser = await puppeteer.launch({ executablePath: ensureChromium(), headless: true, args: ['--no-sandbox'] });
const page = await browser.newPage();
mkdirSync('public/icons', { recursive: true });
const shoot = async (name: string, shapes: readonly Shape[], size: number) => {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0;padding:0}html,body{width:${size}px;height:${size}px;overflow:hidden}svg{display:block}</style>${svg(shapes)}`,
  );
  writeFileSync(`public/icons/${name}-${size}.png`, await page.screenshot({ omitBackground: true }));
};
for (const [name, shapes] of Object.entries(SHAPES)) for (const size of [16, 32]) await shoot(name, shapes, size);
for (const size of [16, 32, 48, 128]) await shoot('app', SHAPES.listed, size);
await browser.close();
