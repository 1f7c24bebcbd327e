/** Which of the four tiles an event is counted in, and whose rows the picture then draws. */
import type { Evidence } from '../../list/records.ts';
import type { HistoryEvent } from '../../list/status.ts';
import { groupOf, type Group } from './evidence.ts';

/** In the order shown. */
export const TILES = ['lists', 'orders', 'requests', 'other'] as const;
export type Tile = (typeof TILES)[number];

const TILE_OF: Record<Group, Tile> = {
  lists: 'lists',
  orders: 'orders',
  asked: 'requests',
  seizures: 'other',
  other: 'other',
};
export const tileOfEvidence = (evidence: Evidence): Tile => TILE_OF[groupOf(evidence)];
/** A closure is no listing and no order, whoever reports it. */
export const tileOf = ({ evidence, kind }: Pick<HistoryEvent, 'evidence' | 'kind'>): Tile =>
  kind === 'closed' ? 'other' : tileOfEvidence(evidence);
