/**
 * The order of names in a table: sorted by their reversed labels ("www.example.org" sorts as "org.example.www"), so
 * that all names under one parent are neighbours.
 */

/** Reverses the labels of a name. Applied twice, it gives the name back. */
export function reverseLabels(name: string): string {
  const dot = name.indexOf('.');
  if (dot < 0) return name;
  return name.indexOf('.', dot + 1) < 0
    ? `${name.slice(dot + 1)}.${name.slice(0, dot)}`
    : name.split('.').reverse().join('.');
}

/** Sorts names in table order and removes duplicates. */
export function sortNames(names: Iterable<string>): string[] {
  return Array.from(new Set(names), reverseLabels).sort().map(reverseLabels);
}
