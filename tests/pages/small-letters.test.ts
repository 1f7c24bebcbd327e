/** No letters on a face are smaller than 12 pixels. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const sizes = (css: string) =>
  [...css.matchAll(/font(?:-size)?:\s*(?:[^;]*?\s)?([\d.]+)px/g)].map(([, size]) => Number(size));

it('Every size of letters in the style sheets is at least 12 pixels', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
  const found = sheets.flatMap((path) =>
    sizes(readFileSync(join('src', path), 'utf8')).map((size) => ({ path, size })),
  );
  expect(found.length).toBeGreaterThan(25);
  expect(found.filter(({ size }) => size < 12)).toEqual([]);
});
