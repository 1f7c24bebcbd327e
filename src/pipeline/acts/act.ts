/**
 * An act that was read: pages of text blocks. The lines of a block follow each other, so that a word broken over a line
 * end can be joined.
 */

/** Lines below each other: a paragraph, a table cell, a column. Blocks side by side are never joined. */
export interface Block {
  lines: string[];
  /** The place of each line as a locator writes it: "p. 24", "paragraph 12", "line 7". */
  where: string[];
}

export interface Page {
  blocks: Block[];
}

export interface Act {
  kind: 'PDF' | 'HTML' | 'text';
  /** SHA-256 of the file's bytes, in lower-case hex. */
  sha256: string;
  pages: Page[];
  /** Notes on how it was read: headers left out, page numbers taken from the print. */
  notes: string[];
  /** Parts that could not be read, so that their content is not known. */
  unread: string[];
}

/** The file cannot be read as an act. The message gives the reason and a remedy. */
export class UnreadableAct extends Error {}
