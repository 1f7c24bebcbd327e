/** What the list says about one site. The parts below the first screen stand in `Details.tsx`. */
import { useState } from 'preact/hooks';
import { ownEvents } from '../list/history.ts';
import { ListLine } from '../ui/ListLine.tsx';
import type { Answer, PopupActions } from './about.ts';
import { ActionBar } from './ActionBar.tsx';
import { Details } from './Details.tsx';
import { HiddenBadge } from './HiddenBadge.tsx';
import { leadOf } from './lead.ts';
import { LookedUp } from './LookedUp.tsx';
import { Opening } from './Opening.tsx';
import { tilesOf } from '../ui/tiles.ts';
import type { Tile } from '../ui/timeline/tile.ts';
import { Tiles } from './Tiles.tsx';

export function Popup(props: Answer & PopupActions) {
  const { report, typed, isBack, refresh } = props;
  const found = report.lookUp === 'done' ? report : null;
  return (
    <>
      <OneSite key={found ? found.host : report.lookUp} {...props} />
      {/* Beside the focus, which goes to the name that was looked up. There from the start, as a region that comes with its words is not announced. */}
      <p role="status" class="unseen">
        {(typed ?? isBack) && found && leadOf(found).first}
      </p>
      <ListLine list={report.list} refresh={refresh} />
    </>
  );
}

function OneSite({ report, page, typed, surroundings, look, back }: Answer & PopupActions) {
  const [tile, setTile] = useState<Tile | null>(null);
  const found = report.lookUp === 'done' ? report : null;
  const own = found ? ownEvents(found.history).reverse() : [];
  return (
    <>
      <header>
        <Opening report={report} />
        {typed && <LookedUp typed={typed} back={back} />}
        {page && found && <HiddenBadge page={page} />}
        {found && found.history.length > 0 && (
          <Tiles tiles={tilesOf(found.history, found.library)} chosen={tile} choose={setTile} />
        )}
      </header>
      {/* At the foot of the window. In the document it comes here, so that it is a few tab stops away. */}
      <ActionBar report={found} surroundings={surroundings} look={look} />
      <main>
        <Details
          report={found}
          own={own}
          tile={surroundings.onPaper ? null : tile}
          surroundings={surroundings}
          look={look}
        />
      </main>
    </>
  );
}
