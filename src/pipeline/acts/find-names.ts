/** Finds names of markets in an act: as whole words, as printed, also broken over a line end. */
import type { Act } from './act.ts';
import { plainLine } from './find-hosts.ts';

export interface FoundName {
  /** The name as the record has it. */
  name: string;
  where: string;
  line: string;
  /** Why a person must check it; null if it is printed clearly. */
  doubt: NameDoubt | null;
}

export type NameDoubt = 'word' | 'physical';

export const NAME_DOUBTS: Record<NameDoubt, string> = {
  word: 'weak: the name may be an ordinary word here',
  physical: 'weak: it stands in the part about physical markets',
};

/** A single word up to this length without inner capitals may be a common word of the language. */
const LONGEST_WORD = 8;
/** Capitals alone: BTV, KAT. */
const LONGEST_ABBREVIATION = 4;

/**
 * Headings of a list's parts. A table-of-contents line ends with a page number; a sentence has a verb and a full stop.
 */
const PHYSICAL = /\bphysical (?:market|marketplace)s?\b/i;
const ONLINE = /\b(?:online|internet|virtual|digital) (?:market|marketplace)s?\b|\bmarkets on the internet\b/i;
const isHeading = (line: string): boolean =>
  line.length <= 60 && !/[.;,:]$|\d$|\.{4}/.test(line.trim()) && /^\P{Ll}/u.test(line.trim());

interface Sought {
  name: string;
  pattern: RegExp;
  /** False for names spelt like common words. */
  isSpelt: (printed: string) => boolean;
  /** Lower-case text that must be present before the pattern is tried. */
  hint: string;
  isWord: boolean;
}

/** @param names as records have them; a note like "(address not printed)" is ours and is ignored */
export function findNames(act: Act, names: Iterable<string>): FoundName[] {
  const sought = [...new Set(names)].flatMap(soughtName);
  const passages = passagesOf(act);
  const common = new Set(
    passages.flatMap(({ readings }) =>
      readings.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? []),
    ),
  );
  return passages.flatMap(({ readings, isPhysical }) =>
    sought.flatMap(({ name, pattern, isSpelt, hint, isWord }): FoundName[] => {
      const found = new Map<string, string>();
      for (const { text, lower, whereAt } of readings) {
        if (!lower.includes(hint)) continue;
        for (const { 0: printed, index } of text.matchAll(pattern)) {
          const where = whereAt(index);
          if (isSpelt(printed) && !found.has(where)) found.set(where, excerpt(text, index));
        }
      }
      const doubt = isPhysical ? 'physical' : isWord || common.has(name.toLowerCase()) ? 'word' : null;
      return [...found].map(([where, line]) => ({ name, where, line, doubt }));
    }),
  );
}

/** A block as one line of text. */
interface Reading {
  text: string;
  lower: string;
  /** The place of the line at a position of the text. */
  whereAt: (index: number) => string;
}

/** Each block is read twice: a hyphen at a line end may or may not belong to the word. */
function passagesOf(act: Act): { readings: Reading[]; isPhysical: boolean }[] {
  let isPhysical = false;
  return act.pages.flatMap(({ blocks }) =>
    blocks.map((block) => {
      const lines = block.lines.map((line) => plainLine(line).replace(/\s+/g, ' ').trim());
      const [first = ''] = lines;
      if (isHeading(first)) isPhysical = PHYSICAL.test(first) || (isPhysical && !ONLINE.test(first));
      const isBroken = lines.some((line) => /[\u00AD-]$/.test(line));
      return {
        readings: [true, ...(isBroken ? [false] : [])].map((keepsHyphens) =>
          readingOf(lines, block.where, keepsHyphens),
        ),
        isPhysical,
      };
    }),
  );
}

function readingOf(lines: readonly string[], where: readonly string[], keepsHyphens: boolean): Reading {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    const isBroken = /[\u00AD-]$/.test(line);
    text += isBroken ? (keepsHyphens ? line.replace(/\u00AD$/, '') : line.slice(0, -1)) : `${line} `;
  }
  return {
    text,
    lower: text.toLowerCase(),
    whereAt: (index) =>
      where[
        Math.max(
          0,
          starts.findLastIndex((start) => start <= index),
        )
      ]!,
  };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Removes our own note after a name: "(address not printed)". */
export const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/ \(address not printed\)$/, '')
    .replace(/\s+/g, ' ')
    .trim();

function soughtName(name: string): Sought[] {
  const bare = bareName(name);
  if ([...bare].length < 2) return [];
  const isWord =
    /^\p{L}+$/u.test(bare) &&
    ((/^\p{L}\p{Ll}*$/u.test(bare) && bare.length <= LONGEST_WORD) ||
      (bare === bare.toUpperCase() && bare !== bare.toLowerCase() && bare.length <= LONGEST_ABBREVIATION));
  const words = bare.split(' ');
  const isPlain = /^\p{L}\p{Ll}*$/u.test(bare);
  // Not inside a longer word or host: "Rapid" is not "Rapid.example", "RapidShare" or "rapid-share".
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_@]|[\\p{L}\\p{N}][.-])${words.map(escape).join('[ -]')}(?![\\p{L}\\p{N}_@]|[.-][\\p{L}\\p{N}])`,
    'giu',
  );
  const isSpelt = (printed: string): boolean => {
    // "TaoBao" and "TAOBAO" are the market Taobao; "rapid" is not the market Rapid.
    if (isWord || isPlain) return /^\P{Ll}/u.test(printed);
    return words.length === 1 || bare === bare.toLowerCase() || printed !== printed.toLowerCase();
  };
  return [{ name, pattern, isSpelt, hint: [...words].sort((a, b) => b.length - a.length)[0]!.toLowerCase(), isWord }];
}

const AROUND = 60;

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - AROUND);
  return `${from ? '…' : ''}${text.slice(from, at + AROUND)}${at + AROUND < text.length ? '…' : ''}`;
}
