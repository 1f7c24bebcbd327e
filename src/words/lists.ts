/** Lists, counts and full stops. */

/** "a, b and c" */
export function listOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** "two"; from ten on in digits. */
export const countWords = (count: number): string => COUNTS[count] ?? String(count);

/** With a full stop at its end, unless it has a sign there. A closing bracket is none. */
export const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** With a capital at its start. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "3 lists"; "1 event is". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
