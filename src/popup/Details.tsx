/** Everything below the first screen's answer: picture, meaning, events, sources, the market. */
import type { HistoryEvent } from '../list/status.ts';
import type { SiteFound } from '../messages.ts';
import { today } from '../today.ts';
import { PageAccess } from '../ui/PageAccess.tsx';
import type { PopupActions, Surroundings } from './about.ts';
import { AsOf } from './AsOf.tsx';
import { Family } from './Family.tsx';
import { History } from './History.tsx';
import { InRegisters } from './InRegisters.tsx';
import { Meaning } from './Meaning.tsx';
import { Notes } from './Notes.tsx';
import { Picture } from './Picture.tsx';
import { Sources } from './Sources.tsx';
import { WrongRecord } from './take-away/WrongRecord.tsx';
import { tileOf, type Tile } from '../ui/timeline/tile.ts';

export function Details({
  report,
  own,
  tile,
  surroundings,
  look,
}: {
  report: SiteFound | null;
  /** The events that bear on the domain, newest first. */
  own: readonly HistoryEvent[];
  /** The tile whose events are shown; null for all. */
  tile: Tile | null;
  surroundings: Surroundings;
  look: PopupActions['look'];
}) {
  if (!report) return <PageAccess />;
  const shown = own.filter((event) => !tile || tileOf(event) === tile);
  return (
    <>
      {own.length > 0 && (
        <Picture report={report} tile={tile} isWhole={surroundings.inTab || surroundings.onPaper} tableId="events" />
      )}
      {(report.history.length > 0 || report.asOf !== today()) && <AsOf asOf={report.asOf} look={look} />}
      {report.history.length > 0 && <Meaning report={report} tile={tile} />}
      {own.length > 0 && (
        <History id="events" report={report} own={own} ofTile={shown} onPaper={surroundings.onPaper} />
      )}
      {report.history.length > 0 && (
        <>
          <Sources report={report} />
          <Family report={report} />
          <Notes report={report} />
          <section class="screen">
            <WrongRecord report={report} />
          </section>
        </>
      )}
      <InRegisters host={report.host} />
      <PageAccess />
    </>
  );
}
