/** Reads acts in PDF: pdf.js gives the text of each page, which is put back into lines and columns. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { UnreadableAct, type Act, type Page } from './act.ts';
import { blocksOf, piecesOf, type Item, type Piece } from './page-layout.ts';
import { printedPageNumbers, withoutRunningHeads } from './running-heads.ts';

/** With a larger share of unreadable characters, a page counts as having no text. */
const MOST_UNREADABLE = 0.2;
const UNREADABLE = /[\p{Co}\p{Cn}\uFFFD]|(?![\t\n\r])\p{Cc}/gu;

/** @throws UnreadableAct if it is locked, damaged, or has no text at all */
export async function readPdf(bytes: Uint8Array): Promise<Pick<Act, 'pages' | 'notes' | 'unread'>> {
  // Loaded only for PDFs: pdf.js is large, and no other command needs it.
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // pdf.js takes ownership of the bytes, so give it a copy.
    data: Uint8Array.from(bytes),
    // Chinese, Japanese and Korean fonts need the character maps that come with the library.
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((error: Error) => {
      throw new UnreadableAct(
        error.name === 'PasswordException'
          ? 'it is locked with a password: get a copy that opens without one'
          : `it is damaged or cut short and cannot be read as a PDF (${error.message})`,
      );
    });
    return await readPages(document, (page) =>
      hasPictures(page, [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]),
    );
  } finally {
    await task.destroy();
  }
}

async function readPages(
  document: PDFDocumentProxy,
  isPicture: (page: PDFPageProxy) => Promise<boolean>,
): Promise<Pick<Act, 'pages' | 'notes' | 'unread'>> {
  const layouts: { pieces: Piece[]; height: number }[] = [];
  const pictures: number[] = [];
  const garbled: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { height, items } = await itemsOf(page);
    const text = items.map((item) => item.text).join('');
    const isGarbled = (text.match(UNREADABLE)?.length ?? 0) > text.length * MOST_UNREADABLE;
    if (isGarbled) garbled.push(number);
    else if (!text.trim() && (await isPicture(page))) pictures.push(number);
    layouts.push({ pieces: isGarbled ? [] : piecesOf(items), height });
    page.cleanup();
  }
  const empty = layouts.every(({ pieces }) => !pieces.length);
  if (empty && garbled.length)
    throw new UnreadableAct(
      'its fonts do not say which characters they draw, so its text cannot be read: have it recognised (OCR) first',
    );
  if (empty && pictures.length)
    throw new UnreadableAct(
      `it is a scan: ${count(document.numPages, 'page')} of pictures and no text. Have its text recognised (OCR) and read that, as a copy of the act`,
    );
  if (empty) throw new UnreadableAct(`it has ${count(document.numPages, 'page')} and no text`);
  const labels = printedPageNumbers(layouts, await document.getPageLabels());
  const { pages, left } = withoutRunningHeads(layouts);
  return {
    pages: pages.map((pieces, n): Page => ({ blocks: blocksOf(pieces, `p. ${labels.numbers[n]!}`) })),
    notes: [
      ...labels.notes,
      ...left.map((text) => `“${text}” stands at the head or foot of most pages: it counts where it stands first`),
    ],
    unread: [
      ...(pictures.length ? [`${pagesWords(pictures)} of the file: a picture without text`] : []),
      ...(garbled.length
        ? [`${pagesWords(garbled)} of the file: its fonts do not say which characters they draw`]
        : []),
    ],
  };
}

/** Positions in points from the upper left corner of the page as a reader sees it. */
async function itemsOf(page: PDFPageProxy): Promise<{ height: number; items: Item[] }> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number];
  const { items } = await page.getTextContent();
  return {
    height,
    items: items.flatMap((item) => {
      if (!('str' in item) || !item.str) return [];
      const [p, q, , , x, y] = item.transform as [number, number, number, number, number, number];
      // Skip vertical text: it belongs to no line.
      if (Math.abs(b * p + d * q) > Math.abs(a * p + c * q)) return [];
      return [
        {
          text: item.str,
          x: a * x + c * y + e,
          y: b * x + d * y + f,
          width: item.width,
          size: item.height || Math.hypot(p, q),
        },
      ];
    }),
  };
}

async function hasPictures(page: PDFPageProxy, operators: readonly number[]): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operator) => operators.includes(operator));
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** "page 3", "pages 3-5 and 9" */
function pagesWords(numbers: readonly number[]): string {
  const runs = numbers.reduce<[number, number][]>((runs, n) => {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
    return runs;
  }, []);
  const words = runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return `${numbers.length === 1 ? 'page' : 'pages'} ${words.join(', ')}`;
}
