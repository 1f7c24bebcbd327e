/** Looks up every recorded host and checks the answers for two mistakes that a program can detect. */
import { missingYears } from '../list/editions.ts';
import { headline } from '../words/record/headline.ts';
import { libraryOf } from '../list/history.ts';
import type { Status } from '../list/status.ts';
import { matchMarkets, lookUp, type LookUpResult } from '../list/look-up.ts';
import { possessive } from '../words/record/deciders.ts';
import type { Dataset } from './dataset.ts';

export interface HostAnswer {
  host: string;
  result: LookUpResult;
  sentences: string[];
}

/** The answers for all domains of the record. @param asOf YYYY-MM-DD */
export function everyAnswer(data: Dataset, asOf: string): HostAnswer[] {
  const library = libraryOf(data);
  const markets = new Map<string, typeof data.markets>();
  for (const market of data.markets)
    for (const { name, path } of market.domains) {
      const key = name + (path ?? '');
      const held = markets.get(key) ?? [];
      if (!held.includes(market)) markets.set(key, [...held, market]);
    }
  return [...markets].map(([address, held]) => {
    const at = address.indexOf('/');
    const [host, path] = at < 0 ? [address, '/'] : [address.slice(0, at), address.slice(at)];
    const found = lookUp(matchMarkets(held, host, path), library, asOf);
    return { host: address, result: found, sentences: headline(found, library) };
  });
}

/** Counts of the answers for the domains of the record. */
export interface AnswerCounts {
  /** YYYY-MM-DD */
  asOf: string;
  domains: number;
  /** Number of domains by status; statuses without domains are left out. */
  byStatus: Partial<Record<Status, number>>;
  /** Domains under orders, counted once per series, by what is known of the orders on the day. */
  orders: { inForce: number; ended: number; notKnown: number };
  /** Recorded hosts without any sentence; must be none. */
  denied: string[];
  /** Headlines that do not mention a gap of the record; must be none. */
  unnamedGaps: string[];
}

/** @param asOf YYYY-MM-DD */
export function countAnswers(data: Dataset, asOf: string): AnswerCounts {
  const answers = everyAnswer(data, asOf);
  const byStatus: Partial<Record<Status, number>> = {};
  const orders = { inForce: 0, ended: 0, notKnown: 0 };
  for (const { result: found } of answers) {
    byStatus[found.status] = (byStatus[found.status] ?? 0) + 1;
    for (const { status } of found.series) {
      if (status === 'blocked') orders.inForce++;
      if (status === 'formerly-blocked') orders.ended++;
      if (status === 'block-ordered') orders.notKnown++;
    }
  }
  return {
    asOf,
    domains: answers.length,
    byStatus,
    orders,
    denied: answers.filter(isDenied).map(({ host }) => host),
    unnamedGaps: answers.flatMap((answer) => unnamedGaps(answer, data).map((gap) => `${answer.host}: ${gap}`)),
  };
}

/** A recorded host that gets no sentence, or a sentence that nothing is recorded. */
export const isDenied = ({ result: { status }, sentences }: HostAnswer): boolean =>
  status === 'not-listed' || status === 'unknown' || !sentences.length;

/**
 * Editions that a reader could take to be silent although the record does not hold them in full and no sentence says
 * so. It reads the sentences themselves: any year in them counts as mentioned.
 */
export function unnamedGaps({ result: { series, matches }, sentences }: HostAnswer, data: Dataset): string[] {
  const library = libraryOf(data);
  const markets = new Set(matches.map(({ market }) => market));
  // An edition reported to have dropped the market is known to be silent.
  const dropped = new Set(
    data.markets
      .filter(({ id }) => markets.has(id))
      .flatMap(({ events }) => events.flatMap(({ kind, source }) => (kind === 'delisted' ? source : []))),
  );
  return series.flatMap((status) => {
    const of = library.series[status.series]!;
    const sentence = sentences.find(
      (each) => each.includes(possessive(of)) && each.includes(status.editions.at(-1) ?? '\0'),
    );
    if (!sentence) return [];
    const editions = data.sources.filter((source) => source.series === of.id && source.edition !== undefined);
    const namedYears = yearsIn(sentence);
    const newest = Math.max(...editions.map(({ edition }) => yearOf(edition!)));
    const years = status.editions.map(yearOf);
    const last = OPEN.has(status.status)
      ? newest
      : Math.max(...years, yearOf(status.absentFrom ?? status.removed?.edition ?? ''));
    const held = editions
      .filter(({ id, complete }) => !complete && !dropped.has(id))
      .map(({ edition }) => yearOf(edition!));
    const silent = [...held, ...missingYears(editions.map(({ edition }) => edition!))];
    const between = silent.filter(
      (year) => year > Math.min(...years) && year <= (status.status === 'named' ? Math.max(...years) : last),
    );
    return [...new Set(between)].filter((year) => !namedYears.has(year)).map((year) => `${of.label} ${year}`);
  });
}

const OPEN: ReadonlySet<Status> = new Set(['listed']);
const yearOf = (label: string): number => Number(/\d{4}/.exec(label)?.[0] ?? 0);

/** The years in a text, including those inside runs: "2010–2012 and 2016". */
function yearsIn(sentence: string): Set<number> {
  const years = new Set<number>();
  for (const [, first, last] of sentence.matchAll(/\b((?:19|20)\d{2})(?:–((?:19|20)\d{2}))?/g))
    for (let year = Number(first); year <= Number(last ?? first); year++) years.add(year);
  return years;
}
