/** The files that `check` reads, and the table that it makes of them: the same as the explorer's bulk check. */
import { checkEntries } from '../bulk/bulk-check.ts';
import type { BulkAnswer } from '../bulk/bulk-export.ts';
import { readInput, type ReadInput } from '../bulk/read-input.ts';
import { decodeBytes, type Decoded } from '../bulk/text-encoding.ts';
import { endingOf } from '../list/names/ending.ts';
import { linesToText } from '../list/release/record-lines.ts';
import { listInMemory } from '../list/release/list-in-memory.ts';
import { sha256 } from '../list/release/trust.ts';
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
    throw new UsageError(`${shown}: ${(error as Error).message}`);
  }
}

/**
 * A table has the line numbers of one file, or those of the hosts on the command line.
 * @throws UsageError if several are given
 */
export function oneInput(
  named: readonly string[],
  files: readonly InputFile[],
): Omit<BulkAnswer['input'], 'entries'> & Pick<ReadInput, 'entries'> {
  const [file] = files;
  if (files.length + (named.length ? 1 : 0) > 1)
    throw new UsageError('a table has the line numbers of one input: give one file, or - alone, or hosts alone');
  return file ? { ...file.read, ...file.decoded } : readInput(named.join('\n'));
}

export async function bulkAnswer(
  dataset: Dataset,
  { entries, ...input }: ReturnType<typeof oneInput>,
  days: { asOf: string; readOn: string },
): Promise<BulkAnswer> {
  const lines = compile(dataset);
  const { sequence, published } = dataset.release;
  return {
    list: { sequence, published, recordsHash: await sha256(new TextEncoder().encode(linesToText(lines))) },
    ...days,
    input: { ...input, entries: entries.length },
    rows: await checkEntries(entries, await listInMemory(lines), { ...days, expired: false, endingOf }),
  };
}
