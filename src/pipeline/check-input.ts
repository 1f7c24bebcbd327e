/** The files that `check` reads, and the table that it makes of them: the same as the explorer's bulk check. */
import { BadInput } from '../bulk/bad-input.ts';
import { bulkAnswer, type CheckedInput } from '../bulk/bulk-answer.ts';
import type { BulkAnswer } from '../bulk/bulk-export.ts';
import { readInput, type ReadInput } from '../bulk/read-input.ts';
import { decodeBytes, type Decoded } from '../bulk/text-encoding.ts';
import { endingOf } from '../list/names/ending.ts';
import { UsageError } from './command.ts';
import { compile } from './compile.ts';
import type { Dataset } from './dataset.ts';
import { readBytes, shownPath } from './text-file.ts';

export interface InputFile {
  read: ReadInput;
  decoded: Omit<Decoded, 'text'>;
  inputs: { text: string; place: string }[];
  /** How it was read, where that is not plain lines in UTF-8. */
  note: string | null;
}

/** @param path 0 for standard input @throws UsageError with what is wrong and where */
export function readInputFile(path: string | 0, column: string | undefined): InputFile {
  const bytes = readBytes(path);
  const shown = shownPath(path);
  try {
    const { text, ...decoded } = decodeBytes(bytes);
    const read = readInput(text, { column });
    const { format, columns } = read;
    const about = [
      decoded.encoding !== 'utf-8' && `read as ${decoded.encoding}: ${decoded.why}`,
      format !== 'lines' && `read as ${format}${columns ? `, column “${columns[read.column!]!.name}”` : ''}`,
    ].filter(Boolean);
    return {
      read,
      decoded,
      inputs: read.entries.map(({ line, text }) => ({ text, place: `${path === 0 ? '-' : path}:${line}` })),
      note: about.length ? `${shown}: ${about.join('; ')}` : null,
    };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new UsageError(`${shown}: ${error.message}`);
  }
}

/**
 * A table has the line numbers of one file, or those of the hosts on the command line.
 * @throws UsageError if several are given
 */
export function oneInput(named: readonly string[], files: readonly InputFile[]): CheckedInput {
  const [file] = files;
  if (files.length + (named.length ? 1 : 0) > 1)
    throw new UsageError('a table has the line numbers of one input: give one file, or - alone, or hosts alone');
  return file ? { ...file.read, ...file.decoded } : readInput(named.join('\n'));
}

/** The table of `check`, by the records of the dataset. */
export function tableOf(
  dataset: Dataset,
  input: CheckedInput,
  days: { asOf: string; readOn: string },
): Promise<BulkAnswer> {
  const { sequence, published } = dataset.release;
  return bulkAnswer(compile(dataset), { sequence, published }, input, { ...days, expired: false, endingOf });
}
