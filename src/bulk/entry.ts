/** One host or address of an input, as it was written. */
export interface Entry {
  /** Line number from 1, as in an editor. */
  line: number;
  text: string;
}

/** Lines of an input that are no entries. */
export interface LeftLines {
  blank: number;
  comments: number;
  header: number;
}

export interface TableColumn {
  /** Its header, or "column 2" where the table has none. */
  name: string;
  /** Its first value. */
  sample: string;
}
