/**
 * The address of a view inside the explorer: what stands after "#". It never leaves the browser, names a place, perhaps
 * one record, and what the reader chose there: "#market/some-market?asOf=2020-01-01". Pure.
 */
import { isPartialDate } from '../list/dates.ts';

export interface Route {
  /** As places.tsx names it. */
  place: string;
  /** Id of a record; '' for none. */
  id: string;
  /** What was chosen, as text. Empty values are left out of the address. */
  chosen: Readonly<Record<string, string>>;
}

/** @param hash with or without the "#" in front; anything that cannot be read is left out */
export function routeOf(hash: string, first: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [place = '', id = ''] = path.split('/').map(decoded);
  return { place: place || first, id, chosen: Object.fromEntries(new URLSearchParams(query)) };
}

/** A percent sign without its digits stays as it is: an address can be typed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a route: "#" and what follows. */
export function hashOf({ place, id, chosen }: Route): string {
  const parameters = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''));
  const query = parameters.toString();
  return `#${place}${id && `/${encodeURIComponent(id)}`}${query && `?${query}`}`;
}

/** The day of every view, YYYY-MM-DD: the one in the address if it is a past day, else today. */
export function dayOf({ chosen }: Route, today: string): string {
  const day = chosen['asOf'] ?? '';
  return day.length === 10 && isPartialDate(day) && day < today ? day : today;
}
