/**
 * What the record holds beside a host that it does not name: addresses next to it, and names that were printed without
 * any address. None of it flags a site; it keeps "not named" from denying what is on record.
 */
import { displayName } from './names/display-name.ts';
import { covers } from './names/host.ts';
import type { Market, MarketDomain } from './records.ts';
import { listOf } from './words.ts';

/** A market of which no address is on record. */
export interface NameWithoutAddress {
  name: string;
  /** Labels of the series that name it: "USTR list". */
  by: readonly string[];
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

/** More addresses than this on one host are counted, not shown. */
const FEW = 2;

/** Sentences on what was found beside the host; empty where there is nothing. */
export function besideWords({ near, names }: Pick<Beside, 'near' | 'names'>, host: string): string[] {
  const hosts = near.filter(({ scope }) => scope === 'host').map(({ name }) => displayName(name));
  const parts = near
    .filter(({ scope }) => scope === 'url-prefix')
    .map(({ name, path }) => displayName(name) + (path ?? ''));
  const sentences: string[] = [];
  if (hosts.length)
    sentences.push(`The record names ${listOf(hosts)} alone, and says nothing of ${displayName(host)}.`);
  if (parts.length > FEW)
    sentences.push(`The record names ${parts.length} addresses on this host; this page is below none.`);
  else if (parts.length) sentences.push(`The record names ${listOf(parts)} on this host; this page is not below it.`);
  for (const { name, by } of names)
    sentences.push(
      `The name ${name} is on record without an address (${listOf(by)}); whether this site is meant the record does not say.`,
    );
  return sentences;
}

/** '' where every name has an address. */
export const namelessWords = ({ nameless }: Beside): string =>
  nameless
    ? `${nameless} ${nameless === 1 ? 'name stands' : 'names stand'} on record without an address: a site that goes by one of them is not found by its address.`
    : '';
