/** Reads the addresses of bookmarks that a browser exported as HTML (the Netscape bookmark format). */
import { LineCounter } from './line-counter.ts';
import type { Entry } from './entry.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The `HREF` of each `<A>`, also of those that are no web address. */
export function readBookmarks(html: string): Entry[] {
  const lines = new LineCounter(html);
  return [...html.matchAll(/<a\s[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)].map((found) => ({
    line: lines.lineAt(found.index),
    text: unescapeHtml(found[1] ?? found[2] ?? found[3]!),
  }));
}

const unescapeHtml = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
