/** A table as HTML. On a narrow window it scrolls sideways by itself, with the keyboard too. */
import type { Table } from './table.ts';

export function DataTable<Row>({ table: { caption, columns, rows } }: { table: Table<Row> }) {
  const shown = columns.filter(({ label }) => label !== undefined);
  return (
    <div class="wide" role="region" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {shown.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {shown.map((column) => (
                <td key={column.id}>{column.shown ? column.shown(row) : column.text(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
