/** Reads a text file written by others: UTF-8, or another Unicode encoding with a byte order mark. */
import { readFileSync } from 'node:fs';
import { UsageError } from './command.ts';

/**
 * @param path a file, or 0 for standard input
 * @throws UsageError with the cause if it is not such text
 */
export function readText(path: string | 0): string {
  const shown = path === 0 ? 'standard input' : path;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(
      `${shown}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`,
    );
  }
  try {
    return decodeText(bytes);
  } catch (error) {
    throw new UsageError(`${shown}: ${(error as Error).message}`);
  }
}

/** The first bytes of other kinds of file, and what to do with them. */
const NO_TEXT: [string, string][] = [
  ['\x1F\x8B', 'it is compressed (gzip): unpack it first'],
  ['PK\x03\x04', 'it is a ZIP file or a spreadsheet: export the sheet as CSV in UTF-8'],
  ['%PDF', 'it is a PDF: it must be text'],
  ['SQLite format 3', 'it is a database, as browsers keep their history in: it must be text'],
  ['\xFF\xFE\0\0', 'it is UTF-32: save it as UTF-8'],
];

/** @throws Error with the cause in words */
export function decodeText(bytes: Uint8Array): string {
  const first = String.fromCharCode(...bytes.subarray(0, 16));
  const [, wrong] = NO_TEXT.find(([begin]) => first.startsWith(begin)) ?? [];
  if (wrong) throw new Error(wrong);
  const marked = first.startsWith('\xFF\xFE') ? 'utf-16le' : first.startsWith('\xFE\xFF') ? 'utf-16be' : null;
  if (!marked && bytes.includes(0))
    throw new Error('it holds zero bytes: if it is UTF-16 without a byte-order mark, save it as UTF-8');
  try {
    // The decoder removes the byte order mark.
    return new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(
      marked
        ? `it begins as ${marked.toUpperCase()}, but is damaged`
        : `line ${firstLineNotUtf8(bytes)} is not UTF-8: save the file as UTF-8`,
    );
  }
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let line = 1, start = 0; ; line++) {
    // In UTF-8, no byte of a longer character is a line feed.
    const end = bytes.indexOf(10, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
