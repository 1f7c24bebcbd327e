/** Formats places in an act as a locator writes them. */
import { shortened } from '../../list/runs.ts';

/** At most this many places are listed; the rest is counted. */
const MOST = 5;

/** "p. 3", "pp. 3, 12 and 26-31", "lines 4 and 7" */
export function placesWords(places: readonly string[]): string {
  const unique = [...new Set(places)];
  const [word, words] = NUMBERED.find(
    ([word]) => unique.length > 1 && unique.every((place) => place.startsWith(word)),
  ) ?? ['', ''];
  const all = word
    ? shortened(
        unique.map((place) => place.slice(word.length)),
        '-',
      )
    : unique;
  const shown = all.length > MOST + 1 ? [...all.slice(0, MOST), `${all.length - MOST} more`] : all;
  const list = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0]!;
  return `${words}${list}`;
}

const NUMBERED = [
  ['p. ', 'pp. '],
  ['line ', 'lines '],
  ['paragraph ', 'paragraphs '],
] as const;
