/** Shown instead of a page that cannot be loaded: the reason and a button to try again. */
import { reasonOf } from '../within.ts';
import { say } from '../words/ui.ts';

export function NoAnswer({ words, error, again }: { words: string; error: unknown; again: () => void }) {
  return (
    <main class="no-answer">
      <p role="alert">{say('no-answer', { what: words, reason: reasonOf(error) })}</p>
      <button type="button" class="btn" onClick={again}>
        {say('again')}
      </button>
    </main>
  );
}
