/** The small shapes of timeline and table. The shape gives the evidence class; colour only supports it. */
import type { Shape } from './evidence.ts';

const PATH: Record<Exclude<Shape, 'circle'>, string> = {
  square: 'M-4.5-4.5h9v9h-9z',
  'dashed-square': 'M-4-4h8v8h-8z',
  'open-square': 'M-4-4h8v8h-8z',
  diamond: 'M0-6l6 6-6 6-6-6z',
  'open-diamond': 'M0-5.2l5.2 5.2L0 5.2-5.2 0z',
  triangle: 'M-5.5-4.5h11L0 5.5z',
  tick: 'M0-5.5v11',
};

export function Glyph({ shape, x, y, title }: { shape: Shape; x: number; y: number; title?: string }) {
  return (
    <g class={`glyph ${shape}`} transform={`translate(${x.toFixed(1)} ${y})`}>
      {title && <title>{title}</title>}
      {shape === 'circle' ? <circle r="4.2" /> : <path d={PATH[shape]} />}
    </g>
  );
}

/** A glyph inside a line of text. @param label for screen readers; without it the glyph is decoration */
export function InlineGlyph({ shape, label }: { shape: Shape; label?: string }) {
  const name = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': 'true' } as const);
  return (
    <svg class="inline-glyph" width="13" height="13" viewBox="-6.5 -6.5 13 13" {...name}>
      <Glyph shape={shape} x={0} y={0} />
    </svg>
  );
}
