/** Finds the citations of sources in a record. */
import type { Country, Market, Series, Verification } from '../list/records.ts';

export interface Citation {
  /** "events.3.source" */
  path: string;
  source: string;
  readAt?: string | undefined;
  verification?: Verification | undefined;
  locator?: string | undefined;
}

type Citing = Omit<Citation, 'path'>;

export function citations(record: Market | Country | Series): Citation[] {
  const found: Citation[] = [];
  const all = (name: string, facts: readonly Citing[] = []) =>
    facts.forEach(({ source, readAt, verification, locator }, n) =>
      found.push({ path: `${name}.${n}.source`, source, readAt, verification, locator }),
    );
  if ('evidence' in record) {
    all('statutes', record.statutes);
    return found;
  }
  if ('tiers' in record) {
    all('tiers', record.tiers);
    all('statements', record.statements);
    return found;
  }
  all('domains', record.domains);
  record.domains.forEach(({ changedHands }, n) => {
    if (changedHands?.source) found.push({ path: `domains.${n}.changedHands.source`, source: changedHands.source });
  });
  all('events', record.events);
  record.events.forEach(({ order }, n) => {
    if (order) found.push({ path: `events.${n}.order`, source: order });
  });
  all('relations', record.relations);
  return found;
}
