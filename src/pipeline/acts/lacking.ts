/**
 * Drafts of records for what an act prints and the record lacks. A person completes or deletes them; nothing here
 * writes into data/.
 */
import { recordFile } from '../../list/record-file.ts';
import { isSharedByMany } from '../../list/names/ending.ts';
import { covers } from '../../list/names/host.ts';
import type { Evidence, EventKind, Market, MarketEvent, Series, Source, Verification } from '../../list/records.ts';
import type { Dataset } from '../dataset.ts';
import { namesOf, withoutWww, type Comparison } from './compare-act.ts';
import { bareName } from './find-names.ts';
import { isOfState, registeredName } from './endings.ts';
import type { FoundHost } from './find-hosts.ts';
import { placesWords } from './places.ts';

export interface Draft {
  market: Market;
  /** "markets/s/some-market.json" */
  file: string;
  isNew: boolean;
  /** What the act prints, and where. */
  why: string;
}

export interface Lacking {
  drafts: Draft[];
  /** Hosts of issuers, governments and shared hosting: printed, but never drafted. */
  aside: string[];
}

/**
 * The event kind that being named in an act of this evidence class means. Reports, statutes and observations have none.
 */
const SAYS: Partial<Record<Evidence, EventKind>> = {
  'government-list': 'listed',
  'court-order': 'blocked',
  'administrative-order': 'blocked',
  'voluntary-agreement': 'blocked',
  'industry-submission': 'named',
  seizure: 'seized',
  judgment: 'judgment',
};

export function lacking(
  { facts, hosts, names }: Comparison,
  source: Source,
  data: Dataset,
  verification: Verification,
): Lacking {
  const series = data.series.find(({ id }) => id === source.series)!;
  const kind = SAYS[series.evidence];
  const own = ownNames(source, series);
  const known = new Set(
    facts.flatMap(({ market, list, n }) =>
      list === 'domains' ? [market.domains[n]!.name] : domainsOf(market.events[n]!),
    ),
  );
  const aside = new Set<string>();
  /** Printed hosts by their market, or by the name for a new market. */
  const printed = new Map<string, { market: Market | undefined; hosts: Map<string, FoundHost[]> }>();
  for (const found of hosts) {
    const host = withoutWww(found.host);
    if (found.doubt !== null || known.has(host)) continue;
    if (own.has(registeredName(host)) || isOfState(host) || isSharedByMany(host)) {
      aside.add(host);
      continue;
    }
    const market = holderOf(host, data);
    const key = market?.id ?? registeredName(host);
    const group = printed.get(key) ?? { market, hosts: new Map<string, FoundHost[]>() };
    group.hosts.set(host, [...(group.hosts.get(host) ?? []), found]);
    printed.set(key, group);
  }
  const byName = namesAlone(names, data, new Set([...facts.map(({ market }) => market.id), ...printed.keys()]));
  if (!kind) return { drafts: [], aside: [...aside] };
  const fact = { source: source.id, verification };
  const taken = new Set(data.markets.map(({ id }) => id));
  const drafts = [...printed.values()].map(({ market, hosts }) =>
    draftOfHosts(market, hosts, { ...fact, kind }, taken),
  );
  for (const { market, places } of byName) {
    const locator = placesWords(places);
    const events: MarketEvent[] = [...market.events, { kind, domains: 'market-only', ...fact, locator }];
    drafts.push(draft({ ...market, events }, false, `“${bareName(market.name)}”, ${locator}`));
  }
  return { drafts: drafts.sort((a, b) => (a.file < b.file ? -1 : 1)), aside: [...aside] };
}

/**
 * Markets of which the act prints only a name. A name goes first to a market whose facts were found or whose hosts are
 * printed; otherwise to the first market with that name.
 */
