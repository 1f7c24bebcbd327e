/** What the picture says of one mark: date, act, page, and how it is known. */
import type { EditionCell } from '../../list/edition-cells.ts';
import { forceWords } from '../../words/record/force-words.ts';
import { isByName, isOwn } from '../../list/history.ts';
import { displayName } from '../../list/names/display-name.ts';
import { lists } from '../../words/record/naming-words.ts';
import type { OrderLine } from '../../list/order-lines.ts';
import type { Source } from '../../list/records.ts';
import type { HistoryEvent } from '../../list/status.ts';
import { dateWords } from '../../words/dates.ts';
import { eventWords } from '../../words/record/events.ts';
import { capitalize, listOf } from '../../words/lists.ts';
import { VERIFICATION_WORDS } from '../../words/record/terms.ts';
import type { MarketCard } from '../../messages.ts';
import type { CitedFact } from '../citations/cited.ts';
import type { Told } from './told.ts';

export interface Caption {
  /** A date in words, no more precise than the source gives it. */
  when: string;
  what: string;
  /** Page, force, how it is known. */
  details: string[];
  /** What to cite; null where the record has no source. */
  cites: CitedFact | null;
}

/** A source as it was read, for a fact that is no event. */
const factOf = (source: Source | undefined, locator: string): CitedFact | null =>
  source
    ? {
        source: source.id,
        date: source.date,
        bearing: 'printed',
        readAt: source.read[0]!.url,
        verification: source.read[0]!.as,
        locator,
      }
    : null;

/** The whole caption as one line, for screen readers. */
export const captionLine = ({ when, what, details }: Caption): string => [`${when}: ${what}`, ...details].join(', ');

const DATE_KIND = { decided: '', published: '', observed: 'the day on which it was seen' } as const;

export function eventCaption(event: HistoryEvent, { library }: Pick<Told, 'library'>): Caption {
  const which = event.domains === 'market-only' ? '' : listOf(shortened(event.domains.map(displayName)));
  const named = isByName(event) ? ', by name only' : isOwn(event) ? '' : ` (${which})`;
  return {
    when: dateWords(event.date),
    what: `${eventWords(event, library)}${named}`,
    details: [
      DATE_KIND[event.dateKind],
      event.earlierOwner ? 'about an earlier owner' : '',
      forceWords(event),
      event.locator,
      VERIFICATION_WORDS[event.verification],
    ].filter(Boolean),
    cites: event,
  };
}

/** More names than these are told by their number. */
const FEW_NAMES = 3;
const shortened = (names: readonly string[]): string[] =>
  names.length > FEW_NAMES ? [...names.slice(0, FEW_NAMES), `${names.length - FEW_NAMES} more`] : [...names];

/** An edition: what it says, or why nothing can be said. */
export function cellCaption(cell: EditionCell, seriesId: string, report: Told): Caption {
  const { library, markets } = report;
  const series = library.series[seriesId]!;
  const source = cell.source ? library.sources[cell.source]! : null;
  const list = lists(series, [cell.edition]);
  const atStart = capitalize(list);
  const market = listOf(markets.map(({ name }) => name));
  const caption = (what: string): Caption => ({
    when: dateWords(source?.date ?? cell.edition),
    what,
    details: source ? [source.title] : [],
    cites: source && factOf(source, ''),
  });
  if (cell.event) {
    const said = eventCaption(cell.event, report);
    return cell.state === 'elsewhere' && isByName(cell.event)
      ? { ...said, what: `${said.what}, when it is not recorded to have used this address` }
      : said;
  }
  if (cell.state === 'no-edition') return caption(`No edition of ${cell.edition} is in our record`);
  return caption(
    cell.state === 'silent'
      ? `${atStart} does not name ${market}; our record of it is complete`
      : `Our record of ${list} is not complete: it does not tell whether ${market} is named`,
  );
}

/** The day on which a term ran out, which is no act. */
export function termCaption({ date, by }: NonNullable<OrderLine['end']>): Caption {
  return {
    when: dateWords(date),
    what: 'End of the term',
    details: [forceWords(by), by.locator, VERIFICATION_WORDS[by.verification]].filter(Boolean),
    cites: by,
  };
}

type Domain = MarketCard['domains'][number];

/** The first or the last known day of use. */
export function useCaption(domain: Domain, which: 'from' | 'until', { library }: Pick<Told, 'library'>): Caption {
  return {
    when: dateWords(domain[which]!),
    what: `${which === 'from' ? 'First' : 'Last'} known use of ${displayName(domain.name)} by the market`,
    details: [domain.locator, VERIFICATION_WORDS[domain.verification]],
    cites: factOf(library.sources[domain.source], domain.locator),
  };
}

/** A change of hands; where its day is not known, the day by which it had happened. */
export function handsCaption(domain: Domain, { library }: Pick<Told, 'library'>): Caption {
  const { name, changedHands, changedOn, changedBy, changedSource, source } = domain;
  return {
    when: changedOn ? dateWords(changedOn) : `By ${dateWords(changedBy!)}`,
    what: `${displayName(name)}. ${changedHands!.replace(/\.$/, '')}`,
    details: [],
    cites: factOf(library.sources[changedSource ?? source], ''),
  };
}
