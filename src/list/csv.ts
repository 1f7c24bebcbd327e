/** CSV (RFC 4180) for spreadsheets and statistics. */

/** Without it, Excel reads UTF-8 in the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** @param lines the first line has the names of the columns */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + lines.map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';

/**
 * A field, quoted if needed. A value that a spreadsheet would run as a formula gets an apostrophe in front; Excel takes
 * the wide forms of the signs for the same.
 */
export function cell(value: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
