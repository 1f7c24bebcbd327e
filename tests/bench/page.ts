/** Makes the tables of docs/performance.md, between its two comments. */
import { agreement } from './agreement.ts';
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
  /** The time of its start, to the minute. */
  at: string;
  cpu: string;
  /** Load of the machine at the start of the bench. */
  load: number;
  rows: Rows;
}

type LookupRun = Run<{ report: { size: number; bestPeer: string; rows: LookupRow[] }[] }>;

export interface Results {
  lookup?: LookupRun;
  /** The same with a fifth of long CDN hosts. */
  requests?: LookupRun;
  bytes?: Run<BytesRow[]>;
  ingest?: Run<IngestRow[]>;
  wake?: Run<WakeRow[]>;
}

const START = '<!-- made by npm run bench: from here -->';
const END = '<!-- to here -->';

const count = (n: number): string => n.toLocaleString('en');
const fixed = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? 'not measured' : value.toFixed(digits);
const megabytes = (bytes: number | null): string => (bytes === null ? 'not told' : fixed(bytes / 1e6, 1));

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const when = ({ at, cpu, load }: Run<unknown>): string =>
  `Measured ${at} on ${cpu}, load ${load.toFixed(1)} as it began.`;

const lookupTable = (report: LookupRun['rows']['report']): string =>
  table(
    [
      'names',
      'engine',
      'ns a look-up',
      '× as fast as the best peer',
      '× floor',
      'wrong',
      'stored B/name',
      'resident B/name',
      'cold ms',
    ],
    report.flatMap(({ size, rows }) =>
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
  );

interface NamedRun {
  name: string;
  results: Results;
}

function compared(runs: readonly NamedRun[]): string {
  if (runs.length < 2)
    return `One run only, ${runs[0]!.name}: whether the ratios hold on another day is not known yet.`;
  const [earlier, later] = [runs.at(-2)!, runs.at(-1)!];
  const ratios = agreement(earlier.results, later.results);
  const near = ratios.filter((each) => Math.abs(Math.log(each.later / each.earlier)) <= Math.log(1.25)).length;
  return [
    `${near} of ${ratios.length} ratios are within a quarter of each other. The twelve that differ most:\n`,
    table(
      ['ratio', earlier.name, later.name],
      ratios.slice(0, 12).map((each) => [each.ratio, fixed(each.earlier), fixed(each.later)]),
    ),
  ].join('\n');
}

/** @param runs in order: shows the figures of the last run, and compares its ratios with those of the run before */
export function performancePage(page: string, runs: readonly NamedRun[]): string {
  const { wake, lookup, requests, bytes, ingest } = runs.at(-1)!.results;
  const parts: string[] = [];
  if (wake)
    parts.push(
      `### Wake to verdict\n\n${when(wake)}\n`,
      table(
        [
          'browser',
          'names',
          'host',
          'ms from the worker’s start, median',
          'worst',
          '× floor',
          'ms from the event',
          '× floor',
        ],
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
  for (const [title, run] of [
    ['Look-up, memory, cold start', lookup],
    ['Look-up of requests: a fifth of long CDN hosts', requests],
  ] as const)
    if (run) parts.push(`\n### ${title}\n\n${when(run)}\n`, lookupTable(run.rows.report));
  if (bytes) {
    const columns = Object.keys(bytes.rows[0]!).filter(
      (key) => !['list', 'names'].includes(key) && !key.endsWith(' ms'),
    );
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
        [
          'browser',
          'names',
          'columns',
          'ms',
          'floor ms',
          '× floor',
          'stored B/name',
          'longest block ms',
          'heap MB',
          'buffers MB',
          'process + MB',
        ],
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
  parts.push(`\n### From run to run\n\n${compared(runs)}`);
  const [before, after] = [page.indexOf(START), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`docs/performance.md has lost its marks "${START}" and "${END}".`);
  return `${page.slice(0, before + START.length)}\n\n${parts.join('\n')}\n\n${page.slice(after)}`;
}
