/** The picture of the record, below its key. From the toolbar only as many rows as fit the first screen. */
import { useState } from 'preact/hooks';
import type { SiteFound } from '../messages.ts';
import type { Tile } from '../ui/timeline/tile.ts';
import { TimelineKey } from '../ui/timeline/Key.tsx';
import { picture } from '../ui/timeline/picture.ts';
import { Timeline } from '../ui/timeline/Timeline.tsx';

/** Rows that fit a window of 600 pixels, below the tiles and the key. */
const FIRST_ROWS = 6;

export function Picture({
  report,
  tile,
  isWhole,
  tableId,
}: {
  report: SiteFound;
  /** The tile whose rows are drawn; null for all. */
  tile: Tile | null;
  isWhole: boolean;
  /** Id of the table with the events. */
  tableId: string;
}) {
  const [all, setAll] = useState(false);
  const drawn = picture(report, tile);
  const count = drawn.rows.length;
  const few = count > FIRST_ROWS + 1 && !all && !isWhole ? { ...drawn, rows: drawn.rows.slice(0, FIRST_ROWS) } : drawn;
  return (
    <section class="picture">
      <h2 class="unseen">Picture of the dated facts</h2>
      {/* Above the rows: in a low window these go on below its edge, and the key would be out of sight. */}
      <TimelineKey picture={few} />
      <Timeline picture={few} report={report} detailsId={tableId} />
      {count > FIRST_ROWS + 1 && !isWhole && (
        <button type="button" class="chip" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `First ${FIRST_ROWS} rows` : `All ${count} rows`}
        </button>
      )}
    </section>
  );
}
