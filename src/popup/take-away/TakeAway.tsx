/** Citations and exports of the answer. */
import type { SiteFound } from '../../messages.ts';
import { CopyButton } from './CopyButton.tsx';
import { asCsv, asJson, asText } from './site-export.ts';
import { Cite } from './Cite.tsx';
import { save } from '../../ui/save.ts';

export function TakeAway({ report }: { report: SiteFound }) {
  const name = `listmark-${report.host}-${report.asOf}`;
  return (
    <section class="screen">
      <h2>Take away</h2>
      {report.history.length > 0 && <Cite report={report} />}
      <div class="row acts">
        <CopyButton text={() => asText(report)}>Copy as text</CopyButton>
        <button type="button" class="btn" onClick={() => save(`${name}.json`, 'application/json', asJson(report))}>
          Export JSON
        </button>
        {report.history.length > 0 && (
          <button type="button" class="btn" onClick={() => save(`${name}.csv`, 'text/csv', asCsv(report))}>
            Export CSV
          </button>
        )}
      </div>
    </section>
  );
}
