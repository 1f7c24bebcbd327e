/**
 * Builds lines from the text pieces that a PDF places on a page, and blocks from lines. A PDF has no words or columns,
 * and its order may not be the reading order; only positions count.
 */
import type { Block } from './act.ts';

/** In points from the upper left corner; `y` is the base line. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A part of a line without a wide gap. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Fractions of the font size. */
const SAME_LINE = 0.4;
const SPACE = 0.12;
/** Wider than the widest space of justified text, narrower than the gap between columns. */
const COLUMN_GAP = 1.3;
const NEXT_LINE = 1.9;
const SMALL = 0.8;
const TWICE = 0.1;

/** For footnote marks: small digits next to larger type. */
const isMark = (item: Item, size: number): boolean => item.size < size * SMALL && /^[\d*†‡,\s]+$/.test(item.text);

export function piecesOf(items: readonly Item[]): Piece[] {
  // Some PDFs make bold type by printing the text twice with a tiny offset.
  const distinct: Item[] = [];
  const printed = new Map<string, Item[]>();
  for (const item of items) {
    const same = printed.get(item.text) ?? [];
    if (!item.text.trim() || same.some((other) => Math.hypot(other.x - item.x, other.y - item.y) < TWICE * item.size))
      continue;
    printed.set(item.text, [...same, item]);
    distinct.push(item);
  }
  const rows: Item[][] = [];
  for (const item of distinct.sort((a, b) => a.y - b.y)) {
    const row = rows
      .slice(-3)
      .find((row) => Math.abs(row[0]!.y - item.y) <= SAME_LINE * Math.max(row[0]!.size, item.size));
    if (row) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap(piecesOfRow);
}

function piecesOfRow(row: readonly Item[]): Piece[] {
  const size = Math.max(...row.map((item) => item.size));
  const pieces: Piece[] = [];
  let before: Item | undefined;
  for (const item of [...row].sort((a, b) => a.x - b.x)) {
    const last = pieces.at(-1);
    const gap = last ? item.x - last.right : Infinity;
    const text = item.text.trimEnd();
    const right = item.x + item.width * (text.length / item.text.length);
    if (!last || gap > COLUMN_GAP * size)
      pieces.push({ text: text.trimStart(), left: item.x, right, y: item.y, size: item.size });
    else {
      const apart = gap > SPACE * size || isMark(item, size) !== isMark(before!, size) || /^\s/.test(text);
      last.text += `${apart ? ' ' : ''}${text.trimStart()}`;
      last.right = Math.max(last.right, right);
      last.size = Math.max(last.size, item.size);
    }
    before = item;
  }
  return pieces;
}

/**
 * Each piece continues in the nearest piece below it that overlaps it horizontally.
 * @param where of the page
 * @returns blocks in the order of their first lines
 */
export function blocksOf(pieces: readonly Piece[], where: string): Block[] {
  const blocks: Block[] = [];
  /** The last piece of each block that can still continue. */
  let open: { last: Piece; block: Block }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.left - b.left)) {
    open = open.filter(({ last }) => piece.y - last.y <= NEXT_LINE * Math.max(last.size, piece.size));
    const above = open
      .filter(({ last }) => goesOn(last, piece))
      .sort((a, b) => b.last.y - a.last.y || overlap(b.last, piece) - overlap(a.last, piece))[0];
    if (above) {
      above.block.lines.push(piece.text);
      above.block.where.push(where);
      above.last = piece;
      continue;
    }
    const block = { lines: [piece.text], where: [where] };
    blocks.push(block);
    open.push({ last: piece, block });
  }
  return blocks;
}

const overlap = (a: Piece, b: Piece): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

function goesOn(above: Piece, piece: Piece): boolean {
  const narrower = Math.min(above.right - above.left, piece.right - piece.left);
  // A change of font size starts a new block: a heading, a footnote.
  const sameType = Math.max(above.size, piece.size) < 1.25 * Math.min(above.size, piece.size);
  return sameType && piece.y - above.y > SAME_LINE * piece.size && overlap(above, piece) > narrower / 2;
}
