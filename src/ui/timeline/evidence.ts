/** The five groups of evidence classes that readers see, and the shape of each kind of event. */
import type { Evidence, EventKind } from '../../list/records.ts';

export type Group = 'lists' | 'orders' | 'seizures' | 'asked' | 'other';

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

/** `null`: the evidence decides. Every kind has a line, so that a new one is not drawn as an order by accident. */
const SHAPE_OF_KIND: Record<EventKind, Shape | null> = {
  listed: null,
  blocked: null,
  seized: null,
  named: null,
  judgment: null,
  closed: 'cross',
  delisted: 'cross',
  unblocked: 'stop',
  annulled: 'stop',
  returned: 'stop',
  lapsed: 'stop',
  extended: 'small-diamond',
  confirmed: 'small-diamond',
  suspended: 'small-diamond',
  reinstated: 'small-diamond',
};

/** The shape of one event: a closure is a cross and an end is a stop, whoever reports them. */
export const shapeOfEvent = ({ kind, evidence }: { kind: EventKind; evidence: Evidence }): Shape =>
  SHAPE_OF_KIND[kind] ?? shapeOf(evidence);
