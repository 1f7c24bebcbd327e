/** Rules that hold across files. Each says what is wrong and what to do about it; `validate` runs them all. */
import { parse as parseHost } from 'tldts';
import { compareDates, earliest, latest } from '../list/dates.ts';
import type { EventKind, Evidence, Market, MarketDomain, MarketEvent } from '../list/records.ts';
import type { Dataset } from './dataset.ts';
import type { Problem } from './problem.ts';

/** @param today YYYY-MM-DD, for the rule against future dates */
export type Rule = (data: Dataset, today: string) => Problem[];

const marketFile = (market: Market) => `markets/${market.id}.json`;
const each = (data: Dataset, check: (market: Market, say: (path: string, message: string) => void) => void): Problem[] => {
  const problems: Problem[] = [];
  for (const market of data.markets) check(market, (path, message) => problems.push({ file: marketFile(market), path, message }));
  return problems;
};
const ids = (records: { id: string }[]) => new Set(records.map((record) => record.id));
const byId = <T extends { id: string }>(records: T[]) => new Map(records.map((record) => [record.id, record]));

const everySourceExists: Rule = (data) => {
  const sources = ids(data.sources);
  const missing = (source: string) => `there is no sources/${source}.json: add the source, or name the one that says this`;
  return [
    ...each(data, (market, say) => {
      market.events.forEach((event, n) => {
        if (!sources.has(event.source)) say(`events.${n}.source`, missing(event.source));
        if (event.order && !sources.has(event.order)) say(`events.${n}.order`, missing(event.order));
      });
      market.domains.forEach((domain, n) => {
        if (!sources.has(domain.source)) say(`domains.${n}.source`, missing(domain.source));
      });
      market.relations?.forEach((relation, n) => {
        if (!sources.has(relation.source)) say(`relations.${n}.source`, missing(relation.source));
      });
    }),
    ...data.countries.flatMap((country) =>
      [...country.tiers.map((tier, n) => [`tiers.${n}`, tier.source]), ...(country.statements ?? []).map((said, n) => [`statements.${n}`, said.source])]
        .filter(([, source]) => !sources.has(source!))
        .map(([path, source]) => ({ file: `countries/${country.id}.json`, path: `${path}.source`, message: missing(source!) })),
    ),
  ];
};

const everySeriesExists: Rule = (data) => {
  const series = ids(data.series);
  return data.sources
    .filter((source) => !series.has(source.series))
    .map((source) => ({
      file: `sources/${source.id}.json`,
      path: 'series',
      message: `there is no series/${source.series}.json: add the series, or name the one that published this`,
    }));
};

const relationsLeadSomewhere: Rule = (data) => {
  const markets = ids(data.markets);
  return each(data, (market, say) =>
    market.relations?.forEach((relation, n) => {
      if (!markets.has(relation.market)) say(`relations.${n}.market`, `there is no markets/${relation.market}.json: add it, or take the relation out`);
      if (relation.market === market.id) say(`relations.${n}.market`, 'a market cannot be related to itself');
    }),
  );
};

const noFutureDates: Rule = (data, today) => {
  const message = (date: string) => `${date} lies in the future: records hold what has happened (the end of a term goes into "until")`;
  return [
    ...data.sources
      .filter((source) => earliest(source.date) > today)
      .map((source) => ({ file: `sources/${source.id}.json`, path: 'date', message: message(source.date) })),
    ...each(data, (market, say) =>
      market.events.forEach((event, n) => {
        if (event.date && earliest(event.date) > today) say(`events.${n}.date`, message(event.date));
      }),
    ),
  ];
};

/** One listing of github.io would accuse thousands: a name must be below a public suffix, private ones included. */
const noSharedHosts: Rule = (data) =>
  each(data, (market, say) =>
    market.domains.forEach((domain, n) => {
      const host = parseHost(domain.name, { allowPrivateDomains: true });
      if (host.isIp) say(`domains.${n}.name`, `${domain.name} is an address, not a name: addresses are shared and cannot be listed`);
      else if (host.domain === null)
        say(
          `domains.${n}.name`,
          `${domain.name} is a public suffix or a host that many share: enter the full host name that the source printed, or a url-prefix`,
        );
      else if (!host.isIcann && !host.isPrivate) say(`domains.${n}.name`, `${domain.name} ends in no known top-level domain: check the spelling in the source`);
    }),
  );

const domainsAreUnique: Rule = (data) => {
  const owners = new Map<string, [Market, MarketDomain][]>();
  const problems = each(data, (market, say) =>
    market.domains.forEach((domain, n) => {
      const key = domain.name + (domain.scope === 'url-prefix' ? (domain.path ?? '') : '');
      const others = owners.get(key) ?? [];
      for (const [other, span] of others)
        if (overlap(domain, span))
          say(
            `domains.${n}.name`,
            `${domain.name} is also a domain of markets/${other.id}.json at the same time: give both spans (from, until), or join the two markets`,
          );
      owners.set(key, [...others, [market, domain]]);
    }),
  );
  return problems;
};

function overlap(a: MarketDomain, b: MarketDomain): boolean {
  return !(a.until && b.from && latest(a.until) <= earliest(b.from)) && !(b.until && a.from && latest(b.until) <= earliest(a.from));
}

const spansRunForward: Rule = (data) =>
  each(data, (market, say) =>
    market.domains.forEach((domain, n) => {
      if (domain.from && domain.until && latest(domain.until) < earliest(domain.from))
        say(`domains.${n}.until`, `${domain.until} is before "from" (${domain.from})`);
    }),
  );

