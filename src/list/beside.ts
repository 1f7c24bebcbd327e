/**
 * What the record holds beside a host that it does not name: addresses next to it, and names that were printed without
 * any address. None of it flags a site; it keeps "not named" from denying what is on record.
 */
import { displayName } from './names/display-name.ts';
import { covers } from './names/host.ts';
import type { Market, MarketDomain } from './records.ts';

/** A market of which no address is on record. */
export interface NameWithoutAddress {
  name: string;
  by: readonly NamedBy[];
  /** The date of the newest report that it closed. */
  closed?: string;
}

export interface NamedBy {
  /** Label of a series: "USTR list". */
  label: string;
  /** The newest event of this series is a report of its removal. */
  removed?: { edition?: string | undefined; date: string };
}

export interface Beside {
  /** Entries for one host exactly, or for a part of a site, that the host or page asked about is not. */
  near: readonly Pick<MarketDomain, 'name' | 'scope' | 'path'>[];
  /** Names without an address that are the host's own name. */
  names: readonly NameWithoutAddress[];
  /** How many names stand on record without an address. */
  nameless: number;
}

/** The entries around a host that no market among the candidates has. */
export const nearTo = (candidates: readonly Market[], host: string): Beside['near'] =>
  candidates.flatMap(({ domains }) =>
    domains
      .filter(({ name }) => covers(name, host))
      .map(({ name, scope, path }) => ({ name, ...(scope && { scope }), ...(path && { path }) })),
  );

/** Shorter names are those of too many. */
const SHORTEST = 3;

/** A name without what is written now so, now so: "Mercado Libre", "MercadoLibre". */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Keys under which a name without an address could be a host's: its own label, and the host as a whole. */
export function keysOfHost(host: string): string[] {
  const labels = displayName(host.replace(/^www\./, '')).split('.');
  // No list of public suffixes reaches a worker: "co.uk" and its like are known by their length.
  const below = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3 ? -3 : -2;
  const keys = [labels.at(below) ?? '', labels.join('')].map(nameKey);
  return [...new Set(keys)].filter((key) => key.length >= SHORTEST);
}
