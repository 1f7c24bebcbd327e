/** Columns that several tables share. */
import { displayName } from '../../list/names/display-name.ts';
import { dateWords } from '../../words/dates.ts';
import { eventWords } from '../../words/record/events.ts';
import { forceWords, termWords } from '../../words/record/force-words.ts';
import { VERIFICATION_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import { SourceLinks } from '../../ui/SourceLinks.tsx';
import { RecordLink } from '../RecordLink.tsx';
import type { Column } from '../table/table.ts';
import type { WholeList } from '../whole-list.ts';
import type { MarketFact } from './facts.ts';

type Library = WholeList['library'];

export const Host = ({ name }: { name: string }) => <bdi dir="ltr">{displayName(name)}</bdi>;

/** "2 March 2021", and the day as ISO in exports. */
export const dateColumn = <Row,>(dateOf: (row: Row) => string): Column<Row> => ({
  id: 'date',
  label: say('date'),
  text: dateOf,
  shown: (row) => <time dateTime={dateOf(row)}>{dateWords(dateOf(row))}</time>,
});

/** Where in the document it stands, how it was read, and the document's addresses. */
export function placeColumns(library: Library): Column<MarketFact>[] {
  return [
    {
      id: 'locator',
      label: say('place'),
      text: ({ event }) => event.locator,
    },
    {
      id: 'verification',
      label: say('filter-known'),
      text: ({ event }) => event.verification,
      shown: ({ event }) => (
        <>
          {VERIFICATION_WORDS[event.verification]}{' '}
          <SourceLinks
            source={library.sources[event.source]!}
            evidence={library.series[library.sources[event.source]!.series]!.evidence}
            event={event}
          />
        </>
      ),
    },
    { id: 'read_at', text: ({ event }) => event.readAt },
    { id: 'note', text: ({ event }) => event.note ?? '' },
  ];
}

export const marketColumns = (asOf: string): Column<MarketFact>[] => [
  {
    id: 'market',
    label: say('market-column'),
    text: ({ market }) => market.id,
    shown: ({ market }) => (
      <RecordLink to={{ place: 'market', id: market.id }} asOf={asOf}>
        {market.name}
      </RecordLink>
    ),
  },
  { id: 'market_name', text: ({ market }) => market.name },
  {
    id: 'printed_name',
    label: say('printed-name'),
    text: ({ event, market }) => event.printedName ?? market.name,
  },
];

export const domainColumn: Column<MarketFact> = {
  id: 'domain',
  label: say('domain'),
  text: ({ domain }) => domain,
  shown: ({ domain }) => (domain ? <Host name={domain} /> : say('name-only')),
};

export function eventColumns(library: Library, asOf: string): Column<MarketFact>[] {
  return [
    dateColumn(({ event }) => event.date),
    {
      id: 'event',
      label: say('event'),
      text: ({ event }) => event.kind,
      shown: ({ event }) => (
        <>
          <RecordLink to={{ place: 'source', id: event.source }} asOf={asOf}>
            {eventWords(event, library)}
          </RecordLink>
          {event.earlierOwner && ` (${say('earlier-owner')})`}
        </>
      ),
    },
    { id: 'source', text: ({ event }) => event.source },
    { id: 'series', text: ({ event }) => event.series },
    { id: 'evidence', text: ({ event }) => event.evidence },
    { id: 'earlier_owner', text: ({ event }) => (event.earlierOwner ? 'yes' : 'no') },
  ];
}

/** Whether an order is in force on the day: shown, ended, or not known. */
export const forceColumns: Column<MarketFact>[] = [
  { id: 'term', text: ({ event }) => (event.order ? termWords(event) || 'not in our record' : '') },
  {
    id: 'in_force',
    label: say('force'),
    text: ({ event }) => (event.order ? (event.inForce === null ? 'not known' : event.inForce ? 'yes' : 'no') : ''),
    shown: ({ event }) => forceWords(event),
  },
];
