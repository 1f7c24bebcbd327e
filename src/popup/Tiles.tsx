/** The four counted tiles. Each shows only its events in what follows, and all of them again when pressed once more. */
import type { TileCount } from '../ui/tiles.ts';
import type { Tile } from '../ui/timeline/tile.ts';
import type { Shape } from '../ui/timeline/evidence.ts';
import { InlineGlyph } from '../ui/timeline/Glyph.tsx';

const SHAPES: Record<Tile, Shape> = { lists: 'square', orders: 'diamond', requests: 'circle', other: 'tick' };

export function Tiles({
  tiles,
  chosen,
  choose,
}: {
  tiles: readonly TileCount[];
  chosen: Tile | null;
  choose: (tile: Tile | null) => void;
}) {
  return (
    <div class="tiles" role="group" aria-label="Show only these dated facts">
      {tiles.map(({ tile, words, count, under }) => (
        <button
          type="button"
          class="tile"
          key={tile}
          aria-pressed={chosen === tile}
          disabled={count === 0}
          onClick={() => choose(chosen === tile ? null : tile)}
        >
          <span>{words}</span>{' '}
          <b>
            {count > 0 && <InlineGlyph shape={SHAPES[tile]} />}
            {count}
          </b>{' '}
          {under && <small>{under}</small>}
        </button>
      ))}
    </div>
  );
}
