/** The five groups of evidence classes that readers see, each with its own shape. */
import type { Evidence } from '../../list/records.ts';

export type Group = 'lists' | 'orders' | 'seizures' | 'asked' | 'other';
export const GROUPS: readonly Group[] = ['lists', 'orders', 'seizures', 'asked', 'other'];

const GROUP: Record<Evidence, Group> = {
  'government-list': 'lists',
  'court-order': 'orders',
  'administrative-order': 'orders',
  'voluntary-agreement': 'orders',
  seizure: 'seizures',
  'industry-submission': 'asked',
  observed: 'other',
  judgment: 'other',
  report: 'other',
  statute: 'other',
};
export const groupOf = (evidence: Evidence): Group => GROUP[evidence];

/**
 * `dashed-square`: an edition that our record does not hold in full. `open-square`: one that names the market on
 * another domain.
 */
export type Shape =
  'square' | 'dashed-square' | 'open-square' | 'diamond' | 'open-diamond' | 'triangle' | 'circle' | 'tick';
/** An agreement of access providers is not an order, so its diamond is hollow. */
export function shapeOf(evidence: Evidence): Shape {
  if (evidence === 'voluntary-agreement') return 'open-diamond';
  return ({ lists: 'square', orders: 'diamond', seizures: 'triangle', asked: 'circle', other: 'tick' } as const)[
    groupOf(evidence)
  ];
}
