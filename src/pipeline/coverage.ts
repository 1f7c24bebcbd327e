/**
 * Computes the coverage: what the record holds of each series and edition, compared with what the acts state, and words
 * for what is missing.
 */
import { compareDates } from '../list/dates.ts';
import { missingYears } from '../list/editions.ts';
import type { Evidence, MarketEvent, Series, Source, Verification } from '../list/records.ts';
import type { Dataset } from './dataset.ts';
import { foundInEditions } from './rules/editions.ts';

export type Known = Record<Verification, number>;

export interface SourceCoverage {
  source: string;
  edition: string | null;
  date: string;
  /** Number of markets that the act says it names; null if it gives none or none is recorded. */
  stated: number | null;
  /** Number of distinct markets that the record has from it. */
  found: number;
  complete: boolean;
  /** Number of facts by verification. */
  known: Known;
  gaps: string[];
}

export interface SeriesCoverage {
  series: string;
  label: string;
  evidence: Evidence;
  jurisdiction: string | null;
  markets: number;
  domains: number;
  known: Known;
  /** Editions of lists and submissions, or all acts of other series; oldest first. */
  sources: SourceCoverage[];
  gaps: string[];
}

type Fact = Pick<MarketEvent, 'verification'>;

/** Number of facts in the whole record by verification. */
export const knownOf = (data: Dataset): Known => count([...factsBySource(data).values()].flat());

function factsBySource(data: Dataset): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>();
  const add = (source: string, fact: Fact) => facts.set(source, [...(facts.get(source) ?? []), fact]);
  for (const market of data.markets) for (const event of market.events) add(event.source, event);
  for (const country of data.countries)
    for (const fact of [...country.tiers, ...(country.statements ?? [])]) add(fact.source, fact);
  for (const series of data.series) for (const statute of series.statutes ?? []) add(statute.source, statute);
  return facts;
}

/** How many acts and series have an address of each kind. */
export interface AddressCounts {
  /** Sources other than reports: each stands for an act. */
  acts: number;
  /** With the address where the issuer publishes it, recorded or read. */
  official: number;
  archived: number;
  /** With a copy that somebody else keeps, read or only known by its address. */
  copied: number;
  series: number;
  /** With an address that tells how to challenge it. */
  challenge: number;
}

export function countAddresses({ sources, series }: Dataset): AddressCounts {
  const reports = new Set(series.filter(({ evidence }) => evidence === 'report').map(({ id }) => id));
  const acts = sources.filter((source) => !reports.has(source.series));
  return {
    acts: acts.length,
    official: acts.filter(hasOfficialAddress).length,
    archived: acts.filter(({ archived }) => archived).length,
    copied: acts.filter(({ copies, read }) => copies || read.some(({ as }) => as === 'copy-of-act')).length,
    series: series.length,
    challenge: series.filter(({ challenge }) => challenge.url).length,
  };
}

const hasOfficialAddress = ({ url, read }: Source): boolean => !!url || read.some(({ as }) => as === 'act');

export function coverage(data: Dataset): SeriesCoverage[] {
  const found = foundInEditions(data);
  const facts = factsBySource(data);
  const orders = new Set(
    data.markets.flatMap((market) =>
      market.events
        .filter((event) => event.kind === 'blocked' && !event.until && !event.permanent)
        .map((event) => event.source),
    ),
  );
  return data.series.map((series) => {
    const sources = data.sources
      .filter((source) => source.series === series.id)
      .sort((a, b) => compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1));
    const covered = sources.map((source) => {
      const known = count(facts.get(source.id) ?? []);
      const found_ = source.edition ? (found.get(source.id) ?? 0) : marketsOf(data, new Set([source.id])).size;
      return {
        source: source.id,
        edition: source.edition ?? null,
        date: source.date,
        stated: source.stated ?? null,
        found: found_,
        complete: source.complete === true,
        known,
        gaps: sourceGaps(source, series, found_, known, orders.has(source.id)),
      };
    });
    const ids = new Set(sources.map((source) => source.id));
    return {
      series: series.id,
      label: series.label,
      evidence: series.evidence,
      jurisdiction: series.jurisdiction,
      markets: marketsOf(data, ids).size,
      domains: domainsOf(data, ids).size,
      known: count([...ids].flatMap((id) => facts.get(id) ?? [])),
      sources: covered,
      gaps: seriesGaps(sources),
    };
  });
}

const count = (facts: readonly Fact[]): Known => {
  const known: Known = { act: 0, 'copy-of-act': 0, report: 0 };
  for (const { verification } of facts) known[verification]++;
  return known;
};

const marketsOf = (data: Dataset, sources: ReadonlySet<string>) =>
  new Set(
    data.markets
      .filter((market) => market.events.some((event) => sources.has(event.source)))
      .map((market) => market.id),
  );

const domainsOf = (data: Dataset, sources: ReadonlySet<string>) =>
  new Set(
    data.markets.flatMap((market) =>
      market.events.flatMap((event) =>
        sources.has(event.source) && event.domains !== 'market-only' ? event.domains : [],
      ),
    ),
  );

function sourceGaps(source: Source, series: Series, found: number, known: Known, orders: boolean): string[] {
  const gaps: string[] = [];
  const facts = known.act + known['copy-of-act'] + known.report;
  // Special 301 Reports rate countries; a number of markets makes no sense for them.
  const listsMarkets = source.edition && series.evidence === 'government-list' && !(facts && !found);
  if (listsMarkets && !source.complete) {
    if (typeof source.stated !== 'number') gaps.push('how many markets it names is not recorded');
    else if (found < source.stated) gaps.push(`${source.stated - found} of ${source.stated} not found yet`);
    else gaps.push(`all ${source.stated} found, not yet marked complete`);
  }
  if (source.edition && !facts) gaps.push('nothing entered yet');
  if (known.report && !known.act && !known['copy-of-act']) gaps.push('known from reports only');
  if (orders && !source.permanent && !source.until && !source.statute) gaps.push('no term recorded');
  if (series.evidence !== 'report' && !hasOfficialAddress(source)) gaps.push('no official address');
  return gaps;
}

function seriesGaps(sources: readonly Source[]): string[] {
  if (!sources.length) return ['no source entered yet'];
  const missing = missingYears(sources.flatMap(({ edition }) => edition ?? []));
  return missing.length ? [`no edition entered for ${missing.join(', ')}`] : [];
}

/** "12 % act, 88 % report"; empty if there are no facts. @param digits decimal places */
export function shares(known: Known, digits = 0): string {
  const total = known.act + known['copy-of-act'] + known.report;
  if (!total) return '';
  const words: [Verification, string][] = [
    ['act', 'act'],
    ['copy-of-act', 'copy'],
    ['report', 'report'],
  ];
  return words
    .flatMap(([key, word]) => (known[key] ? [`${((100 * known[key]) / total).toFixed(digits)} % ${word}`] : []))
    .join(', ');
}
