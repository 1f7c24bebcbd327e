/**
 * Parses JSON written by people as strictly as possible: whatever the parser ignored would be a fact that somebody
 * meant to record.
 */

export type ReadJson = { value: unknown } | { problem: string };

/** @param bytes of a file; a byte order mark at the start is allowed */
export function readJson(bytes: Uint8Array): ReadJson {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { problem: 'is not UTF-8: save it as UTF-8' };
  }
}

export function parseJson(text: string): ReadJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `cannot be read as JSON: ${(error as Error).message}` };
  }
  const twice = firstKeyTwice(text);
  return twice === null
    ? { value }
    : { problem: `"${twice}" stands twice in one object, and only the last would count: keep one` };
}

/**
 * The first duplicate key in valid JSON. Uses a loop, because a regular expression overflows the stack on long strings.
 */
function firstKeyTwice(text: string): string | null {
  /** Keys seen in each open object; null for an array. */
  const open: (Set<string> | null)[] = [];
  let string = '';
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '"') {
      const begin = at++;
      while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      string = text.slice(begin, at + 1);
    } else if (c === '{') open.push(new Set());
    else if (c === '[') open.push(null);
    else if (c === '}' || c === ']') open.pop();
    else if (c === ':') {
      const key = JSON.parse(string) as string;
      if (open.at(-1)!.has(key)) return key;
      open.at(-1)!.add(key);
    }
  }
  return null;
}
