/**
 * The picture: years at the top, a row for each list, country, domain and body. It is one tab stop; the arrow keys go
 * from mark to mark, and what is chosen is told below, with its citation.
 */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SiteFound } from '../../messages.ts';
import { Chosen } from './Chosen.tsx';
import { InWords } from './InWords.tsx';
import { nextItem, type Place } from './keys.ts';
import { itemsOf, type Picture } from './rows.ts';
import { percent, yearLabels } from './time-axis.ts';
import { Track } from './Track.tsx';

/** Space between two labels in pixels. */
const GAP = 8;

export function Timeline({
  picture,
  report,
  detailsId,
}: {
  picture: Picture;
  report: Pick<SiteFound, 'library' | 'readOn'>;
  /** Id of the table with the events. */
  detailsId: string;
}) {
  const { rows, range } = picture;
  const id = useId();
  const [last, setPlace] = useState<Place | null>(null);
  // The rows change with the chosen tile.
  const place = last && rows[last.row] && itemsOf(rows[last.row]!)[last.item] ? last : null;
  const { axis, most } = useRoomForYears();
  const years = yearLabels(range, most);
  const idOf = (row: number) => (item: number) => `${id}-${row}-${item}`;
  const chosen = place && itemsOf(rows[place.row]!)[place.item]!;
  const choose = ({ target }: Event) => {
    const found = (target as Element).closest('[data-item]');
    const row = (target as Element).closest('[data-row]');
    if (found && row)
      setPlace({ row: Number(row.getAttribute('data-row')), item: Number(found.getAttribute('data-item')) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextItem(rows, place ?? { row: 0, item: 0 }, event.key);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    document.getElementById(idOf(next.row)(next.item))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <figure class="timeline">
      <div
        class="plot"
        role="listbox"
        tabIndex={0}
        aria-label={`Timeline ${range.from} to ${range.to - 1}`}
        aria-details={detailsId}
        {...(place && { 'aria-activedescendant': idOf(place.row)(place.item) })}
        onPointerOver={choose}
        onClick={choose}
        onFocus={() => setPlace(place ?? { row: 0, item: 0 })}
        onKeyDown={onKeyDown}
      >
        <div class="lane axis" aria-hidden="true">
          <span />
          <svg class="track" width="100%" height="15" ref={axis}>
            {years.map((year) => (
              <text key={year} x={percent(year + 0.5, range)} y="11" text-anchor="middle">
                {year}
              </text>
            ))}
          </svg>
        </div>
        {rows.map((row, n) => (
          <div class="lane" key={row.id} role="group" aria-label={row.label} data-row={n}>
            <span aria-hidden="true">{row.label}</span>
            <Track row={row} range={range} years={years} idOf={idOf(n)} chosen={place?.row === n ? place.item : null} />
          </div>
        ))}
      </div>
      <Chosen caption={chosen?.caption ?? null} report={report} />
      <InWords rows={rows} />
    </figure>
  );
}

/** How many labels fit, whatever the size of the letters. */
function useRoomForYears() {
  const axis = useRef<SVGSVGElement>(null);
  const [most, setMost] = useState(4);
  useLayoutEffect(() => {
    const measure = () => {
      const label = axis.current?.querySelector('text')?.getBoundingClientRect().width ?? 0;
      const width = axis.current?.getBoundingClientRect().width ?? 0;
      if (label && width) setMost(Math.max(1, Math.floor(width / (label + GAP))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(axis.current!);
    return () => observer.disconnect();
  }, []);
  return { axis, most };
}
