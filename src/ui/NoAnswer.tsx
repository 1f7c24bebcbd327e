/** Shown instead of a page that cannot be loaded: the reason and a button to try again. */
import { reasonOf } from '../within.ts';

export function NoAnswer({ words, error, again }: { words: string; error: unknown; again: () => void }) {
  return (
    <main class="no-answer">
      <p role="alert">
        {words}: {reasonOf(error)}.
      </p>
      <button type="button" class="btn" onClick={again}>
        Try again
      </button>
    </main>
  );
}
