/**
 * The marks, one per state, distinguishable by shape alone; colour only supports it. On a 16-pixel grid. Used by the
 * pages, the badge and tools/icons.ts.
 */
import type { Status } from '../list/status.ts';
import { line, BADGE_SHAPES, ring, type Attributes, type Shape } from './badge-shapes.ts';

export type { Ink, Shape } from './badge-shapes.ts';

/** A status, or the reason why there is none: a page that cannot be checked, no list, a list out of date. */
export type MarkName = Status | 'impossible' | 'no-list' | 'stale';

const THIN_PAGE = 'M3.5 1.5h6l3 3v10h-9z';
const THIN_DASHES: Attributes = { 'stroke-dasharray': '2 3' };

export const SHAPES: Readonly<Record<MarkName, readonly Shape[]>> = {
  ...BADGE_SHAPES,
  // An archive box: facts are recorded, but give no status.
  'on-record': [line('dim', 'M2 3h12v4H2zM3 7v7h10V7', 2), line('dim', 'M7 10h2', 2)],
  'not-listed': [line('faint', THIN_PAGE, 1)],
  unknown: [
    line('faint', THIN_PAGE, 1, THIN_DASHES),
    line('dim', 'M6.2 6.6c.2-2.4 3.6-2.2 3.4.1-.1 1.3-1.7 1.5-1.7 2.9M7.9 12v.1', 1.4),
  ],
  impossible: [line('dim', 'M4 8h8', 2)],
  'no-list': [line('faint', THIN_PAGE, 1, THIN_DASHES), line('dim', 'M8 5.5v5.2M5.8 8.6L8 10.8l2.2-2.2', 1.4)],
  stale: [ring('faint', 6.5, 1), line('dim', 'M8 4.5V8h2.5', 2)],
};
