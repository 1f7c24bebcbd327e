/** The picture as a table, for screen readers: what each row shows. */
import type { CellState } from '../../list/edition-cells.ts';
import { shortened } from '../../list/runs.ts';
import { listOf } from '../../words/lists.ts';
import type { LineKind, Row } from './rows.ts';

const CELLS: [CellState[], string][] = [
  [['address'], 'named with its domain'],
  [['name'], 'named without a domain'],
  [['elsewhere'], 'named on another domain'],
  [['removed'], 'removal reported'],
  [['silent'], 'complete in our record and silent'],
  [['not-complete', 'no-edition'], 'not complete in our record'],
];
const LINES: Record<LineKind, string> = {
  'in-force': 'an order is shown to be in force',
  'not-known': 'whether an order is in force is not known',
  ended: 'an order has ended',
  used: 'known to be in use',
  'use-not-known': 'use not known',
};

export const InWords = ({ rows }: { rows: readonly Row[] }) => (
  // A table takes no width smaller than its words.
  <div class="unseen">
    <table>
      <caption>The timeline in words</caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">What it shows</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td>{rowWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** "named with an address in 2011–2014; an order is shown to be in force; 3 marks, 26 May 2014 to 3 June 2018" */
export function rowWords({ cells, lines, marks }: Row): string {
  const editions = CELLS.flatMap(([states, words]) => {
    const of = cells.filter(({ state }) => states.includes(state)).map(({ edition }) => edition);
    return of.length ? [`${words}: ${listOf(shortened(of, '–'))}`] : [];
  });
  const kinds = [...new Set(lines.map(({ kind }) => kind))].map((kind) => LINES[kind]);
  const dates = [...new Set(marks.map(({ caption }) => caption.when))];
  const span = dates.length > 1 ? `${dates[0]!} to ${dates.at(-1)!}` : (dates[0] ?? '');
  const acts = marks.length ? [`${marks.length} ${marks.length === 1 ? 'mark' : 'marks'}, ${span}`] : [];
  return [...editions, ...kinds, ...acts].join('; ');
}
