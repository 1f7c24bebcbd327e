/** The statuses of a market's domains on a day, for the filter. Each market is computed once, when it is first asked for. */
import { lookUp } from '../../list/look-up.ts';
import type { Market } from '../../list/records.ts';
import type { Status } from '../../list/status.ts';
import type { WholeList } from '../whole-list.ts';
import type { StatusesOf } from './filters.ts';

export function statusesIn({ markets, library }: WholeList, asOf: string): StatusesOf {
  const byId = new Map(markets.map((market) => [market.id, market]));
  const known = new Map<string, readonly Status[]>();
  return ({ kind, id }) => {
    if (kind !== 'market') return [];
    const before = known.get(id);
    if (before) return before;
    const statuses = [...statusOfDomains(byId.get(id)!, library, asOf).values()];
    const once = [...new Set(statuses)];
    known.set(id, once);
    return once;
  };
}

/** The status of each domain of a market, by name. */
export function statusOfDomains(market: Market, library: WholeList['library'], asOf: string): Map<string, Status> {
  const names = [...new Set(market.domains.map(({ name }) => name))];
  return new Map(
    names.map((name) => {
      const domains = market.domains.filter((domain) => domain.name === name);
      return [name, lookUp([{ market, domains }], library, asOf).status];
    }),
  );
}
