/** What the popup is told of one domain of a market. Pure. */
import { changedBy, type Library } from '../../list/history.ts';
import { changedHandsWords } from '../../words/record/on-record-words.ts';
import type { MarketDomain } from '../../list/records.ts';
import type { MarketCard } from '../../messages.ts';

/** @param matched true if the domain covers the host asked about */
export function domainCard(domain: MarketDomain, matched: boolean, library: Library): MarketCard['domains'][number] {
  const { name, from, until, changedHands, source, locator, verification } = domain;
  return {
    name,
    matched,
    from: from ?? null,
    until: until ?? null,
    changedHands: changedHands ? changedHandsWords(changedHands) : null,
    changedOn: changedHands?.date ?? null,
    changedBy: changedBy(domain, library),
    changedSource: changedHands?.source ?? null,
    source,
    locator,
    verification,
  };
}
