/**
 * Reads the command line of a program: its options by `node:util`, their values here, every mistake with the program's
 * usage.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isPartialDate } from '../list/dates.ts';

/** A mistake in what was asked for, not in the program: told with the usage on standard error, exit 2. */
export class UsageError extends Error {}

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values'];

export interface Arguments<O extends Options> {
  /** `--help` or `-h` was among them: nothing else is to be done. */
  help: boolean;
  values: Values<O>;
  positionals: string[];
}

/**
 * @param most how many words without an option's name may stand there
 * @throws UsageError for an unknown option, an option without its value, and more words than may stand there
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
 * The arguments of a program that stands alone. Prints the usage and ends the process where help is asked for (0) or
 * the arguments are wrong (2). @param most how many words without an option's name may stand there
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

/** Ends the process with the usage (2) where the task finds a mistake in what was asked for. */
export function orUsage<T>(usage: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    process.exit(2);
  }
}

/** @param option its name, for the complaint @throws UsageError where the value is none of those allowed */
export function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new UsageError(`${option}: expected ${allowed.join(' or ')}, found "${text}"`);
  return found;
}

/** @param option its name, for the complaint: "--port" @throws UsageError */
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

/** @param how the words of the command, after "Usage: " @param about what it does, in one or more lines */
export function usage(how: string, about: string, options: readonly OptionUsage[] = []): string {
  const width = Math.max(0, ...options.map(([option]) => option.length));
  const lines = options.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`);
  return [`Usage: ${how}`, about, ...(lines.length ? ['', ...lines] : [])].join('\n');
}
