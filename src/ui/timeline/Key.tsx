/** The legend: the shapes that the picture uses, in a word or two. */
import { CELL, CellGlyph, InlineGlyph } from './Glyph.tsx';
import type { CellState } from '../../list/edition-cells.ts';
import type { Shape } from './evidence.ts';
import type { LineKind, Picture } from './rows.ts';

const CELL_WORDS: [CellState[], string][] = [
  [['address'], 'with domain'],
  [['name'], 'by name'],
  [['elsewhere'], 'other domain'],
  [['removed'], 'removed'],
  [['silent'], 'complete, silent'],
  [['not-complete', 'no-edition'], 'record not complete'],
];
const LINE_WORDS: [LineKind, string][] = [
  ['in-force', 'shown in force'],
  ['not-known', 'not known'],
  ['ended', 'ended'],
];
/** They explain themselves once they are chosen. */
const RARE_WORDS: [Shape, string][] = [
  ['open-diamond', 'agreement'],
  ['small-diamond', 'later act'],
  ['stop', 'end'],
  ['triangle', 'seizure'],
  ['move', 'first use'],
  ['hands', 'changed hands'],
  ['cross', 'closed or removed'],
  ['tick', 'judgment or report'],
];

export function TimelineKey({ picture: { rows } }: { picture: Picture }) {
  const cells = rows.flatMap((row) => row.cells);
  const states = new Set(cells.map(({ state }) => state));
  const shapes = new Set(rows.flatMap(({ marks }) => marks.map(({ shape }) => shape)));
  const kinds = new Set(rows.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
  // With the shape of the lists, where there is one.
  const shape = cells.some((cell) => cell.shape === 'square') ? 'square' : 'circle';
  // Left out in a narrow window, where they would take a third line; but not if they are all that there is.
  const rare = cells.length || shapes.has('diamond') ? 'rare' : '';
  return (
    <p class="key" aria-hidden="true">
      {CELL_WORDS.filter(([of]) => of.some((state) => states.has(state))).map(([[state], words]) => (
        <span key={words}>
          <svg width="12" height={CELL}>
            <CellGlyph state={state!} shape={shape} />
          </svg>
          {words}
        </span>
      ))}
      {shape === 'square' && cells.some((cell) => cell.shape === 'circle') && (
        <span class={rare}>
          <InlineGlyph shape="circle" /> asked by industry
        </span>
      )}
      {shapes.has('diamond') && (
        <span>
          <InlineGlyph shape="diamond" /> order
        </span>
      )}
      {LINE_WORDS.filter(([kind]) => kinds.has(kind)).map(([kind, words]) => (
        <span key={kind}>
          <svg width="18" height={CELL}>
            <line class={`line ${kind}`} x1="0" x2="18" y1={CELL / 2} y2={CELL / 2} />
          </svg>
          {words}
        </span>
      ))}
      {RARE_WORDS.filter(([drawn]) => shapes.has(drawn)).map(([drawn, words]) => (
        <span class={rare} key={drawn}>
          <InlineGlyph shape={drawn} /> {words}
        </span>
      ))}
    </p>
  );
}
