/** The bar at the foot of the window: cite, export, look up another site, and the whole view in a tab or on paper. */
import { useState } from 'preact/hooks';
import type { SiteFound } from '../messages.ts';
import type { PopupActions, Surroundings } from './about.ts';
import { FullPage } from './FullPage.tsx';
import { LookUp } from './LookUp.tsx';
import { Cite } from '../ui/citations/Cite.tsx';
import { Export } from './take-away/Export.tsx';

const PANELS = { cite: 'Cite', export: 'Export', 'look-up': 'Look up' } as const;
type Panel = keyof typeof PANELS;

export function ActionBar({
  report,
  surroundings,
  look,
}: {
  report: SiteFound | null;
  surroundings: Surroundings;
  look: PopupActions['look'];
}) {
  const [open, setOpen] = useState<Panel | null>(null);
  const offered = (Object.keys(PANELS) as Panel[]).filter(
    (panel) => panel === 'look-up' || (report && (panel === 'export' || report.history.length > 0)),
  );
  return (
    <nav class="bar screen" aria-label="Cite, export, look up">
      <div class="row acts">
        {offered.map((panel) => (
          <button
            type="button"
            class="btn"
            key={panel}
            aria-expanded={open === panel}
            aria-controls={open === panel ? 'panel' : undefined}
            onClick={() => setOpen(open === panel ? null : panel)}
          >
            {PANELS[panel]}
          </button>
        ))}
        {report && <FullPage asOf={report.asOf} market={report.markets[0]?.id} surroundings={surroundings} />}
      </div>
      {open && (
        <div id="panel" class="panel">
          {open === 'cite' && report && <Cite key={report.asOf} report={report} />}
          {open === 'export' && report && <Export report={report} />}
          {open === 'look-up' && <LookUp look={look} close={() => setOpen(null)} />}
        </div>
      )}
    </nav>
  );
}
