/**
 * Reads the screen of an Xvfb. It keeps its pixels in a file (`-fbdir`) in the X window dump format, so no other
 * program is needed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Red, green, blue and alpha of every pixel, row by row, as `encode` of fast-png needs it. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
  channels: 4;
}

/**
 * @param folder the `-fbdir` of Xvfb
 * @throws Error if the pixels do not have 32 bits, as at a depth of 24
 */
export function readFramebuffer(folder: string): Picture {
  const file = readFileSync(join(folder, 'Xvfb_screen0'));
  // The header consists of big-endian 32-bit numbers; the offsets are from XWDFile.h.
  const header = (at: number) => file.readUInt32BE(at * 4);
  const [headerBytes, width, height, bitsPerPixel, bytesPerLine, colours] = [0, 4, 5, 11, 12, 19].map(header) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (bitsPerPixel !== 32) throw new Error(`Xvfb keeps ${bitsPerPixel} bits for a pixel, not 32`);
  const COLOUR_BYTES = 12;
  const pixels = headerBytes + colours * COLOUR_BYTES;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // Byte order: blue, green, red, unused.
      const from = pixels + y * bytesPerLine + x * 4;
      const to = (y * width + x) * 4;
      data.set([file[from + 2]!, file[from + 1]!, file[from]!, 255], to);
    }
  return { width, height, data, channels: 4 };
}

/** Finds the icon in the picture by its opaque pixels, with exact colours; null if it is nowhere complete. */
export function find(icon: Picture, within: Picture): { x: number; y: number } | null {
  const solid: { x: number; y: number; at: number }[] = [];
  for (let y = 0; y < icon.height; y++)
    for (let x = 0; x < icon.width; x++)
      if (icon.data[(y * icon.width + x) * 4 + 3] === 255) solid.push({ x, y, at: (y * icon.width + x) * 4 });
  const matches = (x: number, y: number) =>
    solid.every((dot) => {
      const at = ((y + dot.y) * within.width + x + dot.x) * 4;
      return [0, 1, 2].every((colour) => within.data[at + colour] === icon.data[dot.at + colour]);
    });
  for (let y = 0; y + icon.height <= within.height; y++)
    for (let x = 0; x + icon.width <= within.width; x++) if (matches(x, y)) return { x, y };
  return null;
}

/** Cuts out a part of the picture; anything beyond its edges is black. */
export function crop({ width, height, data }: Picture, left: number, top: number, wide: number, high: number): Picture {
  const part = new Uint8Array(wide * high * 4);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const [fromX, fromY] = [left + x, top + y];
      const at = (fromY * width + fromX) * 4;
      if (fromX >= 0 && fromY >= 0 && fromX < width && fromY < height)
        part.set(data.subarray(at, at + 4), (y * wide + x) * 4);
    }
  return { width: wide, height: high, data: part, channels: 4 };
}
