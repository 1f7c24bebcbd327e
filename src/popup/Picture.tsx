/** The picture of the events, and below it its key. From the toolbar only as many rows as fit the first screen. */
import { useState } from 'preact/hooks';
import type { HistoryEvent } from '../list/status.ts';
import type { SiteFound } from '../messages.ts';
import { picture } from './timeline/lanes.ts';
import { Timeline, TimelineKey } from './timeline/Timeline.tsx';

/** Rows that fit a window of 600 pixels. */
const FIRST_ROWS = 8;

export function Picture({
  report: { result, library, asOf },
  own,
  shown,
  isWhole,
  tableId,
}: {
  report: SiteFound;
  own: readonly HistoryEvent[];
  /** Those of `own` that the chosen tile shows. */
  shown: readonly HistoryEvent[];
  isWhole: boolean;
  /** Id of the table that says the same. */
  tableId: string;
}) {
  const [all, setAll] = useState(false);
  const draw = (events: readonly HistoryEvent[]) => picture(events, result.series, library, asOf);
  const { from, to } = draw(own);
  // The years stay in place when a tile is chosen.
  const drawn = { ...draw(shown), from, to };
  const rows = drawn.lanes.length;
  const few = rows > FIRST_ROWS + 1 && !all && !isWhole ? { ...drawn, lanes: drawn.lanes.slice(0, FIRST_ROWS) } : drawn;
  return (
    <section class="picture">
      <h2 class="unseen">Picture of the events</h2>
      <Timeline picture={few} describedBy={tableId} />
      <TimelineKey picture={few} />
      {rows > FIRST_ROWS + 1 && !isWhole && (
        <button type="button" class="chip" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `First ${FIRST_ROWS} rows` : `All ${rows} rows`}
        </button>
      )}
    </section>
  );
}
