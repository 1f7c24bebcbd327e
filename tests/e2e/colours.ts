/** Reads colours from the pixels of a screenshot, because no style API reaches into the badge's closed shadow root. */
import { decode } from 'fast-png';
import type { Box, View } from '../../tools/drivers/driver.ts';

/** Red, green and blue, 0 to 255 each. */
export type Colour = [red: number, green: number, blue: number];

/** The colour at a point of the view, in CSS pixels from its top left corner; the view must not be scaled. */
export async function colourAt(view: View, x: number, y: number): Promise<Colour> {
  return (await coloursIn(view, { left: x, top: y, right: x + 1, bottom: y + 1 }))[0]!;
}

/** The WCAG contrast between the lightest and the darkest pixel of the box: from 1 (one colour) to 21. */
export async function contrastIn(view: View, box: Box): Promise<number> {
  const luminances = (await coloursIn(view, box)).map(luminance);
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}

async function coloursIn(view: View, box: Box): Promise<Colour[]> {
  const { data, width, height, channels } = decode(await view.screenshot());
  const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map(Math.round) as [
    number,
    number,
    number,
    number,
  ];
  if (left < 0 || top < 0 || right > width || bottom > height)
    throw new Error(`${JSON.stringify(box)} lies outside the picture of ${width} × ${height}`);
  const colours: Colour[] = [];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * channels;
      colours.push([data[at]!, data[at + 1]!, data[at + 2]!]);
    }
  return colours;
}

function luminance(colour: Colour): number {
  const linear = colour.map((each) =>
    each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

/** Parses a colour of `getComputedStyle`, such as `rgb(1, 2, 3)`. */
export function colourOf(computed: string): Colour {
  const [red, green, blue] = (computed.match(/\d+/g) ?? []).map(Number);
  return [red!, green!, blue!];
}

/** From 0 (black) to 1 (white). */
export const lightness = (colour: Colour): number => colour.reduce((sum, each) => sum + each, 0) / (3 * 255);
