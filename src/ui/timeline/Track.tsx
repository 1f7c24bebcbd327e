/** One row of the picture, as wide as its place: all positions are percentages, so that it fits paper, too. */
import { captionLine } from './captions.ts';
import { CELL, CellGlyph, Glyph } from './Glyph.tsx';
import { isCell, itemsOf, type Row } from './rows.ts';
import { percent, type TimeRange } from './time-axis.ts';

/** Height of a row in pixels. */
const HEIGHT = 17;
const MIDDLE = HEIGHT / 2;

export function Track({
  row,
  range,
  years,
  idOf,
  chosen,
}: {
  row: Row;
  range: TimeRange;
  years: readonly number[];
  idOf: (item: number) => string;
  /** Number of the chosen item of this row. */
  chosen: number | null;
}) {
  const x = (year: number) => percent(year, range);
  return (
    <svg class="track" role="presentation" width="100%" height={HEIGHT}>
      <g class="grid">
        {years.map((year) => (
          <line key={year} x1={x(year)} x2={x(year)} y1="0" y2={HEIGHT} />
        ))}
      </g>
      {row.lines.map(({ kind, from, to }) => (
        <line key={`${kind} ${from}`} class={`line ${kind}`} x1={x(from)} x2={x(to)} y1={MIDDLE} y2={MIDDLE} />
      ))}
      {itemsOf(row).map((item, n) => {
        const shared = {
          id: idOf(n),
          key: n,
          role: 'option',
          'aria-selected': chosen === n,
          'aria-label': captionLine(item.caption),
          'data-item': n,
        } as const;
        return isCell(item) ? (
          <svg
            {...shared}
            x={x(item.from)}
            y={MIDDLE - CELL / 2}
            width={percent(range.from + item.to - item.from, range)}
            height={CELL}
            overflow="visible"
          >
            <rect class="hit" y={CELL / 2 - MIDDLE} width="100%" height={HEIGHT} />
            <CellGlyph state={item.state} shape={item.shape} />
          </svg>
        ) : (
          <svg {...shared} x={x(item.at)} y={MIDDLE} width="1" height="1" overflow="visible">
            <rect class="hit" x="-7" y={-MIDDLE} width="14" height={HEIGHT} />
            <Glyph shape={item.shape} />
          </svg>
        );
      })}
    </svg>
  );
}
