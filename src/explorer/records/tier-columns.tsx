/** Columns of tables with countries on a list's tiers. */
import { dateWords } from '../../words/dates.ts';
import { VERIFICATION_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import { hostWords, WebLink } from '../../ui/WebLink.tsx';
import { RecordLink } from '../RecordLink.tsx';
import type { Column } from '../table/table.ts';
import type { WholeList } from '../whole-list.ts';
import type { TierRow } from './facts.ts';

/** @param first what a row is about: the country in an edition, or the edition of a country */
export function tierColumns(
  { sources }: WholeList['library'],
  asOf: string,
  first: 'country' | 'edition',
): Column<TierRow>[] {
  const readAt = ({ tier, source }: TierRow) => tier.readAt ?? sources[source.id]!.read[0]!.url;
  const country: Column<TierRow> = {
    id: 'country',
    ...(first === 'country' && { label: say('country-column') }),
    text: ({ country }) => country.id.toUpperCase(),
    shown: ({ country }) => (
      <RecordLink to={{ place: 'country', id: country.id }} asOf={asOf}>
        {country.name}
      </RecordLink>
    ),
  };
  const edition: Column<TierRow>[] = [
    {
      id: 'source',
      ...(first === 'edition' && { label: say('edition') }),
      text: ({ source }) => source.id,
      shown: ({ source, series }) => (
        <RecordLink to={{ place: 'source', id: source.id }} asOf={asOf}>
          {series.label} {source.edition ?? source.date.slice(0, 4)}
        </RecordLink>
      ),
    },
    {
      id: 'date',
      ...(first === 'edition' && { label: say('date') }),
      text: ({ source }) => source.date,
      shown: ({ source }) => <time dateTime={source.date}>{dateWords(source.date)}</time>,
    },
    {
      id: 'decided_or_asked',
      ...(first === 'edition' && { label: say('decided-or-asked') }),
      text: ({ series }) => (isAsked(series.evidence) ? 'asked' : 'decided'),
      shown: ({ series }) =>
        isAsked(series.evidence)
          ? say('asked-by', { body: series.issuedBy })
          : say('decided-by-body', { body: series.issuedBy }),
    },
  ];
  return [
    ...(first === 'country' ? [country, ...edition] : [...edition, country]),
    {
      id: 'tier',
      label: say('tier'),
      text: ({ tier }) => tier.tier,
      shown: ({ tier }) => say(`tier-${tier.tier}`),
    },
    { id: 'note', label: say('note'), text: ({ tier }) => tier.note ?? '' },
    { id: 'locator', label: say('place'), text: ({ tier }) => tier.locator },
    {
      id: 'verification',
      label: say('filter-known'),
      text: ({ tier }) => tier.verification,
      shown: (row) => (
        <>
          {VERIFICATION_WORDS[row.tier.verification]} <WebLink to={readAt(row)}>({hostWords(readAt(row))})</WebLink>
        </>
      ),
    },
    { id: 'read_at', text: readAt },
  ];
}

const isAsked = (evidence: string): boolean => evidence === 'industry-submission';
