/**
 * The events of a site as CSV. One row an event; those of other domains of the market are marked.
 */
import { csvText } from '../../list/csv.ts';
import { termWords } from '../../words/record/force-words.ts';
import { LICENCE } from '../../list/licence.ts';
import { isOwn } from '../../list/history.ts';
import type { HistoryEvent } from '../../list/status.ts';
import type { SiteFound } from '../../messages.ts';
import { cautionsOf } from './cautions.ts';
import { authoritiesOf } from '../../ui/citations/authority.ts';
import { siteSentences } from './site-words.ts';

export function asCsv(report: SiteFound): string {
  const about = aboutReport(report);
  const rows = report.history.map((event) => ({ ...about.first, ...aboutEvent(event, report), ...about.last }));
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => Object.values(row))];
  return csvText(lines);
}

type Row = Record<string, string>;

/** What is the same in each row. */
function aboutReport(report: SiteFound): { first: Row; last: Row } {
  const { host, asOf, readOn, status, list } = report;
  const [sequence, published, hash] =
    list.state === 'ready' ? [String(list.sequence), list.published, list.hash] : ['', '', ''];
  return {
    first: { host, as_of: asOf, read_on: readOn, status },
    last: {
      says: siteSentences(report).join(' '),
      cautions: cautionsOf(report).join(' '),
      release: sequence,
      release_date: published,
      release_hash: hash,
      licence: LICENCE.name,
    },
  };
}

function aboutEvent(event: HistoryEvent, { library, markets }: SiteFound): Row {
  const source = library.sources[event.source]!;
  const series = library.series[event.series]!;
  const inForce = event.order ? (event.inForce === null ? 'not known' : yes(event.inForce)) : '';
  return {
    of_this_domain: yes(isOwn(event)),
    bearing: event.bearing,
    market: event.market,
    market_name: markets.find(({ id }) => id === event.market)?.name ?? '',
    date: event.date,
    date_kind: event.dateKind,
    event: event.kind,
    printed_domains: event.domains === 'market-only' ? '' : event.domains.join(' '),
    printed_name: event.printedName ?? '',
    no_address_printed: yes(event.domains === 'market-only'),
    earlier_owner: yes(event.earlierOwner ?? false),
    series: series.id,
    evidence: event.evidence,
    jurisdiction: series.jurisdiction ?? '',
    authority: series.evidence === 'report' ? '' : authoritiesOf(source, series).join('; '),
    source: source.id,
    title: source.title,
    edition: source.edition ?? '',
    edition_complete: source.edition === undefined ? '' : yes(source.complete ?? false),
    case_number: source.caseNumber ?? '',
    method: (source.methods ?? []).join(' '),
    provisional: source.provisional ? 'yes' : '',
    term: event.order ? termWords(event) || 'not in our record' : '',
    until: event.until ?? event.statute?.until ?? '',
    in_force: inForce,
    locator: event.locator,
    verification: event.verification,
    note: event.note ?? '',
    url: event.url,
    read_at: event.readAt,
    archived: source.archived ?? '',
  };
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
