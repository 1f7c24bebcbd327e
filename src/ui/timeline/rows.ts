/** The parts of the picture, which the rows are made of. */
import type { CellState } from '../../list/edition-cells.ts';
import type { Caption } from './captions.ts';
import type { Shape } from './evidence.ts';
import type { TimeRange } from './time-axis.ts';

/** One edition of a list, or of submissions. */
export interface Cell {
  /** In years. */
  from: number;
  to: number;
  /** The edition's label. */
  edition: string;
  state: CellState;
  /** A list's cell is a square, one of submissions is a circle. */
  shape: 'square' | 'circle';
  caption: Caption;
}
export interface Mark {
  /** In years: 2012.5 is the middle of 2012. */
  at: number;
  shape: Shape;
  caption: Caption;
}
/**
 * `in-force`: an order shown to be in force. `not-known`: an order whose force is not known. `ended`: an order up to its
 * end. `used`, `use-not-known`: the market's use of a domain between known days, and outside of them.
 */
export type LineKind = 'in-force' | 'not-known' | 'ended' | 'used' | 'use-not-known';
export interface Line {
  from: number;
  to: number;
  kind: LineKind;
}
export interface Row {
  id: string;
  label: string;
  cells: Cell[];
  /** Oldest first. */
  marks: Mark[];
  lines: Line[];
}
export interface Picture {
  rows: Row[];
  range: TimeRange;
}

/** A cell or a mark, in the order in which the arrow keys go through a row. */
export type Item = Cell | Mark;
export const isCell = (item: Item): item is Cell => 'state' in item;
/** Where an item stands, in years. */
export const placeOf = (item: Item): number => (isCell(item) ? (item.from + item.to) / 2 : item.at);
export const itemsOf = ({ cells, marks }: Row): Item[] => [...cells, ...marks].sort((a, b) => placeOf(a) - placeOf(b));

/** `Map.groupBy`, which Node 20 lacks. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
