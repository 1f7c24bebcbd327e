/** Two editions of one series: added, removed, kept, and what cannot be known. */
import { compareEditions, type EditionSide, type EditionSite, type Printed } from '../../list/compare/editions.ts';
import { editionsOf } from '../../list/editions.ts';
import { dateWords } from '../../words/dates.ts';
import { say } from '../../words/compare.ts';
import type { ViewProps } from '../view.ts';
import { Choice } from './Choice.tsx';
import { Sites } from './Sites.tsx';

export function CompareEditions({ whole, route, asOf, choose }: ViewProps) {
  const { library, markets } = whole;
  const editions = new Map(
    Object.values(library.series)
      .map(({ id }) => [id, editionsOf(id, library, asOf).filter(({ found }) => found)] as const)
      .filter(([, list]) => list.length > 1),
  );
  const labelOf = (id: string) => library.series[id]!.label;
  // Government lists first: they are what most readers compare.
  const rank = (id: string) => (library.series[id]!.evidence === 'government-list' ? 0 : 1);
  const ids = [...editions.keys()].sort((a, b) => rank(a) - rank(b) || (labelOf(a) < labelOf(b) ? -1 : 1));
  if (!ids.length) return <p>{say('none')}</p>;
  const series = editions.has(route.chosen['in'] ?? '') ? route.chosen['in']! : ids[0]!;
  const list = editions.get(series)!;
  const pick = (name: 'a' | 'b', otherwise: number) =>
    list.find(({ id }) => id === route.chosen[name]) ?? list.at(otherwise)!;
  const [older, newer] = [pick('a', -2), pick('b', -1)].sort((a, b) => list.indexOf(a) - list.indexOf(b)) as [
    (typeof list)[number],
    (typeof list)[number],
  ];
  const options = list.toReversed().map(({ id, edition, date }) => {
    return [id, say('edition-of', { edition, day: dateWords(date) })] as const;
  });
  const changes =
    older === newer ? null : compareEditions({ markets, sources: Object.values(library.sources) }, older.id, newer.id);
  const names = { older: older.edition, newer: newer.edition };
  return (
    <>
      <div class="choices">
        <Choice
          words={say('series-of')}
          value={series}
          options={ids.map((id) => [id, labelOf(id)])}
          choose={(id) => choose({ in: id, a: '', b: '' })}
        />
        <Choice
          words={say('older')}
          value={older.id}
          options={options}
          choose={(id) => choose({ in: series, a: id, b: newer.id })}
        />
        <Choice
          words={say('newer')}
          value={newer.id}
          options={options}
          choose={(id) => choose({ in: series, a: older.id, b: id })}
        />
      </div>
      {changes === null ? (
        <p role="status">{say('same-edition')}</p>
      ) : (
        <>
          <p role="status">
            <b>{say('between', { series: library.series[series]!.name, ...names })}</b>
          </p>
          <p>
            {sideWords(changes.older)} {sideWords(changes.newer)}
          </p>
          <Sites
            heading={say('entered', names)}
            why={say('entered-why', names)}
            sites={changes.entered}
            asOf={asOf}
            about={about}
          />
          <Sites
            heading={say('left', names)}
            why={say('left-why', names)}
            sites={changes.left}
            asOf={asOf}
            about={about}
          />
          <Sites
            heading={say('not-known')}
            why={say('not-known-why')}
            sites={changes.notKnown}
            asOf={asOf}
            about={(site) => (
              <>
                {say('found-in', { edition: site.newer ? names.newer : names.older })} {about(site)}
              </>
            )}
          />
          <Sites heading={say('stayed')} sites={changes.stayed} asOf={asOf} about={about} />
        </>
      )}
    </>
  );
}

function sideWords({ edition, date, found, stated, complete }: EditionSide): string {
  const side = { edition, day: dateWords(date), found, complete: complete ? 'yes' : 'other' } as const;
  return stated === null ? say('side-not-stated', side) : say('side', { ...side, stated });
}

const printedWords = ({ name, domains }: Printed): string =>
  domains === 'market-only' ? name : `${name}, ${domains.join(', ')}`;

function about({ name, older, newer }: EditionSite) {
  const [was, is] = [older && printedWords(older), newer && printedWords(newer)];
  const only = is ?? was!;
  const text =
    was && is && was !== is
      ? say('printed-change', { older: was, newer: is })
      : only === name
        ? ''
        : say('printed-as', { text: only });
  return <bdi dir="ltr">{text}</bdi>;
}
