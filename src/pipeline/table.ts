/** Tables as text, in columns for a terminal or as Markdown. */
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

/** The first row is the header. */
export function markdownTable([head, ...rows]: readonly Row[]): string {
  const line = (row: Row) => `| ${row.map(cell).join(' | ')} |`;
  return [
    line(head!),
    `| ${head!.map((_, n) => (typeof rows[0]?.[n] === 'number' ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

const cell = (value: string | number) => escapeMarkdown(String(value)).replaceAll('\n', ' ');

/** Escapes a record's text for Markdown: no markup, and no address or host becomes a link. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(HOST, (host) => `\`${host.replaceAll('\\', '')}\``);
}

/** Anything that a renderer could turn into a link. */
const HOST = /(?:https?:\/\/)?(?:[\p{L}\p{N}_\\-]+\.)+[\p{L}][\p{L}\p{N}-]+(?:(?:[/?]|:\d)[^\s,;)]*)?/gu;
