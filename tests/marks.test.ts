/**
 * Tests the packaged icons of the toolbar marks at 16 pixels: each differs from every other by its shape alone, and is
 * visible on light and dark toolbars.
 */
import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { SHAPES, type MarkName } from '../src/marks.ts';

const MARKS = Object.keys(SHAPES) as MarkName[];
const SIDE = 16;
/** Toolbar colours of Chromium and Firefox, in their light and dark themes. */
const TOOLBARS = { light: [0xffffff, 0xf9f9fb], dark: [0x3c3c3c, 0x2b2a33] };
type Colour = readonly [red: number, green: number, blue: number];

const read = (mark: MarkName, side: number) => decode(readFileSync(`public/icons/${mark}-${side}.png`));
const rgb = (hex: number): Colour => [hex >> 16, (hex >> 8) & 255, hex & 255];

/** WCAG's relative luminance. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((each) =>
    each <= 10 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** How much ink each pixel has, from 0 to 1, for any colour; white on a mark does not count as ink. */
function ink(mark: MarkName): number[] {
  const { data } = read(mark, SIDE);
  return Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [red, green, blue, alpha] = data.subarray(at * 4, at * 4 + 4);
    return (alpha! / 255) * (Math.min(red!, green!, blue!) > 235 ? 0 : 1);
  });
}

it.each(MARKS)('%s exists in both sizes', (mark) => {
  for (const side of [16, 32]) expect(read(mark, side)).toMatchObject({ width: side, height: side, channels: 4 });
});

describe('Shapes differ:', () => {
  const pairs = MARKS.flatMap((one, n) => MARKS.slice(n + 1).map((other) => [one, other] as const));
  it.each(pairs)('%s and %s', (one, other) => {
    const [a, b] = [ink(one), ink(other)];
    const different = a.filter((each, at) => Math.abs(each - b[at]!) > 0.6).length;
    expect(different).toBeGreaterThanOrEqual(MIN_DIFFERENT);
  });
});
/** Number of the 256 pixels that have ink in one mark and not in the other. */
const MIN_DIFFERENT = 12;

/** The mark's own colour: the most frequent one among the opaque pixels that are not white. */
function ownColour(mark: MarkName): { colour: Colour; pixels: number } {
  const { data } = read(mark, SIDE);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const hex = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
    if (data[at + 3] === 255 && hex !== 0xffffff) counts.set(hex, (counts.get(hex) ?? 0) + 1);
  }
  const [hex, pixels] = [...counts].sort(([, a], [, b]) => b - a)[0]!;
  return { colour: rgb(hex), pixels };
}

it.each(MARKS)('%s has a contrast of at least 3 to 1 on light and dark toolbars', (mark) => {
  const { colour, pixels } = ownColour(mark);
  expect(pixels, 'pixels in its own colour').toBeGreaterThanOrEqual(MIN_OPAQUE);
  for (const toolbar of [...TOOLBARS.light, ...TOOLBARS.dark])
    expect(contrast(colour, rgb(toolbar))).toBeGreaterThan(3);
});
const MIN_OPAQUE = 8;
