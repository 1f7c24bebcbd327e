/**
 * The badge has the palette of our pages, written out: a custom property could be registered by the page under the same
 * name. This holds the two the same.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const colours = (path: string) => readFileSync(path, 'utf8').match(/light-dark\([^)]*\)/g) ?? [];

/** The line around the badge, which must be seen on any page: our own pages have none like it. */
const OWN = ['light-dark(#d5d9e3, #3a3f4d)'];

it('Every colour of the badge is one of the palette in look.css', () => {
  const palette = new Set(colours('src/ui/look.css'));
  const badge = new Set(colours('src/content/badge.css'));
  expect(badge.size).toBeGreaterThan(6);
  expect([...badge].filter((colour) => !palette.has(colour))).toEqual(OWN);
});
