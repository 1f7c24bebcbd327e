/** Tables as text: columns for a terminal, or Markdown. */
export type Row = readonly (string | number)[];

export function textTable(rows: readonly Row[]): string {
  const widths = rows.reduce<number[]>(
    (widths, row) => row.map((cell, n) => Math.max(widths[n] ?? 0, String(cell).length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, n) =>
          typeof cell === 'number' ? String(cell).padStart(widths[n]!) : String(cell).padEnd(widths[n]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The first row is the head. */
export function markdownTable([head, ...rows]: readonly Row[]): string {
  const line = (row: Row) => `| ${row.map(cell).join(' | ')} |`;
  return [
    line(head!),
    `| ${head!.map((_, n) => (typeof rows[0]?.[n] === 'number' ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

const cell = (value: string | number) => escapeMarkdown(String(value)).replaceAll('\n', ' ');

/** Text of a record inside Markdown: nothing in it is markup, and no address or host becomes a link. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(HOST, (host) => `\`${host.replaceAll('\\', '')}\``);
}

/** Anything that a renderer could take for an address, with its scheme and path where it has them. */
const HOST = /(?:https?:\/\/)?(?:[\p{L}\p{N}_\\-]+\.)+[\p{L}][\p{L}\p{N}-]+(?:(?:[/?]|:\d)[^\s,;)]*)?/gu;
