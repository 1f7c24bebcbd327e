/** Which list answered, its age, its verified signature and the last sync. */
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { dateWords } from '../words/dates.ts';
import type { ListReport } from '../messages.ts';
import { within } from '../within.ts';
import { syncWords } from './sync-words.ts';

export function ListLine({ list, refresh }: { list: ListReport; refresh: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const start = () => {
    if (busy) return;
    setBusy(true);
    setProblem('');
    refresh()
      // The answer on screen stays true; only the result of the sync is not known.
      .catch((error: unknown) =>
        setProblem(`The check did not come to its end: ${(error as Error).message}. Try again.`),
      )
      .finally(() => setBusy(false));
  };
  return (
    <footer>
      {/* Its words change at each check, if only to "Checking…" and back: so a second one is announced as well. */}
      <div role="status">
        {list.state === 'none' ? (
          <p>No list is loaded</p>
        ) : (
          <p>
            Release {list.sequence}, {dateWords(list.published)} ({age(list.published)})
            {list.expired && list.hasAddress && <b>, out of date</b>}
            {list.origin === 'bundled' && ', came with the extension'} <span class="ok">✓ signature verified</span>
          </p>
        )}
        {list.state === 'ready' && <p class="on-paper">SHA-256 {list.hash}</p>}
        {list.state === 'ready' && list.trouble !== null && <p>This list is held in memory only: {list.trouble}</p>}
        <p>{busy ? 'Checking…' : problem || syncWords(list)}</p>
      </div>
      <span class="row screen">
        <button type="button" class="btn" onClick={start} aria-disabled={busy}>
          Check now
        </button>
        <button
          type="button"
          class="btn"
          onClick={() => void within(browser.runtime.openOptionsPage()).catch(() => undefined)}
        >
          Settings
        </button>
      </span>
    </footer>
  );
}

function age(day: string): string {
  const days = Math.floor((Date.now() - Date.parse(day)) / 86_400_000);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days old`;
}
