/** Which list answered, how old it is, that its signature was verified, and how the last check went. */
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { dateWords } from '../list/words.ts';
import type { Check, ListReport } from '../messages.ts';
import { within } from '../within.ts';

export function ListLine({ list, refresh }: { list: ListReport; refresh: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const start = () => {
    if (busy) return;
    setBusy(true);
    void refresh().finally(() => setBusy(false));
  };
  return (
    <footer>
      <div role="status">
        {list.state === 'none' ? (
          <p>No list is loaded</p>
        ) : (
          <p title={`SHA-256 ${list.hash}`}>
            Release {list.sequence}, {dateWords(list.published)} ({age(list.published)}){list.expired && <b>, out of date</b>}
            {list.origin === 'bundled' && ', from the package'} <span class="ok">✓ signature verified</span>
          </p>
        )}
        {list.state === 'ready' && list.trouble !== null && <p>This list is held in memory only: {list.trouble}</p>}
        <p>{checkWords(list.lastCheck, list.state === 'ready')}</p>
      </div>
      <span class="row">
        <button type="button" class="btn" onClick={start} aria-disabled={busy}>
          {busy ? 'Checking…' : 'Check now'}
        </button>
        <button type="button" class="btn" onClick={() => void within(browser.runtime.openOptionsPage()).catch(() => undefined)}>
          Options
        </button>
      </span>
    </footer>
  );
}

function age(day: string): string {
  const days = Math.floor((Date.now() - Date.parse(day)) / 86_400_000);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days old`;
}

function checkWords(check: Check | null, kept: boolean): string {
  if (!check) return 'Not yet checked for a newer release';
  const when = new Date(check.at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  if (check.outcome === 'refused') return `Last check failed${kept ? ', the list above is kept' : ''}: ${check.reason ?? 'no reason known'} (${when})`;
  return `${check.outcome === 'updated' ? 'Updated' : 'Checked, up to date'}, ${when}`;
}
