/** The five groups of evidence classes that readers see, and the shape of each kind of event. */
import type { Evidence, EventKind } from '../../list/records.ts';

type Group = 'lists' | 'orders' | 'seizures' | 'asked' | 'other';

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
 * `small-diamond`: a later act about an order. `stop`: the end of an order, or the last known use of a domain. `move`:
 * the first known use of a domain. `hands`: a change of hands. `cross`: a closure. `tick`: a judgment or
 * another report.
 */
export type Shape =
  | 'square'
  | 'diamond'
  | 'open-diamond'
  | 'small-diamond'
  | 'triangle'
  | 'circle'
  | 'cross'
  | 'tick'
  | 'stop'
  | 'move'
  | 'hands';
/** An agreement of access providers is not an order, so its diamond is hollow. */
export function shapeOf(evidence: Evidence): Shape {
  if (evidence === 'voluntary-agreement') return 'open-diamond';
  return ({ lists: 'square', orders: 'diamond', seizures: 'triangle', asked: 'circle', other: 'tick' } as const)[
    groupOf(evidence)
  ];
}

const ENDS: ReadonlySet<EventKind> = new Set(['unblocked', 'annulled', 'returned', 'lapsed']);
const LATER: ReadonlySet<EventKind> = new Set(['extended', 'confirmed', 'reinstated']);

/** The shape of one event: a closure is a cross and an end is a stop, whoever reports them. */
export function shapeOfEvent({ kind, evidence }: { kind: EventKind; evidence: Evidence }): Shape {
  if (kind === 'closed' || kind === 'delisted') return 'cross';
  if (ENDS.has(kind)) return 'stop';
  return LATER.has(kind) ? 'small-diamond' : shapeOf(evidence);
}
