/** The frame of the explorer: navigation, the day, the view that the address names, and which list it is from. */
import { useEffect, useState } from 'preact/hooks';
import { dateWords } from '../words/dates.ts';
import type { ListReport } from '../messages.ts';
import { today } from '../today.ts';
import { say } from '../words/explorer.ts';
import { ListLine } from '../ui/ListLine.tsx';
import { AsOf } from './AsOf.tsx';
import { PLACES } from './places.tsx';
import { dayOf, hashOf, routeOf, type Route } from './route.ts';
import type { WholeList } from './whole-list.ts';

const FIRST = [...PLACES.keys()][0]!;
type NoList = Extract<ListReport, { state: 'none' }>;

export function Explorer({ whole, refresh }: { whole: WholeList | NoList; refresh: () => Promise<void> }) {
  const [route, go] = useRoute();
  const readOn = today();
  const asOf = dayOf(route, readOn);
  const choose = (change: Readonly<Record<string, string | undefined>>, keep = false) => {
    // A field may wait before it chooses: the address can be newer than this drawing.
    const now = routeOf(location.hash, FIRST);
    go({ ...now, chosen: { ...now.chosen, ...without(change) } }, keep);
  };
  const place = PLACES.get(route.place);
  return (
    <>
      <header class="top screen">
        <p class="brand">{say('brand')}</p>
        <nav aria-label={say('places')}>
          {[...PLACES].map(([name, { label }]) =>
            label ? (
              <a
                key={name}
                href={hashOf({ place: name, id: '', chosen: asOf === readOn ? {} : { asOf } })}
                {...(name === route.place && { 'aria-current': 'page' as const })}
              >
                {label}
              </a>
            ) : null,
          )}
        </nav>
        <AsOf asOf={asOf} choose={(day) => choose({ asOf: day === readOn ? '' : day })} />
      </header>
      {/* The focus goes to its heading after each change of view. */}
      <main id="view">
        {'state' in whole ? (
          <h1 tabIndex={-1}>{say('no-list')}</h1>
        ) : (
          <>
            {whole.list.expired && <p class="caution">{say('expired', { day: dateWords(whole.list.published) })}</p>}
            {place ? (
              <place.view
                key={`${route.place} ${route.id}`}
                whole={whole}
                route={route}
                asOf={asOf}
                readOn={readOn}
                choose={choose}
              />
            ) : (
              <h1 tabIndex={-1}>{say('no-place', { place: route.place })}</h1>
            )}
          </>
        )}
      </main>
      <ListLine list={'state' in whole ? whole : whole.list} refresh={refresh} />
    </>
  );
}

const without = (change: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? '']));

/** The route in the address. `go` writes it there; "Back" of the browser reads it again. */
function useRoute(): [Route, (to: Route, keep: boolean) => void] {
  const read = () => routeOf(location.hash, FIRST);
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const follow = () => {
      setRoute(read());
      scrollTo(0, 0);
      // After the view is drawn.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('#view h1')?.focus());
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    document.title = `${document.querySelector('#view h1')?.textContent ?? ''} · ${say('brand')}`;
  });
  const go = (to: Route, keep: boolean) => {
    // Neither of the two fires `hashchange`, so the focus stays where the reader types.
    history[keep ? 'replaceState' : 'pushState'](null, '', hashOf(to));
    setRoute(to);
  };
  return [route, go];
}
