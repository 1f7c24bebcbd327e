/** The market of the domain: its other domains, related markets, and events about these. */
import { displayName } from '../list/names/display-name.ts';
import { dateWords } from '../words/dates.ts';
import { counted } from '../words/lists.ts';
import type { Relation } from '../list/records.ts';
import type { SiteFound, MarketCard } from '../messages.ts';
import { ownEvents } from '../list/history.ts';
import { Events } from './Events.tsx';

const RELATION_WORDS: Record<Relation['kind'], string> = {
  'successor-of': 'Successor of',
  'mirror-of': 'Mirror of',
  'alias-of': 'Another name of',
  'same-group': 'In one group with',
  'reuses-name-of': 'Reuses the name of',
  'not-to-be-confused-with': 'Not to be confused with',
};

export function Family({ report }: { report: SiteFound }) {
  const { markets, history, library } = report;
  const own = new Set(ownEvents(history));
  const events = history.filter((event) => !own.has(event)).reverse();
  const known = markets.filter(
    (market) => market.otherNames.length || market.relations.length || market.domains.length > 1,
  );
  if (!known.length && !events.length) return null;
  return (
    <section>
      <h2>The market and its family</h2>
      {known.map((market) => (
        <MarketFacts key={market.id} market={market} library={library} />
      ))}
      {events.length > 0 && (
        <details>
          <summary>
            {counted(events.length, 'dated fact')} about other domains of the market, or about its name alone: no status
            of this domain
          </summary>
          <Events caption="Dated facts about other domains of the market" events={events} report={report} />
        </details>
      )}
    </section>
  );
}

function MarketFacts({ market, library }: { market: MarketCard; library: SiteFound['library'] }) {
  const titleOf = (source: string) => library.sources[source]?.title ?? source;
  return (
    <>
      {market.otherNames.length > 0 && <p>Also called {market.otherNames.join(', ')}.</p>}
      {market.relations.map((relation) => (
        <p key={`${relation.kind} ${relation.market}`}>
          {RELATION_WORDS[relation.kind]} {relation.name}, by {titleOf(relation.source)} ({relation.locator}).
          {relation.note && ` ${relation.note}`}
        </p>
      ))}
      {market.domains.length > 1 && (
        <details>
          <summary>
            {market.domains.length} domains of {market.name} in the record
          </summary>
          <ul class="domains">
            {market.domains.map((domain) => (
              <li key={domain.name}>
                <bdi dir="ltr">{displayName(domain.name)}</bdi>
                {domain.matched && ' (this one)'}{' '}
                <small>
                  {span(domain)}, tied to the market by {titleOf(domain.source)}, {domain.locator}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function span({ from, until }: MarketCard['domains'][number]): string {
  if (from && until) return `${dateWords(from)} to ${dateWords(until)}`;
  if (from) return `from ${dateWords(from)}`;
  return until ? `until ${dateWords(until)}` : 'dates of use not known';
}
