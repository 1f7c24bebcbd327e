/** Where an arrow key leads in the picture. Pure. */
import { itemsOf, placeOf, type Row } from './rows.ts';

/** Numbers of a row and of an item in it. */
export interface Place {
  row: number;
  item: number;
}

/**
 * Left and right go along the row, up and down to the nearest item of the next row, Home and End to the row's ends.
 * @returns null for any other key
 */
export function nextItem(rows: readonly Row[], { row, item }: Place, key: string): Place | null {
  const last = itemsOf(rows[row]!).length - 1;
  switch (key) {
    case 'ArrowLeft':
      return { row, item: Math.max(0, item - 1) };
    case 'ArrowRight':
      return { row, item: Math.min(last, item + 1) };
    case 'Home':
      return { row, item: 0 };
    case 'End':
      return { row, item: last };
    case 'ArrowUp':
      return nearest(rows, { row, item }, Math.max(0, row - 1));
    case 'ArrowDown':
      return nearest(rows, { row, item }, Math.min(rows.length - 1, row + 1));
    default:
      return null;
  }
}

function nearest(rows: readonly Row[], from: Place, row: number): Place {
  if (row === from.row) return from;
  const at = placeOf(itemsOf(rows[from.row]!)[from.item]!);
  const distances = itemsOf(rows[row]!).map((item) => Math.abs(placeOf(item) - at));
  return { row, item: distances.indexOf(Math.min(...distances)) };
}
