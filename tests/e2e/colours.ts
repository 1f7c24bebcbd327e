/** Colours as the reader sees them, read from the pixels of a screenshot: nothing else sees into the badge's closed shadow root. */
import type { View } from './driver.ts';

/** Red, green and blue, 0 to 255 each. */
export type Colour = [red: number, green: number, blue: number];

/** The colour at a point of the view, in CSS pixels from its top left corner; the view must not be scaled. */
export async function colourAt(view: View, x: number, y: number): Promise<Colour> {
  const png = Buffer.from(await view.screenshot()).toString('base64');
  return view.evaluate(
    async (data, left, top) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
      canvas.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), -Math.round(left), -Math.round(top));
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) as [number, number, number];
    },
    png,
    x,
    y,
  );
}

/** As `getComputedStyle` writes it: `rgb(1, 2, 3)`. */
export function colourOf(computed: string): Colour {
  const [red, green, blue] = (computed.match(/\d+/g) ?? []).map(Number);
  return [red!, green!, blue!];
}

/** From 0 (black) to 1 (white). */
export const lightness = (colour: Colour): number => colour.reduce((sum, each) => sum + each, 0) / (3 * 255);