function namesAlone(
  names: Comparison['names'],
  data: Dataset,
  settled: ReadonlySet<string>,
): { market: Market; places: string[] }[] {
  const bare = (all: readonly string[]) => all.map((name) => bareName(name).toLowerCase());
  const taken = new Set(data.markets.filter(({ id }) => settled.has(id)).flatMap((market) => bare(namesOf(market))));
  const placesOf = new Map<string, string[]>();
  for (const { name, doubt, where } of names) {
    const key = bareName(name).toLowerCase();
    if (doubt === null && !taken.has(key)) placesOf.set(key, [...(placesOf.get(key) ?? []), where]);
  }
  const found: { market: Market; places: string[] }[] = [];
  // A market's main name wins over another market's alternative name.
  for (const ofOne of [({ name }: Market) => [name], namesOf])
    for (const market of data.markets) {
      const own = bare(ofOne(market));
      const places = own.flatMap((name) => placesOf.get(name) ?? []);
      if (!places.length || settled.has(market.id) || found.some((each) => each.market === market)) continue;
      found.push({ market, places });
      for (const name of bare(namesOf(market))) placesOf.delete(name);
    }
  return found;
}

const domainsOf = ({ domains }: MarketEvent): readonly string[] => (domains === 'market-only' ? [] : domains);

/** Registered domains of the act's issuer or keeper: their own addresses, not named sites. */
function ownNames(source: Source, series: Series): Set<string> {
  const addresses = [
    source.url,
    source.archived,
    ...(source.copies ?? []),
    series.url,
    series.challenge.url,
    ...source.read.map(({ url }) => url),
  ];
  return new Set(
    addresses.flatMap((address) =>
      address && URL.canParse(address) ? [registeredName(new URL(address).hostname)] : [],
    ),
  );
}

/** The market that has the host or a parent of it; the first one with the exact host wins. */
function holderOf(host: string, { markets }: Dataset): Market | undefined {
  const holds = (test: (name: string) => boolean) =>
    markets.find(({ domains }) => domains.some(({ name, path }) => path === undefined && test(name)));
  return holds((name) => name === host) ?? holds((name) => covers(name, host));
}

interface DraftFact {
  kind: EventKind;
  source: string;
  verification: Verification;
}

function draftOfHosts(
  market: Market | undefined,
  hosts: ReadonlyMap<string, readonly FoundHost[]>,
  { kind, ...fact }: DraftFact,
  taken: Set<string>,
): Draft {
  const locatorOf = (found: readonly FoundHost[]) => placesWords(found.map(({ where }) => where));
  const all = [...hosts.keys()];
  const locator = locatorOf([...hosts.values()].flat());
  const why = [...hosts].map(([host, found]) => `${host}, ${locatorOf(found)}`).join('; ');
  const domains = [...hosts].map(([name, found]) => ({ name, ...fact, locator: locatorOf(found) }));
  if (!market) {
    const id = newId(registeredName(all[0]!), taken);
    const name = withoutWww(hosts.get(all[0]!)![0]!.printed);
    return draft(
      { id, name, category: 'other', domains, events: [{ kind, domains: all, ...fact, locator }] },
      true,
      why,
    );
  }
  const held = new Set(market.domains.map(({ name }) => name));
  const bare = market.events.findIndex(
    (event) => event.source === fact.source && event.kind === kind && event.domains === 'market-only',
  );
  const events = [...market.events];
  // The record had only the name; the act prints the address, too.
  if (bare >= 0) events[bare] = { ...events[bare]!, domains: all };
  else events.push({ kind, domains: all, ...fact, locator });
  return draft(
    { ...market, domains: [...market.domains, ...domains.filter(({ name }) => !held.has(name))], events },
    false,
    why,
  );
}

const draft = (market: Market, isNew: boolean, why: string): Draft => ({
  market,
  file: recordFile('markets', market),
  isNew,
  why,
});

/** "site.example" becomes "site-example", with a number if a record has that id already. */
function newId(name: string, taken: Set<string>): string {
  const base = name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
