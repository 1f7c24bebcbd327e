/**
 * What the list says about one site: status sentence, timeline, events, sources, meaning, and the state of the list.
 */
import type { TypedHost } from '../list/names/typed-host.ts';
import type { PageOf, SiteReport } from '../messages.ts';
import { PageAccess } from '../ui/PageAccess.tsx';
import type { PopupActions } from './about.ts';
import { AsOf } from './AsOf.tsx';
import { Family } from './Family.tsx';
import { HiddenBadge } from './HiddenBadge.tsx';
import { History } from './History.tsx';
import { InRegisters } from './InRegisters.tsx';
import { ListLine } from './ListLine.tsx';
import { LookedUp } from './LookedUp.tsx';
import { LookUp } from './LookUp.tsx';
import { Meaning } from './Meaning.tsx';
import { Opening } from './Opening.tsx';
import { Sources } from './Sources.tsx';
import { siteSentences } from './take-away/site-words.ts';
import { TakeAway } from './take-away/TakeAway.tsx';
import { today } from '../today.ts';

interface Answer {
  report: SiteReport;
  /** The page that the report is about; null for a typed address. */
  page: PageOf | null;
  typed: TypedHost | undefined;
}

export function Popup({ report, page, typed, refresh, look }: Answer & PopupActions) {
  const found = report.lookUp === 'done' ? report : null;
  return (
    <>
      <main key={found ? found.host : report.lookUp}>
        <Opening report={report} />
        {typed && <LookedUp typed={typed} />}
        {page && found && <HiddenBadge page={page} />}
        {found && (found.history.length > 0 || found.asOf !== today()) && <AsOf asOf={found.asOf} look={look} />}
        {found && found.history.length > 0 && (
          <>
            <History report={found} />
            <Sources report={found} />
            <Family report={found} />
            <Meaning report={found} />
          </>
        )}
        {found && <InRegisters host={found.host} />}
        {found && <TakeAway key={found.asOf} report={found} />}
        <LookUp look={look} />
        <PageAccess />
      </main>
      {/* Beside the focus, which goes to the name that was looked up. There from the start, as a region that comes with its words is not announced. */}
      <p role="status" class="unseen">
        {typed && found && siteSentences(found)[0]}
      </p>
      <ListLine list={report.list} refresh={refresh} />
    </>
  );
}
