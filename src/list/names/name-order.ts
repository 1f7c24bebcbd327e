/**
 * The order of names in a table: that of their labels reversed ("www.example.org" sorts as "org.example.www"), so that
 * names below one parent stand together.
 */

/** The name with its labels in reverse order; doing it twice gives the name again. */
export function reverseLabels(name: string): string {
  const dot = name.indexOf('.');
  if (dot < 0) return name;
  return name.indexOf('.', dot + 1) < 0
    ? `${name.slice(dot + 1)}.${name.slice(0, dot)}`
    : name.split('.').reverse().join('.');
}

/** The names in table order, each once. */
export function sortNames(names: Iterable<string>): string[] {
  return Array.from(new Set(names), reverseLabels).sort().map(reverseLabels);
}
