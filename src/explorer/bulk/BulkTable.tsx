/** The table of a bulk check, with its filters and exports. Hosts are text, never links. */
import { useMemo, useState } from 'preact/hooks';
import type { BulkAnswer } from '../../bulk/bulk-export.ts';
import type { BulkRow } from '../../bulk/rows.ts';
import { Mark } from '../../ui/Mark.tsx';
import { say } from '../../words/bulk.ts';
import { EVIDENCE_WORDS, STATUS_WORDS, VERIFICATION_WORDS } from '../../words/record/terms.ts';
import { countRows, rowsLeft, type RowFilter } from './filter-rows.ts';
import type { Format } from './protocol.ts';

/** So many rows are drawn at first, and so many more at each press: a table of 100 thousand would freeze the page. */
const STEP = 100;

export function BulkTable({
  answer: { rows, input },
  exportAs,
  chooseColumn,
}: {
  answer: BulkAnswer;
  exportAs: (format: Format) => void;
  chooseColumn: (column: number) => void;
}) {
  const [filter, setFilter] = useState<RowFilter>('all');
  const [shown, setShown] = useState(STEP);
  const counts = useMemo(() => countRows(rows), [rows]);
  const left = useMemo(() => rowsLeft(rows, filter), [rows, filter]);
  return (
    <>
      {input.columns && (
        <label class="screen">
          {say('choose-column')}{' '}
          <select value={String(input.column)} onChange={(event) => chooseColumn(Number(event.currentTarget.value))}>
            {input.columns.map(({ name, sample }, at) => (
              <option key={at} value={String(at)}>
                {sample ? `${name} (${sample})` : name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="chips screen" role="group" aria-label={say('filters')}>
        {counts.map(([each, count]) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={filter === each}
            onClick={() => {
              setFilter(each);
              setShown(STEP);
            }}
          >
            {filterWords(each)} <b>{count}</b>
          </button>
        ))}
      </div>
      <p class="row screen">
        <button type="button" class="btn" onClick={() => exportAs('csv')}>
          {say('export-csv')}
        </button>
        <button type="button" class="btn" onClick={() => exportAs('json')}>
          {say('export-json')}
        </button>
      </p>
      <div class="wide" tabIndex={0} role="region" aria-label={say('table-of')}>
        <table class="bulk-table">
          <caption>{say('caption', { shown: Math.min(shown, left.length), all: left.length })}</caption>
          <thead>
            <tr>
              {(['line', 'host', 'status', 'first', 'last', 'evidence', 'market'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`col-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {left.slice(0, shown).map((row, at) => (
              <Row key={at} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {left.length > shown && (
        <button type="button" class="btn screen" onClick={() => setShown(shown + STEP)}>
          {say('more', { count: Math.min(STEP, left.length - shown) })}
        </button>
      )}
      <p>
        <small>{say('strongest')}</small>
      </p>
    </>
  );
}

function Row({ row }: { row: BulkRow }) {
  const name = row.host ? row.host + (row.path === '/' ? '' : row.path) : row.input;
  return (
    <tr>
      <td class="number">{row.line}</td>
      <th scope="row">
        <bdi dir="ltr">{name}</bdi>
        {row.outcome === 'checked' && row.note && <small>{row.note}</small>}
      </th>
      {row.outcome === 'checked' ? (
        <>
          <td>
            <Mark of={row.status} size={14} /> {row.says}
          </td>
          <td class="date">{row.first}</td>
          <td class="date">{row.last}</td>
          <td>
            {row.evidence && EVIDENCE_WORDS[row.evidence]}
            {row.verification && <small>{VERIFICATION_WORDS[row.verification]}</small>}
          </td>
          <td>{row.markets.map(({ name }) => name).join(', ')}</td>
        </>
      ) : (
        <td colSpan={5}>
          <b>{outcomeWords(row.outcome)}</b> {row.reason}
        </td>
      )}
    </tr>
  );
}

function filterWords(filter: RowFilter): string {
  if (filter === 'all' || filter === 'found') return say(`filter-${filter}`);
  if (filter === 'duplicate' || filter === 'invalid' || filter === 'public-suffix') return outcomeWords(filter);
  return STATUS_WORDS[filter];
}

const outcomeWords = (outcome: Exclude<BulkRow['outcome'], 'checked'>): string =>
  say(outcome === 'duplicate' ? 'is-duplicate' : outcome);
