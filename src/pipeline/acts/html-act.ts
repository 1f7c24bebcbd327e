/**
 * Reads acts in HTML: the text that a reader sees. parse5 parses broken pages as browsers do, runs no script and loads
 * nothing.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { decodeText } from '../text-file.ts';
import type { Act, Block } from './act.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements that are not shown or not part of the act. */
const PASSED_OVER = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'svg',
  'nav',
  'footer',
  'aside',
  'select',
  'button',
]);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong tt u var wbr'.split(
    ' ',
  ),
);
/** A footnote mark is not part of the word before it. */
const APART = new Set(['sup', 'sub']);
const HEADING = /^h[1-6]$/;
/** "12.", "[12]", "12)": paragraph numbers in judgments. */
const PARAGRAPH = /^\[?(\d{1,4})[.\])](?:\s|$)/;
/** Longest heading used in a locator. */
const HEADING_IN_LOCATOR = 60;

/** @throws UnreadableAct if the encoding is not known */
export function decodeHtml(bytes: Uint8Array): string {
  const begin = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const marked = /^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/.test(begin);
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(begin)?.[1];
  if (!marked && declared && !/^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      // An unknown encoding: try the usual ones.
    }
  }
  try {
    return decodeText(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function readHtml(html: string): Pick<Act, 'pages' | 'notes' | 'unread'> {
  const blocks: Block[] = [];
  let lines = [''];
  let heading = '';
  let paragraph = '';
  let number = 0;
  const end = (isHeading = false) => {
    const content = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
    lines = [''];
    if (!content.length) return;
    number++;
    const text = content.join(' ');
    paragraph = PARAGRAPH.exec(text)?.[1] ?? (isHeading ? '' : paragraph);
    if (isHeading) heading = text.length > HEADING_IN_LOCATOR ? '' : text;
    const place = paragraph
      ? `paragraph ${paragraph}`
      : heading
        ? `under "${heading.replaceAll('"', "'")}"`
        : `passage ${number}`;
    blocks.push({ lines: content, where: content.map(() => place) });
  };
  const walk = (node: Node): void => {
    if (node.nodeName === '#text') {
      lines[lines.length - 1] += (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ');
      return;
    }
    if (!('tagName' in node) || PASSED_OVER.has(node.tagName) || isHidden(node)) return;
    const name = node.tagName;
    if (name === 'br') lines.push('');
    else if (name === 'pre') {
      end();
      lines = textOf(node).split('\n');
      end();
    } else if (INLINE.has(name)) node.childNodes.forEach(walk);
    else if (APART.has(name)) {
      lines[lines.length - 1] += ' ';
      node.childNodes.forEach(walk);
      lines[lines.length - 1] += ' ';
    } else {
      end();
      node.childNodes.forEach(walk);
      end(HEADING.test(name));
    }
  };
  parse(html).childNodes.forEach(walk);
  end();
  return { pages: [{ blocks }], notes: [], unread: [] };
}

const isHidden = ({ attrs }: DefaultTreeAdapterTypes.Element): boolean =>
  attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display:\s*none/i.test(value)));

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
