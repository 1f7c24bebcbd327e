/** What every command of the command line is given, and how it says that it was asked wrongly. */

/** A mistake in what was asked for, not in the program: one line on standard error, exit 2. */
export class UsageError extends Error {}

export interface Invocation {
  args: readonly string[];
  values: {
    data: string;
    out?: string | undefined;
    key?: string | undefined;
    keys?: string | undefined;
    about?: string | undefined;
    file?: string | undefined;
    'as-of'?: string | undefined;
    json: boolean;
    markdown: boolean;
  };
  /** Writes a line to standard output. */
  say: (line: string) => void;
  /** Writes a line to standard error. */
  complain: (line: string) => void;
  /** YYYY-MM-DD */
  today: string;
}

/** @returns the exit code: 0 done, 1 the records are at fault; a `UsageError` becomes 2 */
export type Command = (invocation: Invocation) => Promise<number>;
