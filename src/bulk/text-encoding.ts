/**
 * Turns the bytes of a file into text, and says which encoding was taken and why. It never guesses in silence: a wrong
 * encoding makes other names of the names.
 */
import { say } from '../words/bulk.ts';
import { BadInput } from './bad-input.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

export interface Decoded {
  /** Without the byte order mark. */
  text: string;
  encoding: Encoding;
  /** A clause: "it begins with a byte order mark". */
  why: string;
}

/** The first bytes of other kinds of file, and what they are. */
type NoText = 'gzip' | 'zip' | 'pdf' | 'database' | 'picture' | 'program' | 'utf-32';
const NO_TEXT: readonly [string, NoText][] = [
  ['\x1F\x8B', 'gzip'],
  ['PK\x03\x04', 'zip'],
  ['%PDF', 'pdf'],
  ['SQLite format 3', 'database'],
  ['\x89PNG', 'picture'],
  ['\xFF\xD8\xFF', 'picture'],
  ['GIF8', 'picture'],
  ['\x7FELF', 'program'],
  ['\xFF\xFE\0\0', 'utf-32'],
];

const MARKS: readonly [string, Encoding][] = [
  ['\xEF\xBB\xBF', 'utf-8'],
  ['\xFF\xFE', 'utf-16le'],
  ['\xFE\xFF', 'utf-16be'],
];

/** Bytes at the beginning in which zeros show UTF-16 without a mark. */
const SAMPLE = 4096;

/** What a file that is no text is, and what to do; null for all others. */
export function notText(bytes: Uint8Array): string | null {
  const first = begin(bytes);
  const kind = NO_TEXT.find(([mark]) => first.startsWith(mark))?.[1];
  return kind ? say(kind) : null;
}

/** The encoding that the byte order mark names; null without a mark. */
export function markedEncoding(bytes: Uint8Array): Encoding | null {
  const first = begin(bytes);
  return MARKS.find(([mark]) => first.startsWith(mark))?.[1] ?? null;
}

const begin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 16));

/** @throws BadInput with what is wrong and in which line, if it is not text */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const wrong = notText(bytes);
  if (wrong) throw new BadInput(say('no-text', { kind: wrong }));
  const marked = markedEncoding(bytes);
  if (marked) return decodeAs(bytes, marked, say('by-mark'));
  const zeros = zeroSide(bytes);
  if (zeros) return decodeAs(bytes, zeros, say('by-zeros'));
  const binary = firstBinary(bytes);
  if (binary >= 0) throw new BadInput(say('binary', { line: lineOf(bytes, binary), code: `0x${hex(bytes[binary]!)}` }));
  try {
    return decodeAs(bytes, 'utf-8', say('by-bytes'));
  } catch {
    const line = firstLineNotUtf8(bytes);
    return decodeAs(bytes, 'windows-1251', say('by-line', { line }));
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, why: string): Decoded {
  try {
    // The decoder removes the byte order mark.
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, why };
  } catch {
    const as = { encoding: encoding.toUpperCase() };
    throw new BadInput(
      encoding === 'utf-8' ? say('damaged-line', { ...as, line: firstLineNotUtf8(bytes) }) : say('damaged', as),
    );
  }
}

/** UTF-16 of mostly Latin letters has a zero in every second byte, and none in the others. */
function zeroSide(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const half = Math.floor(sample.length / 2);
  if (half < 2) return null;
  if (zeros[1]! > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  return zeros[0]! > half * 0.7 && zeros[1] === 0 ? 'utf-16be' : null;
}

/** Index of the first byte that no text has (a control character but tab, line ends, form feed, escape and the old end-of-file mark); -1 for none. */
const firstBinary = (bytes: Uint8Array): number =>
  bytes.findIndex((byte) => byte < 9 || byte === 11 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32));

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

function lineOf(bytes: Uint8Array, index: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < index; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

/** Line number from 1. */
export function firstLineNotUtf8(bytes: Uint8Array): number {
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
