/** Cite, export and print what the page shows. */
import { Cite, type Citable } from '../../ui/citations/Cite.tsx';
import { save } from '../../ui/save.ts';
import { say } from '../../words/explorer.ts';
import { tableCsv, tableJson, type Origin, type Table } from './table.ts';

export function TakeAway<Row>({
  table,
  origin,
  citable,
  name,
}: {
  table: Table<Row>;
  origin: Origin;
  citable: Citable;
  /** Of the files, without their ending. */
  name: string;
}) {
  const file = `listmark-${name}-${origin.asOf}`;
  return (
    <div class="take screen">
      <p class="row">
        <button type="button" class="btn" onClick={() => save(`${file}.csv`, 'text/csv', tableCsv(table, origin))}>
          {say('csv', { count: table.rows.length })}
        </button>
        <button
          type="button"
          class="btn"
          onClick={() => save(`${file}.json`, 'application/json', tableJson(table, origin))}
        >
          {say('json')}
        </button>
        <button type="button" class="btn" onClick={() => print()}>
          {say('print')}
        </button>
      </p>
      {citable.history.length > 0 && (
        <details>
          <summary>{say('cite')}</summary>
          <Cite report={citable} />
        </details>
      )}
    </div>
  );
}
