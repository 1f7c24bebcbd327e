/** Compares an act with the record: which of the facts that cite it the act confirms, and where. */
import { NAMING_KINDS } from '../../list/history.ts';
import type { Market, MarketDomain, MarketEvent, Source } from '../../list/records.ts';
import { citations } from '../cited-sources.ts';
import type { Dataset } from '../dataset.ts';
import type { Act } from './act.ts';
import { DOUBTS, findHosts, type FoundHost } from './find-hosts.ts';
import { findNames, NAME_DOUBTS, type FoundName } from './find-names.ts';

export interface CheckedFact {
  market: Market;
  /** Index in the market's domains or events. */
  list: 'domains' | 'events';
  n: number;
  /** "blocked: site.example" */
  what: string;
  /** The place in the act, as locators write it. */
  places: string[];
  /** The lines of the act that print it, for the person who checks. */
  lines: string[];
  /** Why a person must check first; empty if the act clearly confirms it. */
  doubts: string[];
  /** What the act does not print of it; empty if it prints everything. */
  missing: string[];
}

export interface Comparison {
  facts: CheckedFact[];
  hosts: FoundHost[];
  names: FoundName[];
  /** Citations that cannot be confirmed by a host or a name: tiers, relations, terms of statutes. */
  notLookedFor: number;
}

/** Kinds of event that mean only that the act names the site. For any other kind a person must read the act. */

export function compareAct(act: Act, source: Source, data: Dataset): Comparison {
  const citing = data.markets.filter((market) =>
    [...market.domains, ...market.events].some((fact) => fact.source === source.id),
  );
  const sought = new Set(citing.flatMap((market) => hostsCited(market, source.id)));
  const hosts = findHosts(act, sought);
  const names = findNames(
    act,
    data.markets.flatMap((market) => namesOf(market)),
  );
  const facts = citing.flatMap((market) => [
    ...market.domains.flatMap((domain, n) =>
      domain.source === source.id ? [checkDomain(market, domain, n, hosts)] : [],
    ),
    ...market.events.flatMap((event, n) =>
      event.source === source.id ? [checkEvent(market, event, n, hosts, names)] : [],
    ),
  ]);
  const all = [...data.markets, ...data.countries, ...data.series].reduce(
    (sum, record) => sum + citations(record).filter((each) => each.source === source.id).length,
    0,
  );
  return { facts, hosts, names, notLookedFor: all - facts.length };
}

const hostsCited = (market: Market, source: string): string[] => [
  ...market.domains.flatMap((domain) => (domain.source === source ? [domain.name] : [])),
  ...market.events.flatMap((event) =>
    event.source === source && event.domains !== 'market-only' ? event.domains : [],
  ),
];

/** All names under which an act may print a market. */
export const namesOf = (market: Market): string[] => [
  market.name,
  ...(market.otherNames ?? []),
  ...market.events.flatMap(({ printedName }) => (printedName ? [printedName] : [])),
];

/** "www.site.example" is often written for site.example. */
export const withoutWww = (host: string): string => host.replace(/^www\d?\./, '');

const printsHost = (host: string, path: string | undefined, hosts: readonly FoundHost[]): FoundHost[] =>
  hosts.filter(
    (found) =>
      (found.host === host || withoutWww(found.host) === host) && (path === undefined || found.path.startsWith(path)),
  );

type Checked = Pick<CheckedFact, 'places' | 'lines' | 'doubts' | 'missing'>;
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Doubtful findings count only if there is no clear one. */
function gather(what: string, found: readonly { where: string; line: string; doubt: string | null }[]): Checked {
  const plain = found.filter(({ doubt }) => doubt === null);
  const used = plain.length ? plain : found;
  return {
    places: unique(used.map(({ where }) => where)),
    lines: unique(used.map(({ line }) => line)),
    doubts: plain.length ? [] : unique(found.map(({ doubt }) => `${what}: ${doubt}`)),
    missing: found.length ? [] : [what],
  };
}

const inWords = (found: readonly FoundHost[]) =>
  found.map((each) => ({ ...each, doubt: each.doubt && DOUBTS[each.doubt] }));

function checkDomain(
  market: Market,
  { name, path }: MarketDomain,
  n: number,
  hosts: readonly FoundHost[],
): CheckedFact {
  const what = name + (path ?? '');
  return {
    market,
    list: 'domains',
    n,
    what: `domain ${what}`,
    ...gather(what, inWords(printsHost(name, path, hosts))),
  };
}

function checkEvent(
  market: Market,
  event: MarketEvent,
  n: number,
  hosts: readonly FoundHost[],
  names: readonly FoundName[],
): CheckedFact {
  const isOther = !NAMING_KINDS.has(event.kind);
  const parts =
    event.domains === 'market-only'
      ? [checkName(market, event, hosts, names)]
      : event.domains.map((host) => gather(host, inWords(printsHost(host, pathOf(market, host), hosts))));
  const subject = event.domains === 'market-only' ? (event.printedName ?? market.name) : event.domains.join(', ');
  const doubts = parts.flatMap((part) => part.doubts);
  const missing = parts.flatMap((part) => part.missing);
  return {
    market,
    list: 'events',
    n,
    what: `${event.kind}: ${subject}`,
    places: unique(parts.flatMap(({ places }) => places)),
    lines: unique(parts.flatMap(({ lines }) => lines)),
    doubts:
      isOther && !missing.length ? [...doubts, `whether the act says "${event.kind}" of it must be read`] : doubts,
    missing,
  };
}

const pathOf = (market: Market, host: string): string | undefined =>
  market.domains.find(({ name, path }) => name === host && path !== undefined)?.path;

/** A name is printed as a name or, if it is a host, as a host. */
function checkName(
  market: Market,
  event: MarketEvent,
  hosts: readonly FoundHost[],
  names: readonly FoundName[],
): Checked {
  const mine = new Set(event.printedName ? [event.printedName] : namesOf(market));
  const asHost = new Set([...mine].map((name) => name.toLowerCase()));
  const found = [
    ...names
      .filter(({ name }) => mine.has(name))
      .map((each) => ({ ...each, doubt: each.doubt && NAME_DOUBTS[each.doubt] })),
    ...inWords(hosts.filter(({ host }) => asHost.has(withoutWww(host)))),
  ];
  // A common word next to an address of the market is its name.
  const ownHosts = new Set(market.domains.map(({ name }) => name));
  const printsOwn = hosts.some(({ host, doubt }) => doubt === null && ownHosts.has(withoutWww(host)));
  return gather(
    event.printedName ?? market.name,
    found.map((each) => (printsOwn && each.doubt === NAME_DOUBTS.word ? { ...each, doubt: null } : each)),
  );
}
