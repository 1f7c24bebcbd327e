/** Names of markets in an act: as whole words, as they are printed, also broken over a line. */
import type { Act, Block } from './act.ts';
import { plainLine } from './find-hosts.ts';

export interface FoundName {
  /** As the record has it. */
  name: string;
  where: string;
  line: string;
  /** Why a person must look before anything rests on it. */
  doubt: NameDoubt | null;
}

export type NameDoubt = 'word' | 'physical';

export const NAME_DOUBTS: Record<NameDoubt, string> = {
  word: 'weak: the name may be an ordinary word here',
  physical: 'weak: it stands in the part about physical markets',
};

/** One word of letters, with no capital inside, and no longer than this may be a word of the language. */
const LONGEST_WORD = 8;
/** Capitals alone: BTV, KAT. */
const LONGEST_ABBREVIATION = 4;

/** Headings of the parts of a list. A line of contents leads to a page number, and a sentence has a verb and an end. */
const PHYSICAL = /\bphysical (?:market|marketplace)s?\b/i;
const ONLINE = /\bonline (?:market|marketplace)s?\b/i;
const isHeading = (line: string): boolean => line.length <= 60 && !/[.;,:]$|\d$|\.{4}/.test(line.trim()) && /^\P{Ll}/u.test(line.trim());

interface Sought {
  name: string;
  pattern: RegExp;
  /** False of what is spelt like common words. */
  isSpelt: (printed: string) => boolean;
  /** A part that must stand in the text for the pattern to be tried, in lower case. */
  hint: string;
  isWord: boolean;
}

/** @param names as records have them; "(address not printed)" and the like is ours */
export function findNames(act: Act, names: Iterable<string>): FoundName[] {
  const sought = [...new Set(names)].flatMap(soughtName);
  const passages = passagesOf(act);
  const lower = new Set(passages.flatMap(({ texts }) => texts.flatMap((text) => text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? [])));
  return passages.flatMap(({ block, texts, isPhysical }) => {
    const small = texts.map((text) => text.toLowerCase());
    return sought.flatMap(({ name, pattern, isSpelt, hint, isWord }): FoundName[] => {
      const hits = texts.flatMap((text, n) =>
        small[n]!.includes(hint) ? [...text.matchAll(pattern)].map(({ 0: printed, index }) => ({ text, printed, index })) : [],
      );
      const hit = hits.find(({ printed }) => isSpelt(printed));
      if (!hit) return [];
      const doubt = isPhysical ? 'physical' : isWord || lower.has(name.toLowerCase()) ? 'word' : null;
      return [{ name, where: block.where, line: excerpt(hit.text, hit.index), doubt }];
    });
  });
}

/** Each block with its readings as one line: a hyphen at the end of a line belongs to the word, or does not. */
function passagesOf(act: Act): { block: Block; texts: string[]; isPhysical: boolean }[] {
  let isPhysical = false;
  return act.pages.flatMap(({ blocks }) =>
    blocks.map((block) => {
      const lines = block.lines.map(plainLine);
      const [first = ''] = lines;
      if (isHeading(first)) isPhysical = PHYSICAL.test(first) || (isPhysical && !ONLINE.test(first));
      const text = lines.join('\n');
      const readings = [text.replace(/\u00AD\n/g, '').replace(/-\n/g, '-'), text.replace(/[\u00AD-]\n/g, '')];
      return { block, texts: [...new Set(readings.map((each) => each.replace(/\s+/g, ' ')))], isPhysical };
    }),
  );
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Without what we say of a market behind its name: "(address not printed)". */
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
  // Not a part of a longer word or of a host: "Rapid" is not "Rapid.example", "RapidShare" or "rapid-share".
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_@]|[\\p{L}\\p{N}][.-])${words.map(escape).join('[ -]')}(?![\\p{L}\\p{N}_@]|[.-][\\p{L}\\p{N}])`, 'giu');
  const isSpelt = (printed: string): boolean => {
    const isCapital = /^\P{Ll}/u.test(printed);
    if (isWord) return isCapital && (printed.slice(1) === bare.slice(1) || printed === bare.toUpperCase());
    if (isPlain) return isCapital;
    return words.length === 1 || bare === bare.toLowerCase() || printed !== printed.toLowerCase();
  };
  return [{ name, pattern, isSpelt, hint: [...words].sort((a, b) => b.length - a.length)[0]!.toLowerCase(), isWord }];
}

const AROUND = 60;

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - AROUND);
  return `${from ? '…' : ''}${text.slice(from, at + AROUND)}${at + AROUND < text.length ? '…' : ''}`;
}
