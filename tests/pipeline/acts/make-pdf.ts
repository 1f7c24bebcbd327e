/** Makes small PDFs with the difficult cases of real acts. */
import { PDFDocument, StandardFonts } from 'pdf-lib';

export interface Printed {
  text: string;
  /** In points, from the left and from the top of the page. */
  x: number;
  y: number;
  size?: number;
}

export const WIDTH = 595;
export const HEIGHT = 842;

/** @param pages the texts of each page; 'picture' makes a page that is only an image */
export async function makePdf(pages: readonly (readonly Printed[] | 'picture')[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const dot = await document.embedPng(PIXEL);
  for (const printed of pages) {
    const page = document.addPage([WIDTH, HEIGHT]);
    if (printed === 'picture') page.drawImage(dot, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
    else for (const { text, x, y, size = 11 } of printed) page.drawText(text, { x, y: HEIGHT - y, size, font });
  }
  return document.save();
}

/** Lines one below the other. */
export const lines = (texts: readonly string[], { x = 70, y = 120, size = 11, leading = 14 } = {}): Printed[] =>
  texts.map((text, n) => ({ text, x, y: y + n * leading, size }));

/** A PDF that needs a password; the empty password is wrong. */
export function lockedPdf(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<61><61>] >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
