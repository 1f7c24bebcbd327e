/**
 * What the search finds: each market, document, series and country once, with the words it is found by and the values
 * of its filters. Computed for a day: what was published later does not exist yet. Pure.
 */
import { compareDates, earliest } from '../../list/dates.ts';
import { displayName } from '../../list/names/display-name.ts';
import type { Country, Market, Series, Source, Verification } from '../../list/records.ts';
import { dateWords } from '../../words/dates.ts';
import { say } from '../../words/explorer.ts';
import type { WholeList } from '../whole-list.ts';

export type Kind = 'market' | 'source' | 'series' | 'country';

/** One dated fact, as far as filters ask about it; '' where it has no such value. */
export interface Fact {
  series: string;
  jurisdiction: string;
  /** Evidence class: what kind of act. */
  act: string;
  /** How it is known. */
  known: Verification | '';
  year: string;
}

export interface Entry {
  /** "market some-market" */
  key: string;
  kind: Kind;
  id: string;
  title: string;
  /** Under the title: what it is, in a few words. */
  about: string;
  /** Newest date of the entry, '' for none. */
  date: string;
  names: string;
  domains: string;
  /** Case numbers. */
  numbers: string;
  /** Authorities and issuers. */
  bodies: string;
  /** Of markets. */
  category?: string;
  facts: readonly Fact[];
}

export function entriesOf({ markets, library, countries }: WholeList, asOf: string): Entry[] {
  const sources = Object.values(library.sources).filter(({ date }) => earliest(date) <= asOf);
  const known = new Set(sources.map(({ id }) => id));
  const held = new Set(sources.map(({ series }) => series));
  return [
    ...markets.flatMap((market) => marketEntry(market, library.sources, library.series, asOf)),
    ...sources.map((source) => sourceEntry(source, library.series[source.series]!)),
    ...Object.values(library.series)
      .filter(({ id }) => held.has(id))
      .map(seriesEntry),
    ...countries.map((country) => countryEntry(country, library.sources, library.series, known)),
  ];
}

type Sources = WholeList['library']['sources'];

function marketEntry(
  market: Market,
  sources: Sources,
  series: Readonly<Record<string, Series>>,
  asOf: string,
): Entry[] {
  const events = market.events
    .map((event) => ({ ...event, on: event.date ?? sources[event.source]!.date }))
    .filter(({ on }) => earliest(on) <= asOf);
  if (!events.length) return [];
  const names = [...(market.otherNames ?? []), ...events.flatMap(({ printedName }) => printedName ?? [])];
  const newest = events
    .map(({ on }) => on)
    .sort(compareDates)
    .at(-1)!;
  const domains = [...new Set(market.domains.map(({ name }) => name))];
  return [
    {
      key: `market ${market.id}`,
      kind: 'market',
      id: market.id,
      title: market.name,
      about: [market.category.replaceAll('-', ' '), ...domains.slice(0, 3).map(displayName)].join(' · '),
      date: newest,
      names: [...new Set(names)].join(' '),
      domains: [...domains, ...domains.map(displayName)].join(' '),
      numbers: '',
      bodies: '',
      category: market.category,
      facts: events.map(({ source, verification, on }) => factIn(series[sources[source]!.series]!, on, verification)),
    },
  ];
}

function sourceEntry(source: Source, series: Series): Entry {
  const { id, title, date, authority, caseNumber } = source;
  return {
    key: `source ${id}`,
    kind: 'source',
    id,
    title,
    about: [series.label, dateWords(date), caseNumber && say('case-number', { number: caseNumber })]
      .filter(Boolean)
      .join(' · '),
    date,
    names: source.edition ?? '',
    domains: '',
    numbers: caseNumber ?? '',
    bodies: [authority, series.issuer, series.label].filter(Boolean).join(' '),
    facts: [...new Set(source.read.map(({ as }) => as))].map((as) => factIn(series, date, as)),
  };
}

function seriesEntry(series: Series): Entry {
  const { id, name, label, issuer, plainName } = series;
  return {
    key: `series ${id}`,
    kind: 'series',
    id,
    title: name,
    about: issuer,
    date: '',
    names: [label, plainName].filter(Boolean).join(' '),
    domains: '',
    numbers: '',
    bodies: issuer,
    facts: [factIn(series, '', '')],
  };
}

function factIn({ id, jurisdiction, evidence }: Series, date: string, known: Fact['known']): Fact {
  return { series: id, jurisdiction: jurisdiction ?? '', act: evidence, known, year: date.slice(0, 4) };
}

function countryEntry(
  { id, name, tiers }: Country,
  sources: Sources,
  series: Readonly<Record<string, Series>>,
  known: ReadonlySet<string>,
): Entry {
  const from = tiers.filter(({ source }) => known.has(source));
  return {
    key: `country ${id}`,
    kind: 'country',
    id,
    title: name,
    about: '',
    date:
      from
        .map(({ source }) => sources[source]!.date)
        .sort(compareDates)
        .at(-1) ?? '',
    names: id,
    domains: '',
    numbers: '',
    bodies: '',
    // What lists and bodies say of the country, not what its own authorities ordered.
    facts: from.map(({ source, verification }) => ({
      ...factIn(series[sources[source]!.series]!, sources[source]!.date, verification),
      jurisdiction: id.toUpperCase(),
    })),
  };
}
