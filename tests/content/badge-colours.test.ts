/**
 * The badge repeats the colour values of look.css and uses no custom properties, because a page could register a
 * property with the same name. This test keeps the two palettes equal.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const colours = (path: string) => readFileSync(path, 'utf8').match(/light-dark\([^)]*\)/g) ?? [];

/** The border of the badge, which must be visible on any page; our own pages have no such border. */
const ONLY_IN_BADGE = ['light-dark(#d5d9e3, #3a3f4d)'];

it('Every colour of the badge is one of the palette in look.css', () => {
  const palette = new Set(colours('src/ui/look.css'));
  const badge = new Set(colours('src/content/badge.css'));
  expect(badge.size).toBeGreaterThan(6);
  expect([...badge].filter((colour) => !palette.has(colour))).toEqual(ONLY_IN_BADGE);
});
