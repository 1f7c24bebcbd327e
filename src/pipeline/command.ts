/** The definition of a command: its usage, its options and its work. */
import { readArguments, UsageError, type Options, type OptionUsage, type Values } from './arguments.ts';

export { usage, UsageError } from './arguments.ts';

export interface Surroundings {
  /** Writes a line to standard output. */
  say: (line: string) => void;
  /** Writes a line to standard error. */
  complain: (line: string) => void;
  /** YYYY-MM-DD */
  today: string;
}

export interface Command {
  /** The usage as `--help` prints it. */
  usage: string;
  /** @returns the exit code: 0 done, 1 the records have problems. A `UsageError` gives 2 */
  run(argv: readonly string[], surroundings: Surroundings): Promise<number>;
}

export interface Asked<O extends Options> extends Surroundings {
  values: Values<O>;
  args: readonly string[];
}

/** The folder of the records, an option of nearly every command. */
export const DATA = { data: { type: 'string', default: 'data' } } as const satisfies Options;
export const DATA_USAGE: OptionUsage = ['--data DIR', 'the records, where they are not in data/'];

/** @param most the largest number of positional arguments */
export function command<const O extends Options>(
  usage: string,
  options: O,
  most: number,
  work: (asked: Asked<O>) => Promise<number>,
): Command {
  return {
    usage,
    async run(argv, surroundings) {
      const { help, values, positionals } = readArguments(argv, options, most);
      if (!help) return work({ ...surroundings, values, args: positionals });
      surroundings.say(usage);
      return 0;
    },
  };
}

/** Runs a command and prints its errors; a `UsageError` with the usage of the command. @returns the exit code */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await command.run(argv, surroundings);
  } catch (error) {
    const asked = error instanceof UsageError;
    surroundings.complain(`listmark: ${(error as Error).message}${asked ? `\n\n${command.usage}` : ''}`);
    return asked ? 2 : 1;
  }
}
