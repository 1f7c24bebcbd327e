/** The tables of docs/performance.md, between its two marks. */
import type { IngestRow } from './ingest.bench.ts';
import type { WakeRow } from './wake.bench.ts';

interface LookupRow {
  name: string;
  wrong: number;
  nanoseconds: number;
  fasterThanBestPeer: number;
  timesFloor: number;
  cost: { storedBytes: number; residentBytes: number; coldMs: number } | null;
}
export type BytesRow = Record<string, number> & { list: string; names: number };

interface Run<Rows> {
  day: string;
  cpu: string;
  /** Load of the machine as the bench began. */
  load: number;
  rows: Rows;
}

export interface Results {
  lookup?: Run<{ report: { size: number; bestPeer: string; rows: LookupRow[] }[] }>;
  bytes?: Run<BytesRow[]>;
  ingest?: Run<IngestRow[]>;
  wake?: Run<WakeRow[]>;
}

const START = '<!-- made by npm run bench: from here -->';
const END = '<!-- to here -->';

const count = (n: number): string => n.toLocaleString('en');
const fixed = (value: number | null | undefined, digits = 2): string => (value === null || value === undefined ? 'not measured' : value.toFixed(digits));
const megabytes = (bytes: number | null): string => (bytes === null ? 'not told' : fixed(bytes / 1e6, 1));

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const when = ({ day, cpu, load }: Run<unknown>): string => `Measured ${day} on ${cpu}, load ${load.toFixed(1)} as it began.`;

export function performancePage(page: string, { lookup, bytes, ingest, wake }: Results): string {
  const parts: string[] = [];
  if (wake)
    parts.push(
      `### Wake to verdict\n\n${when(wake)}\n`,
      table(
        ['browser', 'names', 'host', 'ms from the worker’s start, median', 'worst', '× floor', 'ms from the event', '× floor'],
        wake.rows.map((row) => [
          row.browser,
          count(row.names),
          row.kind,
          fixed(row.median, 0),
          fixed(row.worst, 0),
          fixed(row.timesFloor),
          fixed(row.database, 1),
          fixed(row.databaseTimesFloor),
        ]),
      ),
    );
  if (lookup)
    parts.push(
      `\n### Look-up, memory, cold start\n\n${when(lookup)}\n`,
      table(
        ['names', 'engine', 'ns a look-up', '× as fast as the best peer', '× floor', 'wrong', 'stored B/name', 'resident B/name', 'cold ms'],
        lookup.rows.report.flatMap(({ size, rows }) =>
          rows.map((row) => [
            count(size),
            row.name,
            fixed(row.nanoseconds, 0),
            fixed(row.fasterThanBestPeer),
            fixed(row.timesFloor),
            String(row.wrong),
            row.cost ? fixed(row.cost.storedBytes / size) : '',
            row.cost ? fixed(row.cost.residentBytes / size) : '',
            row.cost ? fixed(row.cost.coldMs) : '',
          ]),
        ),
      ),
    );
  if (bytes) {
    const columns = Object.keys(bytes.rows[0]!).filter((key) => !['list', 'names'].includes(key) && !key.endsWith(' ms'));
    parts.push(
      `\n### Bytes\n\nExact: the same on every run. A name, unless the head says a change.\n`,
      table(
        ['list', 'names', ...columns],
        bytes.rows.map((row) => [row.list, count(row.names), ...columns.map((column) => fixed(row[column]))]),
      ),
    );
  }
  if (ingest)
    parts.push(
      `\n### Ingest\n\n${when(ingest)}\n`,
      table(
        ['browser', 'names', 'columns', 'ms', 'floor ms', '× floor', 'stored B/name', 'longest block ms', 'heap MB', 'buffers MB', 'process + MB'],
        ingest.rows.map((row) => [
          row.browser,
          count(row.names),
          row.columns ? '2' : '0',
          fixed(row.milliseconds, 0),
          fixed(row.floor, 0),
          fixed(row.timesFloor, 1),
          fixed(row.storedPerName, 1),
          fixed(row.longestBlock, 0),
          megabytes(row.heap),
          megabytes(row.buffers),
          megabytes(row.resident),
        ]),
      ),
    );
  const [before, after] = [page.indexOf(START), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`docs/performance.md has lost its marks "${START}" and "${END}".`);
  return `${page.slice(0, before + START.length)}\n\n${parts.join('\n')}\n\n${page.slice(after)}`;
}
