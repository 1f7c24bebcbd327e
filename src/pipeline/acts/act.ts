/**
 * An act as it was read: pages, each of blocks whose lines follow each other, so that what was broken over a line can
 * be put together.
 */

/**
 * Lines that stand one below the other: a paragraph, a cell of a table, a column. Blocks side by side are never joined.
 */
export interface Block {
  lines: string[];
  /** Where each of its lines stands, as a locator says it: "p. 24", "paragraph 12", "line 7". */
  where: string[];
}

export interface Page {
  blocks: Block[];
}

export interface Act {
  kind: 'PDF' | 'HTML' | 'text';
  /** Of the file's bytes, lower-case hex. */
  sha256: string;
  pages: Page[];
  /** What the reader of the act should know of how it was read: headers left out, page numbers taken from the print. */
  notes: string[];
  /** Parts that could not be read: what the act says there is not known. */
  unread: string[];
}

/** The file as a whole cannot be read as an act; the message says why, and what to do. */
export class UnreadableAct extends Error {}
