/** In place of a page that has nothing to show: why that is, and a way to ask once more. */
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
