/**
 * The marks of the statuses that can have a badge. In their own file, because the content script must stay small. On a
 * 16-pixel grid.
 */
import type { Status } from '../list/status.ts';

/** A colour of the palette; `paper` is drawn on top of a filled shape. */
export type Ink = 'gov' | 'order' | 'seize' | 'dim' | 'faint' | 'paper';
export interface Shape {
  tag: 'path' | 'circle';
  ink: Ink;
  filled: boolean;
  attributes: Readonly<Record<string, string>>;
}

export type Attributes = Readonly<Record<string, string>>;
const fill = (ink: Ink, d: string): Shape => ({ tag: 'path', ink, filled: true, attributes: { d } });
export const line = (ink: Ink, d: string, width: number, more: Attributes = {}): Shape => ({
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
export const ring = (ink: Ink, r: number, width: number, more: Attributes = {}): Shape => ({
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

/**
 * At 16 pixels, the usual size in toolbars, a line is sharp only if its edges lie on pixel borders: lines of width 2 on
 * integers, of width 1 on halves.
 */
export const BADGE_SHAPES = {
  listed: [fill('gov', 'M2 1h8l4 4v10H2z'), line('paper', 'M5.5 7h5M5.5 11h5', 2)],
  'formerly-listed': [line('gov', 'M3 2h6.6L13 5.4V14H3z', 2), line('gov', 'M6.5 7.5h3M6.5 10.5h3', 1)],
  blocked: [disc('order', 7), line('paper', 'M5 8h6', 2)],
  'block-ordered': [ring('order', 6, 2, FOUR_ARCS), line('order', BAR, 2)],
  'formerly-blocked': [ring('order', 6, 2), line('order', BAR, 2)],
  seized: [fill('seize', 'M2 7h12v8H2z'), line('seize', 'M5 7V5a3 3 0 0 1 6 0V7', 2), line('paper', 'M8 10.5v1', 2)],
  named: [line('dim', 'M2 3h12v8H8l-3 3v-3H2z', 2), line('dim', 'M5 7h.01M8 7h.01M11 7h.01', 2)],
} satisfies Partial<Record<Status, readonly Shape[]>>;
