/** Reads files written by others. */
import { readFileSync } from 'node:fs';
import { firstLineNotUtf8, markedEncoding, notText } from '../bulk/text-encoding.ts';
import { UsageError } from './command.ts';

/** What messages call a file, or standard input. */
export const shownPath = (path: string | 0): string => (path === 0 ? 'standard input' : path);

/**
 * @param path a file, or 0 for standard input
 * @throws UsageError with the cause if it cannot be read
 */
export function readBytes(path: string | 0): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(
      `${shownPath(path)}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`,
    );
  }
}

/**
 * Reads a text in UTF-8, or in another Unicode encoding with a byte order mark.
 * @param path a file, or 0 for standard input
 * @throws UsageError with the cause if it is not such text
 */
export function readText(path: string | 0): string {
  const bytes = readBytes(path);
  try {
    return decodeText(bytes);
  } catch (error) {
    throw new UsageError(`${shownPath(path)}: ${(error as Error).message}`);
  }
}

/** @throws Error with the cause in words */
export function decodeText(bytes: Uint8Array): string {
  const wrong = notText(bytes);
  if (wrong) throw new Error(wrong);
  const encoding = markedEncoding(bytes) ?? 'utf-8';
  if (encoding === 'utf-8' && bytes.includes(0))
    throw new Error('it holds zero bytes: if it is UTF-16 without a byte-order mark, save it as UTF-8');
  try {
    // The decoder removes the byte order mark.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(
      encoding !== 'utf-8'
        ? `it begins as ${encoding.toUpperCase()}, but is damaged`
        : `line ${firstLineNotUtf8(bytes)} is not UTF-8: save the file as UTF-8`,
    );
  }
}
