/**
 * The marks, one per state, distinguishable by shape alone; colour only supports it. On a 16-pixel grid. Used by the
 * pages, by the worker (which gives the badge its mark) and by tools/icons.ts.
 */
import type { StatusMark } from './list/mark.ts';

/** What a look-up shows, or why it shows none: a page that cannot be checked, no list, a list out of date. */
export type MarkName = StatusMark | 'impossible' | 'no-list' | 'stale';

/** A colour of the palette; `paper` is drawn on top of a filled shape. */
export type Ink = 'gov' | 'order' | 'seize' | 'dim' | 'faint' | 'paper';
type Attributes = Readonly<Record<string, string>>;
export interface Shape {
  tag: 'path' | 'circle';
  ink: Ink;
  filled: boolean;
  attributes: Attributes;
}

const fill = (ink: Ink, d: string): Shape => ({ tag: 'path', ink, filled: true, attributes: { d } });
const line = (ink: Ink, d: string, width: number, more: Attributes = {}): Shape => ({
  tag: 'path',
  ink,
  filled: false,
  attributes: { d, 'stroke-width': String(width), ...more },
});
const disc = (ink: Ink, r: number): Shape => ({
  tag: 'circle',
  ink,
  filled: true,
  attributes: { cx: '8', cy: '8', r: String(r) },
});
const ring = (ink: Ink, r: number, width: number, more: Attributes = {}): Shape => ({
  tag: 'circle',
  ink,
  filled: false,
  attributes: { cx: '8', cy: '8', r: String(r), 'stroke-width': String(width), ...more },
});

/**
 * Dashes for four arcs of a ring of radius 6, with gaps at the corners. The round line ends shorten each gap by the
 * line's width.
 */
const FOUR_ARCS: Attributes = { 'stroke-dasharray': '4.42 5', 'stroke-dashoffset': '2.21' };
const BAR = 'M5.5 8h5';
const THIN_PAGE = 'M3.5 1.5h6l3 3v10h-9z';
const THIN_DASHES: Attributes = { 'stroke-dasharray': '2 3' };

/**
 * At 16 pixels, the usual size in toolbars, a line is sharp only if its edges lie on pixel borders: lines of width 2 on
 * integers, of width 1 on halves.
 */
export const SHAPES: Readonly<Record<MarkName, readonly Shape[]>> = {
  listed: [fill('gov', 'M2 1h8l4 4v10H2z'), line('paper', 'M5.5 7h5M5.5 11h5', 2)],
  // Its edge has gaps, as the ring of an order that is not known to stand.
  'listed-earlier': [
    line('gov', 'M3 6V2h2M9.6 2L13 5.4V7M13 11v3h-3M6 14H3v-3', 2),
    line('gov', 'M6.5 7h3M6.5 11h3', 2),
  ],
  'formerly-listed': [line('gov', 'M3 2h6.6L13 5.4V14H3z', 2), line('gov', 'M6.5 7.5h3M6.5 10.5h3', 1)],
  blocked: [disc('order', 7), line('paper', 'M5 8h6', 2)],
  'block-ordered': [ring('order', 6, 2, FOUR_ARCS), line('order', BAR, 2)],
  'formerly-blocked': [ring('order', 6, 2), line('order', BAR, 2)],
  seized: [fill('seize', 'M2 7h12v8H2z'), line('seize', 'M5 7V5a3 3 0 0 1 6 0V7', 2), line('paper', 'M8 10.5v1', 2)],
  named: [line('dim', 'M2 3h12v8H8l-3 3v-3H2z', 2), line('dim', 'M5 7h.01M8 7h.01M11 7h.01', 2)],
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
