/** The small shapes of picture and table. The shape gives the evidence class; colour only supports it. */
import type { CellState } from '../../list/edition-cells.ts';
import type { Shape } from './evidence.ts';

const PATH: Record<Exclude<Shape, 'circle'>, string> = {
  square: 'M-4.5-4.5h9v9h-9z',
  diamond: 'M0-6l6 6-6 6-6-6z',
  'small-diamond': 'M0-3.6l3.6 3.6-3.6 3.6-3.6-3.6z',
  'open-diamond': 'M0-5.2l5.2 5.2L0 5.2-5.2 0z',
  triangle: 'M-5.5-4.5h11L0 5.5z',
  cross: 'M-4-4l8 8m0-8l-8 8',
  tick: 'M0-3.5l3.5 7h-7z',
  stop: 'M0-6v12',
  move: 'M-3.5-5l8 5-8 5z',
  hands: 'M-6 0l5-4.5v9zM6 0l-5-4.5v9z',
};

/** Drawn around the origin. */
export const Glyph = ({ shape }: { shape: Shape }) => (
  <g class={`glyph ${shape}`}>{shape === 'circle' ? <circle r="4.2" /> : <path d={PATH[shape]} />}</g>
);

/** A glyph inside a line of text. @param label for screen readers; without it the glyph is decoration */
export function InlineGlyph({ shape, label }: { shape: Shape; label?: string }) {
  const name = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': 'true' } as const);
  return (
    <svg class="inline-glyph" width="13" height="13" viewBox="-6.5 -6.5 13 13" {...name}>
      <Glyph shape={shape} />
    </svg>
  );
}

/** Height of a cell in pixels. */
export const CELL = 11;
/** Strokes for the widest cell of a short history. */
const HATCH = Array.from({ length: 64 }, (_, n) => `M${n * 4 - CELL} ${CELL}l${CELL}-${CELL}`).join('');

/** One edition, as wide as the SVG that it stands in. */
export const CellGlyph = ({ state, shape }: { state: CellState; shape: 'square' | 'circle' }) => (
  <g class={`cell ${shape} ${state}`}>{shape === 'square' ? <Box state={state} /> : <Disc state={state} />}</g>
);

function Box({ state }: { state: CellState }) {
  return (
    <>
      {(state === 'not-complete' || state === 'no-edition') && (
        <svg width="100%" height={CELL} overflow="hidden">
          <path class="hatch" d={HATCH} />
        </svg>
      )}
      <rect class="edge" x="1" y="0.75" height={CELL - 1.5} />
      {state === 'name' && <rect class="half" x="1" y={CELL / 2} height={CELL / 2 - 0.75} />}
      {state === 'elsewhere' && <circle class="dot" cx="50%" cy={CELL / 2} r="1.7" />}
      {state === 'removed' && <path class="dash" d={`M0 ${CELL / 2}h200`} />}
    </>
  );
}

function Disc({ state }: { state: CellState }) {
  const radius = CELL / 2 - 0.9;
  return (
    <svg x="50%" y={CELL / 2} overflow="visible">
      <circle class="edge" r={radius} />
      {state === 'name' && <path class="half" d={`M-${radius} 0a${radius} ${radius} 0 0 0 ${2 * radius} 0z`} />}
      {state === 'elsewhere' && <circle class="dot" r="1.7" />}
    </svg>
  );
}
