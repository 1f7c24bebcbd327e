/** Filters and order of what the search found, with the number of entries behind each value. Pure. */
import { compareDates } from '../../list/dates.ts';
import type { Entry, Fact } from './entries.ts';

/** About the entry itself. */
const OF_ENTRY = ['kind', 'category', 'status'] as const;
/** About its facts: all that are chosen must hold of one and the same fact. */
const OF_FACT = ['series', 'jurisdiction', 'act', 'known'] as const;
export const FILTERS = [...OF_ENTRY, ...OF_FACT] as const;
export type Filter = (typeof FILTERS)[number];

export const SORTS = ['best', 'newest', 'oldest', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export interface Choice {
  filters: Partial<Record<Filter, string>>;
  /** Years, '' for none. */
  from: string;
  to: string;
  sort: Sort;
}

export function choiceOf(chosen: Readonly<Record<string, string>>): Choice {
  const sort = chosen['sort'] as Sort;
  return {
    filters: Object.fromEntries(FILTERS.flatMap((filter) => (chosen[filter] ? [[filter, chosen[filter]]] : []))),
    from: yearIn(chosen['from']),
    to: yearIn(chosen['to']),
    sort: SORTS.includes(sort) ? sort : 'best',
  };
}
const yearIn = (text = ''): string => (/^\d{4}$/.test(text) ? text : '');

/** The statuses of an entry's domains; computed only where they are asked for, as that takes its time. */
export type StatusesOf = (entry: Entry) => readonly string[];

export const filtered = (found: readonly Entry[], choice: Choice, statuses: StatusesOf): Entry[] =>
  found.filter((entry) => fitsEntry(entry, choice, statuses) && fitsSomeFact(entry, choice));

/** How many of the entries found have each value, with all other filters applied. Values without an entry are absent. */
export function countsOf(
  found: readonly Entry[],
  choice: Choice,
  filter: Filter | 'year',
  statuses: StatusesOf,
): Map<string, number> {
  const others: Choice =
    filter === 'year'
      ? { ...choice, from: '', to: '' }
      : { ...choice, filters: { ...choice.filters, [filter]: undefined } };
  const counts = new Map<string, number>();
  for (const entry of found) {
    if (!fitsEntry(entry, others, statuses)) continue;
    for (const value of new Set(valuesOf(entry, filter, others, statuses)))
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function valuesOf(
  entry: Entry,
  filter: Filter | 'year',
  choice: Choice,
  statuses: StatusesOf,
): readonly (string | undefined)[] {
  if (isOfEntry(filter)) {
    if (!fitsSomeFact(entry, choice)) return [];
    return filter === 'status' ? statuses(entry) : [entry[filter]];
  }
  return entry.facts.filter((fact) => fitsFact(fact, choice)).map((fact) => fact[filter]);
}

const isOfEntry = (filter: Filter | 'year'): filter is (typeof OF_ENTRY)[number] =>
  (OF_ENTRY as readonly string[]).includes(filter);

const fitsEntry = (entry: Entry, { filters: { kind, category, status } }: Choice, statuses: StatusesOf): boolean =>
  (!kind || entry.kind === kind) &&
  (!category || entry.category === category) &&
  (!status || statuses(entry).includes(status));

const fitsSomeFact = (entry: Entry, choice: Choice): boolean =>
  (!choice.from && !choice.to && !OF_FACT.some((filter) => choice.filters[filter])) ||
  entry.facts.some((fact) => fitsFact(fact, choice));

const fitsFact = (fact: Fact, { filters, from, to }: Choice): boolean =>
  OF_FACT.every((filter) => !filters[filter] || fact[filter] === filters[filter]) &&
  (!from || (fact.year !== '' && fact.year >= from)) &&
  (!to || (fact.year !== '' && fact.year <= to));

/** `best` is the order of the search itself; without a query, the newest comes first. */
export function sorted(entries: readonly Entry[], sort: Sort, hasQuery: boolean): readonly Entry[] {
  if (sort === 'best' && hasQuery) return entries;
  const byName = (a: Entry, b: Entry) => a.title.localeCompare(b.title, 'en');
  if (sort === 'name') return [...entries].sort(byName);
  const direction = sort === 'oldest' ? 1 : -1;
  return [...entries].sort(
    (a, b) => Number(!a.date) - Number(!b.date) || direction * compareDates(a.date, b.date) || byName(a, b),
  );
}
