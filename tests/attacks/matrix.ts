/** What the attack and kill tests found, kept in a file for each runtime, for the commands that print the matrix. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = '.listmark/matrix';
export type Runtime = 'node' | 'chromium' | 'firefox';

/** Rows of one run: name to what happened. */
export class Matrix {
  readonly #rows: Record<string, string> = {};
  constructor(
    private readonly of: string,
    private readonly runtime: Runtime,
  ) {}
  get = (row: string): string => this.#rows[row] ?? '';

  set(row: string, cell: string): void {
    this.#rows[row] = cell;
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${FOLDER}/${this.of}-${this.runtime}.json`, JSON.stringify(this.#rows, null, 1));
  }
}

/** The table of all runtimes, as lines. */
export function printed(of: string, runtimes: readonly Runtime[]): string {
  const read = runtimes.map((runtime): Record<string, string> => {
    try {
      return JSON.parse(readFileSync(`${FOLDER}/${of}-${runtime}.json`, 'utf8')) as Record<string, string>;
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
