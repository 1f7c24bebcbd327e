/** The results of the attack and kill tests, in one file per runtime, for the commands that print them as a table. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = '.listmark/matrix';
export type Runtime = 'node' | 'chromium' | 'firefox';

/** The rows of one run: from the name of the attack to its result. */
export class Matrix {
  readonly #rows: Record<string, string> = {};
  constructor(
    private readonly kind: string,
    private readonly runtime: Runtime,
  ) {}
  get = (row: string): string => this.#rows[row] ?? '';

  set(row: string, cell: string): void {
    this.#rows[row] = cell;
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${FOLDER}/${this.kind}-${this.runtime}.json`, JSON.stringify(this.#rows, null, 1));
  }
}

/** The results of all runtimes as a table of text lines. */
export function resultTable(kind: string, runtimes: readonly Runtime[]): string {
  const read = runtimes.map((runtime): Record<string, string> => {
    try {
      return JSON.parse(readFileSync(`${FOLDER}/${kind}-${runtime}.json`, 'utf8')) as Record<string, string>;
    } catch {
      return {};
    }
  });
  const names = [...new Set(read.flatMap((rows) => Object.keys(rows)))];
  const table = [['', ...runtimes], ...names.map((name) => [name, ...read.map((rows) => rows[name] ?? '—')])];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
