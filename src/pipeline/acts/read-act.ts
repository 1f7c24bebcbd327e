/** Reads the file of an act. Its type is known by its first bytes, not by its name. */
import { createHash } from 'node:crypto';
import { decodeText } from '../text-file.ts';
import { UnreadableAct, type Act } from './act.ts';
import { decodeHtml, readHtml } from './html-act.ts';
import { readPdf } from './pdf-act.ts';
import { readPlainText } from './plain-text-act.ts';

/** Other bytes may precede the header of a PDF; readers search the first kilobyte. */
const HEADER_WITHIN = 1024;

/**
 * @param name of the file, for messages if the content has another type than the name says
 * @param encoding for text and HTML that does not give its own: "windows-1251"; the hash is always of the file's bytes
 * @throws UnreadableAct
 */
export async function readAct(bytes: Uint8Array, name: string, encoding?: string): Promise<Act> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const begin = Buffer.from(bytes.subarray(0, HEADER_WITHIN)).toString('latin1');
  if (begin.includes('%PDF-')) return { kind: 'PDF', sha256, ...(await readPdf(bytes)) };
  const isHtml = /^[^a-z<]*<(!doctype html|html|head|body|!--|\?xml)/i.test(begin);
  if (/\.pdf$/i.test(name))
    throw new UnreadableAct(
      `it is no PDF, though its name says so${isHtml ? ': it is a web page, perhaps one that says that there is no such file' : ''}`,
    );
  if (bytes.length === 0) throw new UnreadableAct('it is empty');
  const decoded = encoding === undefined ? undefined : new TextDecoder(encoding).decode(bytes);
  if (isHtml || /\.x?html?$/i.test(name)) return { kind: 'HTML', sha256, ...readHtml(decoded ?? decodeHtml(bytes)) };
  try {
    return { kind: 'text', sha256, ...readPlainText(decoded ?? decodeText(bytes)) };
  } catch (error) {
    throw new UnreadableAct(
      `it is neither a PDF nor HTML, and cannot be read as text: ${(error as Error).message}. If it is text in another encoding, name it with --encoding`,
    );
  }
}
