/** Places in an act, in the words of a locator. */

/** More than this, and the rest is counted: a locator leads to a passage, it is no index. */
const MOST = 5;

/** "p. 3", "pp. 3, 12 and 26-31", "paragraph 4, under "Schedule" and 2 more" */
export function placesWords(places: readonly string[]): string {
  const unique = [...new Set(places)];
  const pages = unique.length > 1 && unique.every((place) => place.startsWith('p. '));
  const all = pages ? runs(unique.map((place) => place.slice(3))) : unique;
  const shown = all.length > MOST + 1 ? [...all.slice(0, MOST), `${all.length - MOST} more`] : all;
  const list = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0]!;
  return pages ? `pp. ${list}` : list;
}

/** Three pages and more that follow each other are said as "26-31". */
function runs(pages: readonly string[]): string[] {
  const groups: string[][] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (last && /^\d+$/.test(page) && Number(page) === Number(last.at(-1)) + 1) last.push(page);
    else groups.push([page]);
  }
  return groups.flatMap((group) => (group.length > 2 ? [`${group[0]}-${group.at(-1)}`] : group));
}
