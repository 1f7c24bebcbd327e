/**
 * For typed addresses: the path, what was left out, whether any site can have such a name, and the way back to the page.
 */
import { useEffect, useState } from 'preact/hooks';
import { leftOutWords, type TypedHost } from '../list/names/typed-host.ts';
import type { PopupActions } from './about.ts';

export function LookedUp({ typed: { host, path, leftOut }, back }: { typed: TypedHost; back: PopupActions['back'] }) {
  const [problem, setProblem] = useState('');
  const [hint, setHint] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setHint(null);
    // The Public Suffix List is larger than the rest of the popup, so it is loaded only for typed names, and the answer
    // does not wait for it.
    void import('../list/names/ending.ts').then(
      ({ endingHint }) => isCurrent && setHint(endingHint(host)),
      () => undefined,
    );
    return () => (isCurrent = false);
  }, [host]);
  const said = [
    path !== '/' &&
      `Looked up with its path, ${path}. An entry for the site, or for a part of it, covers the pages below.`,
    leftOutWords(leftOut),
    hint,
  ].filter(Boolean);
  const goBack = () =>
    void back().then(
      // Move the focus: the button disappears.
      () => document.querySelector('h1')?.focus(),
      (error: unknown) => setProblem(`Not shown: ${(error as Error).message}.`),
    );
  return (
    <div class="looked-up screen">
      <p role="status">{[...said, problem].join(' ')}</p>
      <button type="button" class="btn" onClick={goBack}>
        Back to this page
      </button>
    </div>
  );
}
