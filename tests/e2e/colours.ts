/** Colours as the reader sees them, read from the pixels of a screenshot: nothing else sees into the badge's closed shadow root. */
import { decode } from 'fast-png';
import type { View } from './driver.ts';

/** Red, green and blue, 0 to 255 each. */
export type Colour = [red: number, green: number, blue: number];

/** The colour at a point of the view, in CSS pixels from its top left corner; the view must not be scaled. */
export async function colourAt(view: View, x: number, y: number): Promise<Colour> {
  const { data, width, channels } = decode(await view.screenshot());
  const at = (Math.round(y) * width + Math.round(x)) * channels;
  return [data[at]!, data[at + 1]!, data[at + 2]!];
}

/** As `getComputedStyle` writes it: `rgb(1, 2, 3)`. */
export function colourOf(computed: string): Colour {
  const [red, green, blue] = (computed.match(/\d+/g) ?? []).map(Number);
  return [red!, green!, blue!];
}

/** From 0 (black) to 1 (white). */
export const lightness = (colour: Colour): number => colour.reduce((sum, each) => sum + each, 0) / (3 * 255);
