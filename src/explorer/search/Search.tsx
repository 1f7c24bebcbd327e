/** Search over everything in the list; what was searched and filtered stands in the address. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { say } from '../../words/explorer.ts';
import type { ViewProps } from '../view.ts';
import { engineOf } from './engine.ts';
import { entriesOf } from './entries.ts';
import { choiceOf, filtered, sorted } from './filters.ts';
import { Filters } from './Filters.tsx';
import { Results, STEP } from './Results.tsx';
import { statusesIn } from './statuses.ts';

const none = (): readonly string[] => [];

export function Search({ whole, route, asOf, choose }: ViewProps) {
  const engine = useMemo(() => engineOf(entriesOf(whole, asOf)), [whole, asOf]);
  const all = useMemo(() => statusesIn(whole, asOf), [whole, asOf]);
  // Computing the status of every domain takes longer than anything else here: the page is seen before.
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), 50);
    return () => clearTimeout(timer);
  }, []);
  const query = route.chosen['q'] ?? '';
  const [page, setPage] = useState({ of: '', shown: STEP });
  const address = JSON.stringify(route.chosen);
  const shown = page.of === address ? page.shown : STEP;
  const choice = choiceOf(route.chosen);
  const statuses = isSeen || choice.filters.status ? all : none;
  const found = engine.find(query);
  const left = sorted(filtered(found, choice, statuses), choice.sort, query.trim() !== '');
  return (
    <>
      <h1 tabIndex={-1}>{say('search')}</h1>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <label for="query">{say('query')}</label>
        <input
          id="query"
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={query}
          onInput={(event) => choose({ q: event.currentTarget.value }, true)}
        />
        <Filters found={found} choice={choice} statuses={statuses} whole={whole} choose={choose} />
      </form>
      <Results
        found={left}
        total={engine.entries.length}
        shown={shown}
        asOf={asOf}
        more={() => setPage({ of: address, shown: shown + STEP })}
      />
    </>
  );
}
