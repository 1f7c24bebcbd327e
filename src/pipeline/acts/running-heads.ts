/**
 * Headers and footers of pages: repeated titles would be found on every page, and page numbers are needed for locators.
 */
import type { Piece } from './page-layout.ts';

interface Layout {
  pieces: readonly Piece[];
  height: number;
}

/** Fraction of the page at its top and bottom. */
const MARGIN = 0.1;
const FEWEST_PAGES = 3;
const MOST_PAGES_SHARE = 0.8;

const isMarginal = (piece: Piece, height: number): boolean =>
  piece.y < height * MARGIN || piece.y > height * (1 - MARGIN);
const plain = (piece: Piece): string => piece.text.replace(/\d+/g, '#').trim();

/**
 * @returns the pieces of each page without repeated headers, and these headers. The first occurrence of a header stays
 */
export function withoutRunningHeads(layouts: readonly Layout[]): { pages: Piece[][]; left: string[] } {
  const pagesOf = new Map<string, number>();
  for (const { pieces, height } of layouts)
    for (const text of new Set(pieces.filter((piece) => isMarginal(piece, height)).map(plain)))
      pagesOf.set(text, (pagesOf.get(text) ?? 0) + 1);
  const withText = layouts.filter(({ pieces }) => pieces.length).length;
  const heads = new Set(
    [...pagesOf].flatMap(([text, pages]) => (pages >= FEWEST_PAGES && pages > withText / 2 ? [text] : [])),
  );
  const first = new Map<string, string>();
  const pages = layouts.map(({ pieces, height }) =>
    pieces.filter((piece) => {
      const text = plain(piece);
      if (!heads.has(text) || !isMarginal(piece, height)) return true;
      if (first.has(text)) return false;
      first.set(text, piece.text);
      return true;
    }),
  );
  // A bare page number is no header text.
  return { pages, left: [...first].flatMap(([text, printed]) => (/\p{L}/u.test(text) ? [printed] : [])) };
}

/** "24", "- 24 -", "Page 24 of 61" alone in the margin. */
const NUMBER = /^(?:\p{L}+\.? )?[-–—|[(]?\s*(\d{1,4})\s*[-–—|\])]?(?: ?(?:of|av|de|von|\/) ?\d+)?$/iu;

/**
 * The page numbers that people cite: those in the file's page labels; else the printed ones, if nearly all have the
 * same offset from the position in the file; else the position in the file.
 * @param given the file's page labels, null if it has none
 */
export function printedPageNumbers(
  layouts: readonly Layout[],
  given: readonly string[] | null,
): { numbers: string[]; notes: string[] } {
  const places = layouts.map((_, n) => n + 1);
  if (
    given &&
    given.length === layouts.length &&
    given.every((label) => label.trim()) &&
    new Set(given).size === given.length &&
    given.some((label, n) => label !== String(n + 1))
  )
    return { numbers: [...given], notes: ['pages are numbered as the file labels them, not by their place in it'] };
  const votes = new Map<number, number>();
  let numbered = 0;
  layouts.forEach(({ pieces, height }, n) => {
    const found = pieces
      .filter((piece) => isMarginal(piece, height))
      .flatMap((piece) => NUMBER.exec(piece.text.trim())?.[1] ?? []);
    const behind = new Set(found.map((number) => n + 1 - Number(number)));
    if (behind.size) numbered++;
    for (const by of behind) votes.set(by, (votes.get(by) ?? 0) + 1);
  });
  const [by, agreed] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (by <= 0 || agreed < FEWEST_PAGES || agreed < numbered * MOST_PAGES_SHARE || agreed < layouts.length / 2)
    return { numbers: places.map(String), notes: [] };
  return {
    numbers: places.map((place) => (place > by ? String(place - by) : `${place} of the file`)),
    notes: [`pages are numbered as printed: page 1 is the ${ordinal(by + 1)} of the file`],
  };
}

const ordinal = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