const eventsNameKnownDomains: Rule = (data) =>
  each(data, (market, say) => {
    const known = new Set(market.domains.map((domain) => domain.name));
    market.events.forEach((event, n) => {
      if (event.domains === 'market-only') return;
      for (const name of event.domains)
        if (!known.has(name)) say(`events.${n}.domains`, `${name} is not among the market's domains: add it there with its source, or correct the spelling`);
    });
  });

const eventsFallInTheSpan: Rule = (data) => {
  const sources = byId(data.sources);
  return each(data, (market, say) =>
    market.events.forEach((event, n) => {
      const date = event.date ?? sources.get(event.source)?.date;
      if (event.domains === 'market-only' || !date || event.kind !== 'listed') return;
      for (const domain of market.domains)
        if (event.domains.includes(domain.name) && domain.until && latest(domain.until) < earliest(date))
          say(
            `events.${n}.domains`,
            `${domain.name} is printed on ${date}, after its "until" (${domain.until}): correct the span, or give the name to the market that had it then`,
          );
    }),
  );
};

const FITTING: Record<Evidence, readonly EventKind[]> = {
  'government-list': ['listed', 'delisted', 'closed'],
  'court-order': ['blocked', 'unblocked', 'extended', 'confirmed', 'judgment', 'closed'],
  'administrative-order': ['blocked', 'unblocked', 'extended', 'confirmed', 'closed'],
  'voluntary-agreement': ['blocked', 'unblocked', 'extended', 'confirmed'],
  seizure: ['seized', 'returned', 'closed'],
  'industry-submission': ['named'],
  observed: ['blocked', 'unblocked'],
  judgment: ['judgment', 'closed'],
  // An account of a seizure is history; a status needs the seizure's own series.
  report: ['closed', 'judgment', 'seized', 'returned'],
};

const kindsFitTheirSeries: Rule = (data) => {
  const sources = byId(data.sources);
  const series = byId(data.series);
  return each(data, (market, say) =>
    market.events.forEach((event, n) => {
      const of = series.get(sources.get(event.source)?.series ?? '');
      if (of && !FITTING[of.evidence].includes(event.kind))
        say(`events.${n}.kind`, `"${event.kind}" does not fit ${of.id}, whose evidence is ${of.evidence} (${FITTING[of.evidence].join(', ')})`);
    }),
  );
};

const listingsBearTheirEditionsDate: Rule = (data) => {
  const sources = byId(data.sources);
  return each(data, (market, say) =>
    market.events.forEach((event, n) => {
      const source = sources.get(event.source);
      if (event.kind === 'listed' && event.date && source && compareDates(event.date, source.date) !== 0)
        say(`events.${n}.date`, `a listing bears the date of its edition (${source.date}): leave the date out`);
      if ((event.kind === 'listed' || event.kind === 'named') && source && !source.edition)
        say(`events.${n}.source`, `sources/${source.id}.json has no "edition": a list or submission needs one`);
    }),
  );
};

const laterActsNameTheirOrder: Rule = (data) =>
  each(data, (market, say) =>
    market.events.forEach((event, n) => {
      if (event.order && !['extended', 'confirmed', 'unblocked'].includes(event.kind))
        say(`events.${n}.order`, `only extended, confirmed and unblocked speak of an earlier order, not "${event.kind}"`);
    }),
  );

const eventsAreUnique: Rule = (data) =>
  each(data, (market, say) => {
    const seen = new Map<string, number>();
    market.events.forEach((event, n) => {
      const key = eventKey(event);
      if (seen.has(key)) say(`events.${n}`, `says the same as events.${seen.get(key)!}: keep one`);
      seen.set(key, n);
    });
  });

const eventKey = (event: MarketEvent) => JSON.stringify([event.kind, event.source, event.date, event.domains, event.order]);

/** How many distinct markets our record finds in each edition. */
export function foundInEditions(data: Dataset): Map<string, number> {
  const found = new Map<string, Set<string>>();
  for (const market of data.markets)
    for (const event of market.events)
      if (event.kind === 'listed' || event.kind === 'named') found.set(event.source, (found.get(event.source) ?? new Set()).add(market.id));
  return new Map([...found].map(([source, markets]) => [source, markets.size]));
}

const editionsAddUp: Rule = (data) => {
  const found = foundInEditions(data);
  return data.sources.flatMap((source) => {
    const say = (path: string, message: string) => [{ file: `sources/${source.id}.json`, path, message }];
    const count = found.get(source.id) ?? 0;
    if (typeof source.stated === 'number' && count > source.stated)
      return say(
        'stated',
        `the record finds ${count} markets in an edition that states ${source.stated}: one market stands twice under two names, or one was not named`,
      );
    if (!source.complete) return [];
    if (!source.edition) return say('complete', 'only an edition of a list can be complete');
    if (typeof source.stated !== 'number') return say('complete', 'cannot be complete without a stated number');
    if (count !== source.stated)
      return say('complete', `the record finds ${count} of the ${source.stated} stated: find the rest, or say that it is not complete`);
    return [];
  });
};

export const RULES = {
  everySourceExists,
  everySeriesExists,
  relationsLeadSomewhere,
  noFutureDates,
  noSharedHosts,
  domainsAreUnique,
  spansRunForward,
  eventsNameKnownDomains,
  eventsFallInTheSpan,
  kindsFitTheirSeries,
  listingsBearTheirEditionsDate,
  laterActsNameTheirOrder,
  eventsAreUnique,
  editionsAddUp,
} satisfies Record<string, Rule>;

/** All problems of a dataset, in order of file. */
export function applyRules(data: Dataset, today: string): Problem[] {
  return Object.values<Rule>(RULES)
    .flatMap((rule) => rule(data, today))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
