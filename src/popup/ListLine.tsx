/** Which list answered, how old it is, that its signature was verified, and how the last check went. */
import { useState } from 'preact/hooks';
import type { Check, ListReport } from '../messages.ts';

export function ListLine({ list, refresh }: { list: ListReport; refresh: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const start = () => {
    setBusy(true);
    void refresh().finally(() => setBusy(false));
  };
  return (
    <footer>
      <p role="status">
        {list.state === 'none' ? (
          'No list is loaded'
        ) : (
          <>
            Release {list.sequence}, {list.published}
            {list.expired && ', out of date'}
            {list.origin === 'bundled' && ', from the package'} <span class="ok">✓ signature verified</span>
          </>
        )}
        {list.state === 'ready' && list.trouble !== null && (
          <>
            <br />
            This list is held in memory only: {list.trouble}
          </>
        )}
        <br />
        {checkWords(list.lastCheck)}
      </p>
      <button type="button" class="btn" onClick={start} disabled={busy}>
        {busy ? 'Checking…' : 'Check now'}
      </button>
    </footer>
  );
}

function checkWords(check: Check | null): string {
  if (!check) return 'Not yet checked for a newer release';
  const when = new Date(check.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  if (check.outcome === 'refused') return `Last check failed, the list above is kept: ${check.reason ?? 'no reason known'} (${when})`;
  return `${check.outcome === 'updated' ? 'Updated' : 'Checked, up to date'}, ${when}`;
}
