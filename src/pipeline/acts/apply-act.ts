/** Writes the findings in an act into the records: verification, locator and the file that was read. */
import type { Market, Source, Verification } from '../../list/records.ts';
import { UsageError } from '../command.ts';
import type { Dataset } from '../dataset.ts';
import type { CheckedFact } from './compare-act.ts';
import { placesWords } from './places.ts';

export type ReadAs = Exclude<Verification, 'report'>;

export interface Reading {
  as: ReadAs;
  /** Address of the file; optional if the source has exactly one entry of that kind. */
  url?: string | undefined;
  sha256: string;
}

const RANK: Record<Verification, number> = { act: 2, 'copy-of-act': 1, report: 0 };
const HAS_PAGE = /\bpp?\. ?\w*\d/;

export interface Applied {
  source: Source;
  /** Only the records that change. */
  markets: Market[];
  countries: Dataset['countries'];
  series: Dataset['series'];
  /** Facts with a better verification, and facts whose locator got a page. */
  raised: number;
  paged: number;
}

/**
 * @param facts the facts to write
 * @throws UsageError if the address is missing, Error if the file is not the recorded one
 */
export function applyAct(data: Dataset, source: Source, facts: readonly CheckedFact[], reading: Reading): Applied {
  const { read, url, before } = readWith(source, reading);
  const copies = new Map<string, Market>();
  const copy = (market: Market): Market =>
    copies.get(market.id) ?? copies.set(market.id, structuredClone(market)).get(market.id)!;
  let [raised, paged] = [0, 0];
  const readAt = read[0]!.url === url ? undefined : url;
  const fill = (fact: Known, places: readonly string[]) => {
    const where = placesWords(places);
    if (RANK[fact.verification] < RANK[reading.as]) {
      raised++;
      // The old locator is for a report about the act, or for a copy with other pages.
      fact.locator =
        fact.verification === 'report' || HAS_PAGE.test(fact.locator) ? where : `${fact.locator}, ${where}`;
      fact.verification = reading.as;
      if (readAt) fact.readAt = readAt;
      else delete fact.readAt;
    } else if (
      fact.verification === reading.as &&
      !HAS_PAGE.test(fact.locator) &&
      places.every((place) => place.startsWith('p. '))
    ) {
      paged++;
      fact.locator = `${fact.locator}, ${where}`;
    }
  };
  for (const { market, list, n, places } of facts) fill(copy(market)[list][n]!, places);
  // The first entry of `read` has changed: facts without an address meant the old one.
  const countries = structuredClone(data.countries);
  const series = structuredClone(data.series);
  if (before !== read[0]!.url) {
    const touched = new Set(facts.map(({ market, list, n }) => copy(market)[list][n]! as Known));
    const keep = (fact: Known) => {
      if (
        fact.source === source.id &&
        fact.readAt === undefined &&
        !(touched.has(fact) && fact.verification === reading.as)
      )
        fact.readAt = before;
    };
    for (const market of data.markets)
      if (knownFacts(market).some((fact) => fact.source === source.id)) knownFacts(copy(market)).forEach(keep);
    for (const { tiers, statements = [] } of countries) [...tiers, ...statements].forEach(keep);
    for (const { statutes = [] } of series) statutes.forEach(keep);
  }
  const changed = <T extends { id: string }>(now: readonly T[], then: readonly T[]) =>
    now.filter((each) => JSON.stringify(each) !== JSON.stringify(then.find(({ id }) => id === each.id)));
  return {
    source: { ...source, read },
    markets: changed([...copies.values()], data.markets),
    countries: changed(countries, data.countries),
    series: changed(series, data.series),
    raised,
    paged,
  };
}

interface Known {
  source: string;
  verification: Verification;
  locator: string;
  readAt?: string | undefined;
}

const knownFacts = (market: Market): Known[] => [...market.domains, ...market.events, ...(market.relations ?? [])];

/**
 * The source's `read` list with the file's hash, in its entry or in a new one, best first.
 * @throws UsageError if the address is missing, Error if the file is not the recorded one
 */
function readWith(source: Source, { as, url, sha256 }: Reading): { read: Source['read']; url: string; before: string } {
  const before = source.read[0]!.url;
  const fitting = source.read.filter((each) => each.as === as && (url === undefined || each.url === url));
  if (fitting.length > 1)
    throw new UsageError(
      `${source.id} names ${fitting.length} addresses that were read as ${as}: say with --url which of them the file is (${fitting.map((each) => each.url).join(' ')})`,
    );
  const [entry] = fitting;
  if (!entry) {
    if (url === undefined)
      throw new UsageError(
        `${source.id} names no address of what was read as ${as}: say with --url where the file came from`,
      );
    const other = source.read.find((each) => each.url === url);
    if (other) throw new UsageError(`${source.id} calls ${url} "${other.as}", not "${as}": one of the two is wrong`);
    const at = source.read.findIndex((each) => RANK[each.as] < RANK[as]);
    return { read: source.read.toSpliced(at < 0 ? source.read.length : at, 0, { url, as, sha256 }), url, before };
  }
  if (entry.sha256 !== undefined && entry.sha256 !== sha256)
    throw new Error(
      `this is not the file that was read before at ${entry.url} (SHA-256 ${entry.sha256}): if the issuer has changed it, give the new one an address of its own with --url`,
    );
  return { read: source.read.map((each) => (each === entry ? { ...entry, sha256 } : each)), url: entry.url, before };
}
