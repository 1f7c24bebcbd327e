/** Which list answered, its age, its verified signature and the last sync. */
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { dateWords } from '../words/dates.ts';
import type { ListReport } from '../messages.ts';
import { within } from '../within.ts';
import { syncWords } from './sync-words.ts';
import { say } from '../words/ui.ts';

export function ListLine({ list, refresh }: { list: ListReport; refresh: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const start = () => {
    if (busy) return;
    setBusy(true);
    setProblem('');
    refresh()
      // The answer on screen stays true; only the result of the sync is not known.
      .catch((error: unknown) => setProblem(say('check-broke-off', { reason: (error as Error).message })))
      .finally(() => setBusy(false));
  };
  return (
    <footer>
      {/* Its words change at each check, if only to "Checking…" and back: so a second one is announced as well. */}
      <div role="status">
        {list.state === 'none' ? (
          <p>{say('no-list')}</p>
        ) : (
          <p>
            {say('release', {
              number: list.sequence,
              date: dateWords(list.published),
              days: daysSince(list.published),
            })}
            {list.expired && list.hasAddress && <b>{say('out-of-date')}</b>}
            {list.origin === 'bundled' && say('bundled')} <span class="ok">{say('verified')}</span>
          </p>
        )}
        {list.state === 'ready' && <p class="on-paper">{say('hash', list)}</p>}
        {list.state === 'ready' && list.trouble !== null && <p>{say('in-memory', { reason: list.trouble })}</p>}
        <p>{busy ? say('checking') : problem || syncWords(list)}</p>
      </div>
      <span class="row screen">
        <button type="button" class="btn" onClick={start} aria-disabled={busy}>
          {say('check')}
        </button>
        <button
          type="button"
          class="btn"
          onClick={() => void within(browser.runtime.openOptionsPage()).catch(() => undefined)}
        >
          {say('options')}
        </button>
      </span>
    </footer>
  );
}

const daysSince = (day: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(day)) / 86_400_000));
