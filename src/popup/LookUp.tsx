/** Looks up any other host on the same list, on this device. */
import { useState } from 'preact/hooks';
import { addressOf } from './address.ts';
import type { PopupActions } from './Popup.tsx';

export function LookUp({ look }: { look: PopupActions['look'] }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const search = (event: Event) => {
    event.preventDefault();
    const url = addressOf(typed);
    setWrong(url === null);
    if (url !== null) void look({ url }).then(() => document.querySelector('h1')?.scrollIntoView({ block: 'end' }));
  };
  return (
    <section>
      <form class="look-up" role="search" onSubmit={search}>
        <label for="look-up">Look up another site</label>
        <span class="row">
          <input
            id="look-up"
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            dir="ltr"
            placeholder="site.example"
            value={typed}
            aria-invalid={wrong}
            aria-describedby="look-up-problem"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="btn">
            Look up
          </button>
        </span>
        <small id="look-up-problem" role="status">
          {wrong && 'This is not a host name or a web address, for example site.example.'}
        </small>
      </form>
    </section>
  );
}
