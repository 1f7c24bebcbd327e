/** Reads acts as plain text. A form feed begins a page, as PDF-to-text programs write it. */
import type { Act, Block, Page } from './act.ts';

/** A wider gap separates two columns. */
const COLUMN_GAP = /\S {3,}(?=\S)|\S\t+(?=\S)/g;

export function readPlainText(text: string): Pick<Act, 'pages' | 'notes' | 'unread'> {
  const pages = text.split('\f');
  if (pages.length > 1 && pages.at(-1)!.trim() === '') pages.pop();
  const paged = pages.length > 1;
  let line = 0;
  const read = pages.map((page, n): Page => {
    const open: Column[] = [];
    const blocks: Block[] = [];
    for (const text of page.split(/\r\n?|\n/)) {
      line++;
      const where = paged ? `p. ${n + 1}` : `line ${line}`;
      const cells = cellsOf(text);
      if (!cells.length) open.length = 0;
      const next = cells.map(({ at, text }): Column => {
        const above =
          cells.length === 1 && open.length === 1 ? open[0] : open.find((column) => Math.abs(column.at - at) <= 1);
        if (above) {
          above.block.lines.push(text);
          above.block.where.push(where);
          return { at, block: above.block };
        }
        const block = { lines: [text], where: [where] };
        blocks.push(block);
        return { at, block };
      });
      if (next.length) open.splice(0, open.length, ...next);
    }
    return { blocks };
  });
  return { pages: read, notes: [], unread: [] };
}

interface Column {
  at: number;
  block: Block;
}

function cellsOf(line: string): { at: number; text: string }[] {
  const cells: { at: number; text: string }[] = [];
  let begin = 0;
  const add = (end: number) => {
    const text = line.slice(begin, end);
    if (text.trim()) cells.push({ at: begin + (text.length - text.trimStart().length), text: text.trim() });
    begin = end;
  };
  for (const gap of line.matchAll(COLUMN_GAP)) add(gap.index + gap[0].length);
  add(line.length);
  return cells;
}
