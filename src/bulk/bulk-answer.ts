/** Checks all entries of an input, and says by which list: the answer of the page and of the command line. */
import { listInMemory } from '../list/release/list-in-memory.ts';
import { linesToText, sorted, type Lines } from '../list/release/record-lines.ts';
import { sha256 } from '../list/release/trust.ts';
import { checkEntries, type BulkOptions } from './bulk-check.ts';
import type { BulkAnswer } from './bulk-export.ts';
import type { ReadInput } from './read-input.ts';

/** What was read: its entries, and how it was read. */
export type CheckedInput = Omit<BulkAnswer['input'], 'entries'> & Pick<ReadInput, 'entries'>;

/** @throws Refusal if a record of the list cannot be read */
export async function bulkAnswer(
  lines: Lines,
  list: Omit<BulkAnswer['list'], 'recordsHash'>,
  { entries, ...input }: CheckedInput,
  options: BulkOptions,
): Promise<BulkAnswer> {
  // The store hands the lines over in blocks; the hash is of the sorted text.
  const records = new TextEncoder().encode(linesToText(sorted(lines)));
  return {
    list: { ...list, recordsHash: await sha256(records) },
    asOf: options.asOf,
    readOn: options.readOn,
    input: { ...input, entries: entries.length },
    rows: await checkEntries(entries, await listInMemory(lines), options),
  };
}
