/** Two series: which markets only the one names, and which both. */
import { compareSeries, type InSeries, type SeriesSite } from '../../list/compare/series.ts';
import { dateWords } from '../../words/dates.ts';
import { say } from '../../words/compare.ts';
import type { ViewProps } from '../view.ts';
import { Choice } from './Choice.tsx';
import { Sites } from './Sites.tsx';

export function CompareSeries({ whole, route, asOf, choose }: ViewProps) {
  const { library, markets } = whole;
  const sources = Object.values(library.sources);
  const used = new Set(markets.flatMap(({ events }) => events.map(({ source }) => library.sources[source]?.series)));
  const all = Object.values(library.series)
    .filter(({ id, evidence }) => used.has(id) && evidence !== 'statute')
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const lists = all.filter(({ evidence }) => evidence === 'government-list');
  const known = (id: string | undefined) => all.find((series) => series.id === id);
  const a = known(route.chosen['a']) ?? lists[0] ?? all[0];
  const b = known(route.chosen['b']) ?? lists.find((series) => series !== a) ?? all.find((series) => series !== a);
  if (!a || !b) return <p>{say('none')}</p>;
  const options = all.map(({ id, label }) => [id, label] as const);
  const found = a === b ? null : compareSeries({ markets, sources }, a.id, b.id, asOf);
  const side = (label: string, one: InSeries) => {
    const { times, first, last, domains } = one;
    const words = say('in-series', { series: label, times, first: dateWords(first), last: dateWords(last) });
    return (
      <span class="side">
        {words}
        {domains.length > 0 && (
          <>
            {' '}
            · <bdi dir="ltr">{domains.join(', ')}</bdi>
          </>
        )}
      </span>
    );
  };
  const about = (site: SeriesSite) => (
    <>
      {site.a && side(a.label, site.a)} {site.b && side(b.label, site.b)}
    </>
  );
  return (
    <>
      <div class="choices">
        <Choice
          words={say('first-series')}
          value={a.id}
          options={options}
          choose={(id) => choose({ a: id, b: b.id })}
        />
        <Choice
          words={say('second-series')}
          value={b.id}
          options={options}
          choose={(id) => choose({ a: a.id, b: id })}
        />
      </div>
      {found === null ? (
        <p role="status">{say('same-series')}</p>
      ) : (
        <>
          <p role="status">{say('series-why', { day: dateWords(asOf) })}</p>
          <Sites heading={say('both-in')} sites={found.both} asOf={asOf} about={about} />
          <Sites heading={say('only-in', { series: a.label })} sites={found.onlyA} asOf={asOf} about={about} />
          <Sites heading={say('only-in', { series: b.label })} sites={found.onlyB} asOf={asOf} about={about} />
        </>
      )}
    </>
  );
}
