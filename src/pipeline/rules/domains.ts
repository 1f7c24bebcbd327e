/** Rules for domains: what may be listed, and who owned it when. */
import { parse as parseHost } from 'tldts';
import { earliest, latest } from '../../list/dates.ts';
import { NAMING_KINDS } from '../../list/history.ts';
import { recordFile } from '../../list/record-file.ts';
import type { EventKind, Market, MarketDomain } from '../../list/records.ts';
import { byId, eachMarket, type Rule } from './rule.ts';

/** Listing github.io would accuse thousands of sites: a name must be below a public suffix, private ones included. */
export const noSharedHosts: Rule = (data) =>
  eachMarket(data, (market, say) =>
    market.domains.forEach((domain, n) => {
      const host = parseHost(domain.name, { allowPrivateDomains: true });
      if (host.isIp)
        say(
          `domains.${n}.name`,
          `${domain.name} is an address, not a name: addresses are shared and cannot be listed; take it out`,
        );
      else if (host.domain === null)
        say(
          `domains.${n}.name`,
          `${domain.name} is a public suffix or a host that many share: enter the full host name that the source printed, or a url-prefix`,
        );
      else if (!host.isIcann && !host.isPrivate)
        say(`domains.${n}.name`, `${domain.name} ends in no known top-level domain: check the spelling in the source`);
    }),
  );

export const prefixesHavePaths: Rule = (data) =>
  eachMarket(data, (market, say) =>
    market.domains.forEach((domain, n) => {
      if (domain.scope === 'url-prefix' && (domain.path ?? '/') === '/')
        say(
          `domains.${n}.path`,
          'a url-prefix needs the path that the source printed: add "path", or make the scope "host"',
        );
      if (domain.path && domain.scope !== 'url-prefix')
        say(`domains.${n}.scope`, '"path" counts only with the scope "url-prefix": add it, or take the path out');
    }),
  );

export const domainsAreUnique: Rule = (data) => {
  const owners = new Map<string, [Market, MarketDomain][]>();
  return eachMarket(data, (market, say) =>
    market.domains.forEach((domain, n) => {
      const key = domain.name + (domain.scope === 'url-prefix' ? (domain.path ?? '') : '');
      const others = owners.get(key) ?? [];
      for (const [other, span] of others)
        if (overlap(domain, span))
          say(
            `domains.${n}.name`,
            other === market
              ? `${domain.name} stands twice in this file for the same time: keep one`
              : `${domain.name} is also a domain of ${recordFile('markets', other)} at the same time: give both spans (from, until), or join the two markets`,
          );
      owners.set(key, [...others, [market, domain]]);
    }),
  );
};

function overlap(a: MarketDomain, b: MarketDomain): boolean {
  return (
    !(a.until && b.from && latest(a.until) <= earliest(b.from)) &&
    !(b.until && a.from && latest(b.until) <= earliest(a.from))
  );
}

export const spansRunForward: Rule = (data) =>
  eachMarket(data, (market, say) =>
    market.domains.forEach((domain, n) => {
      if (domain.from && domain.until && latest(domain.until) < earliest(domain.from))
        say(`domains.${n}.until`, `${domain.until} is before "from" (${domain.from}): correct one of them`);
    }),
  );

export const eventsNameKnownDomains: Rule = (data) =>
  eachMarket(data, (market, say) => {
    const known = new Set(market.domains.map((domain) => domain.name));
    market.events.forEach((event, n) => {
      if (event.domains === 'market-only') return;
      for (const name of event.domains)
        if (!known.has(name))
          say(
            `events.${n}.domains`,
            `${name} is not among the market's domains: add it there with its source, or correct the spelling`,
          );
    });
  });

/**
 * Kinds of event that may be later than the market's use of the domain: the end of an order or case, the return of a
 * domain.
 */
const AFTERWARDS: ReadonlySet<EventKind> = new Set([
  'unblocked',
  'annulled',
  'reinstated',
  'returned',
  'lapsed',
  'closed',
  'judgment',
  'confirmed',
  'extended',
  'delisted',
]);

/**
 * A source that prints a domain for a market says that the market used it at that time, so the recorded period must
 * include that date.
 */
export const eventsFallInTheSpan: Rule = (data) => {
  const sources = byId(data.sources);
  return eachMarket(data, (market, say) =>
    market.events.forEach((event, n) => {
      const date = event.date ?? sources.get(event.source)?.date;
      if (event.domains === 'market-only' || !date) return;
      for (const name of event.domains) {
        const spans = market.domains.filter((domain) => domain.name === name);
        const reached = spans.some(
          ({ until }) => !until || AFTERWARDS.has(event.kind) || latest(until) >= earliest(date),
        );
        if (spans.length && !reached)
          say(
            `events.${n}.domains`,
            `${name} is printed on ${date}, after its "until" (${spans.at(-1)!.until!}): correct the span, or give the name to the market that had it then`,
          );
        else if (spans.length && spans.every(({ from }) => from && earliest(from) > latest(date)))
          say(
            `events.${n}.domains`,
            `${name} is printed on ${date}, before its "from" (${spans[0]!.from!}): correct the span, or the event`,
          );
      }
    }),
  );
};

/**
 * Facts up to a change of hands are history. A later fact is about a new owner or out of date, and only a person can
 * tell which. It counts again if the later owner's period is recorded as a domain entry of its own.
 */
export const changesOfHandsEndTheFacts: Rule = (data) => {
  const sources = byId(data.sources);
  const laterSpans = new Map(
    data.markets.flatMap(({ domains }) =>
      domains.filter(({ from }) => from).map(({ name, from }) => [name, from!] as const),
    ),
  );
  return eachMarket(data, (market, say) =>
    market.domains.forEach(({ name, changedHands, withheld }, n) => {
      if (!changedHands || withheld) return;
      const date = changedHands.date ?? sources.get(changedHands.source ?? '')?.date;
      if (!date)
        return say(
          `domains.${n}.changedHands`,
          `${name} changed hands, and no fact counts until it is said when: give the date, or the source that tells it`,
        );
      const later = market.events.find((event) => {
        const on = event.date ?? sources.get(event.source)?.date;
        return (
          on &&
          NAMING_KINDS.has(event.kind) &&
          event.domains !== 'market-only' &&
          event.domains.includes(name) &&
          earliest(on) > latest(date)
        );
      });
      const span = laterSpans.get(name);
      if (later && !(span && latest(span) >= earliest(date)))
        say(
          `domains.${n}.changedHands`,
          `${name} changed hands (${date}), and ${later.source} prints it later: enter the later owner's span as a domain of its own, or correct one of the two`,
        );
    }),
  );
};
