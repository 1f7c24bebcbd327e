/**
 * Parses the command line of a program. `node:util` splits the options; this file checks their values and reports every
 * mistake with the program's usage.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isPartialDate } from '../list/dates.ts';

/** A mistake in the command line, not in the program. It is printed with the usage on standard error; exit code 2. */
export class UsageError extends Error {}

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values'];

export interface Arguments<O extends Options> {
  /** True for `--help` or `-h`; then nothing else is done. */
  help: boolean;
  values: Values<O>;
  positionals: string[];
}

/**
 * @param most the largest number of positional arguments
 * @throws UsageError for an unknown option, an option without its value, and too many arguments
 */
export function readArguments<const O extends Options>(argv: readonly string[], options: O, most = 0): Arguments<O> {
  const config = {
    args: [...argv],
    allowPositionals: true,
    strict: true,
    options: { ...options, help: { type: 'boolean', short: 'h' } },
  } as const;
  let read: { values: unknown; positionals: string[] };
  try {
    read = parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\. To specify a positional.*/s, ''));
  }
  const { help = false, ...values } = read.values as Values<O> & { help?: boolean };
  if (!help && read.positionals.length > most) throw new UsageError(`"${read.positionals[most]}" is one word too many`);
  return { help, values: values as Values<O>, positionals: read.positionals };
}

/**
 * Parses the arguments of a program that has no commands. Prints the usage and exits for `--help` (0) and for wrong
 * arguments (2).
 * @param most the largest number of positional arguments
 */
export function programArguments<const O extends Options>(
  usage: string,
  options: O,
  most = 0,
): Omit<Arguments<O>, 'help'> {
  const read = orUsage(usage, () => readArguments(process.argv.slice(2), options, most));
  if (!read.help) return read;
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

/** Runs a task; on a `UsageError` prints the usage and exits with 2. */
export function orUsage<T>(usage: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    process.exit(2);
  }
}

/**
 * @param option name of the option, for the message
 * @throws UsageError if the value is not one of those allowed
 */
export function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new UsageError(`${option}: expected ${allowed.join(' or ')}, found "${text}"`);
  return found;
}

/**
 * @param option name of the option, for the message: "--port"
 * @throws UsageError if the value is not an integer in this range
 */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new UsageError(`${option}: expected a whole number from ${least} to ${most}, found "${text}"`);
  return value;
}

/** @returns YYYY-MM-DD @throws UsageError */
export function dayOption(option: string, text: string): string {
  if (text.length !== 10 || !isPartialDate(text))
    throw new UsageError(`${option}: expected a day as YYYY-MM-DD, found "${text}"`);
  return text;
}

export type OptionUsage = readonly [option: string, meaning: string];

/**
 * @param how the command line, after "Usage: "
 * @param about what the command does, in one or more lines
 */
export function usage(how: string, about: string, options: readonly OptionUsage[] = []): string {
  const width = Math.max(0, ...options.map(([option]) => option.length));
  const lines = options.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`);
  return [`Usage: ${how}`, about, ...(lines.length ? ['', ...lines] : [])].join('\n');
}
