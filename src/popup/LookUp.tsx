/** Looks up any other host in the same list. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readTypedHost } from '../list/names/typed-host.ts';
import type { PopupActions } from './about.ts';

export function LookUp({ look, close }: { look: PopupActions['look']; close: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  // Opened to type into.
  useLayoutEffect(() => field.current!.focus(), []);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const search = (event: Event) => {
    event.preventDefault();
    const read = readTypedHost(typed);
    if ('reason' in read) return setProblem(read.reason);
    setProblem('');
    // Only host and path matter; the scheme does not.
    look({ url: `http://${read.host}${read.path}`, typed: read }).then(
      () => {
        close();
        document.querySelector('h1')?.focus();
      },
      (error: unknown) => setProblem(`Not looked up: ${(error as Error).message}.`),
    );
  };
  return (
    <form class="look-up" role="search" onSubmit={search}>
      <label for="look-up">Look up another site</label>
      <span class="row">
        <input
          id="look-up"
          ref={field}
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          dir="ltr"
          placeholder="site.example"
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby="look-up-problem"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          Show
        </button>
      </span>
      <small id="look-up-problem" role="status">
        {problem}
      </small>
    </form>
  );
}
