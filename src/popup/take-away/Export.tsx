/** The answer as text, JSON and CSV. */
import type { SiteFound } from '../../messages.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { asCsv } from './site-csv.ts';
import { asJson, asText } from './site-export.ts';
import { save } from '../../ui/save.ts';

export function Export({ report }: { report: SiteFound }) {
  const name = `listmark-${report.host}-${report.asOf}`;
  return (
    <div class="row export">
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
  );
}
