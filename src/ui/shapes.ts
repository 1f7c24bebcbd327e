/** The marks, one a state, told apart by shape alone; colour only helps. On a grid of 16. Drawn by the pages, the badge and tools/icons.ts. */
import type { Status } from '../list/status.ts';

/** What a status is not: a page that cannot be checked, a list that is not there, one that is out of date. */
export type MarkName = Status | 'impossible' | 'no-list' | 'stale';
/** Which colour of the palette a shape takes; `paper` is drawn on top of a filled shape. */
export type Ink = 'gov' | 'order' | 'seize' | 'dim' | 'faint' | 'paper';
export interface Shape {
  tag: 'path' | 'circle';
  ink: Ink;
  filled: boolean;
  attributes: Readonly<Record<string, string>>;
}

const fill = (ink: Ink, d: string): Shape => ({ tag: 'path', ink, filled: true, attributes: { d } });
const line = (ink: Ink, d: string, width = 1.4, dashes = ''): Shape => ({
  tag: 'path',
  ink,
  filled: false,
  attributes: { d, 'stroke-width': String(width), ...(dashes && { 'stroke-dasharray': dashes }) },
});
const ring = (ink: Ink, r: number, filled: boolean, dashes = ''): Shape => ({
  tag: 'circle',
  ink,
  filled,
  attributes: { cx: '8', cy: '8', r: String(r), 'stroke-width': '1.4', ...(dashes && { 'stroke-dasharray': dashes }) },
});

const PAGE = 'M3 1.5h7.2L13 4.3V14.5H3z';
const LINES = 'M5.3 6h5.4M5.3 8.6h5.4M5.3 11.2h3.2';

export const SHAPES: Readonly<Record<MarkName, readonly Shape[]>> = {
  listed: [fill('gov', PAGE), line('paper', LINES)],
  'formerly-listed': [line('gov', PAGE), line('gov', LINES, 1.4, '1.6 1.6')],
  blocked: [ring('order', 6.5, true), line('paper', 'M4.4 8h7.2', 2)],
  'block-ordered': [ring('order', 6.5, false, '3 2'), line('order', 'M4.6 8h6.8', 2)],
  'formerly-blocked': [ring('order', 6.5, false), line('order', 'M4.6 8h6.8', 1.4, '1.6 1.8')],
  seized: [fill('seize', 'M2.8 7.4h10.4v7H2.8z'), line('seize', 'M5 7V4.8a3 3 0 0 1 6 0V7'), line('paper', 'M8 10v2', 1.6)],
  named: [line('dim', 'M2 3h12v8H7.6L4.6 14v-3H2z'), line('dim', 'M4.8 7h.1M7.9 7h.1M11 7h.1', 1.6)],
  'not-listed': [line('faint', PAGE)],
  unknown: [line('faint', PAGE, 1.4, '2 1.6'), line('dim', 'M6.2 6.4c.2-2.4 3.6-2.2 3.4.1-.1 1.3-1.7 1.5-1.7 2.9M7.9 11.6v.1')],
  impossible: [line('dim', 'M3.6 8h8.8', 1.8)],
  'no-list': [line('faint', PAGE, 1.4, '2 1.6'), line('dim', 'M8 5.4v5.2M5.8 8.5L8 10.7l2.2-2.2')],
  stale: [ring('faint', 6.3, false), line('dim', 'M8 4.4V8l2.4 1.6')],
};
