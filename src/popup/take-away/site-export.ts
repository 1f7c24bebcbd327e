/**
 * Exports what the list says about one site, as text, JSON or CSV. Each export names the release and its hash. Hosts
 * are never links.
 */
import { displayName } from '../../list/names/display-name.ts';
import type { HistoryEvent } from '../../list/status.ts';
import { knownWords } from '../../list/headline.ts';
import { eventWords, VERIFICATION_WORDS } from '../../list/words.ts';
import type { SiteFound } from '../../messages.ts';
import { namedWords } from '../../list/named-words.ts';
import { ownEvents } from '../../list/history.ts';
import { releaseLine, silenceWords, siteSentences } from './site-words.ts';

export function asText(report: SiteFound): string {
  const { host, history } = report;
  const events = ownEvents(history);
  const silence = silenceWords(report);
  const named = namedWords(report.result.matches, host);
  return [
    displayName(host) === host ? host : `${displayName(host)} (${host})`,
    ...siteSentences(report),
    ...(silence ? [silence] : []),
    ...(named ? [named] : []),
    ...changedHands(report),
    ...(events.length ? [knownWords(events), '', ...events.map((event) => eventLine(event, report))] : []),
    '',
    releaseLine(report),
    '',
  ].join('\n');
}

/** The cautions that the popup shows next to the sentences. */
function changedHands({ markets }: SiteFound): string[] {
  const domains = markets.flatMap((market) => market.domains.filter(({ matched }) => matched));
  return domains.flatMap(({ changedHands }) => changedHands ?? []);
}

function eventLine(event: HistoryEvent, { library }: SiteFound): string {
  const source = library.sources[event.source]!;
  const printed = event.domains === 'market-only' ? ', no domain printed' : '';
  const owner = event.earlierOwner ? ', about an earlier owner' : '';
  return `${event.date}  ${eventWords(event, library)}${printed}${owner}. ${source.title}, ${event.locator} (${VERIFICATION_WORDS[event.verification]}). ${event.url}`;
}

export function asJson(report: SiteFound): string {
  const { host, asOf, readOn, list, status, result, searched, markets, history, library } = report;
  const release =
    list.state === 'ready'
      ? { list: 'curated', sequence: list.sequence, published: list.published, hash: list.hash }
      : null;
  return `${JSON.stringify({ host, asOf, readOn, release, status, sentences: siteSentences(report), silence: silenceWords(report) || null, series: result.series, record: result.record, searched, markets, events: history, library }, null, 2)}\n`;
}

const COLUMNS = [
  'host',
  'as_of',
  'read_on',
  'status',
  'says',
  'market',
  'date',
  'date_kind',
  'event',
  'bearing',
  'printed',
  'earlier_owner',
  'series',
  'evidence',
  'jurisdiction',
  'source',
  'title',
  'case_number',
  'locator',
  'verification',
  'until',
  'in_force',
  'url',
  'read_at',
  'archived',
  'release',
  'release_date',
  'release_hash',
] as const;

export function asCsv(report: SiteFound): string {
  const { host, asOf, readOn, status, history, library, list } = report;
  const says = siteSentences(report).join(' ');
  const release = list.state === 'ready' ? [String(list.sequence), list.published, list.hash] : ['', '', ''];
  const rows = history.map((event) => {
    const source = library.sources[event.source]!;
    const series = library.series[event.series]!;
    const inForce = event.order ? (event.inForce === null ? 'not known' : event.inForce ? 'yes' : 'no') : '';
    return [
      host,
      asOf,
      readOn,
      status,
      says,
      event.market,
      event.date,
      event.dateKind,
      event.kind,
      event.bearing,
      event.domains === 'market-only' ? event.domains : event.domains.join(' '),
      event.earlierOwner ? 'yes' : '',
      series.id,
      event.evidence,
      series.jurisdiction ?? '',
      source.id,
      source.title,
      source.caseNumber ?? '',
      event.locator,
      event.verification,
      event.until ?? '',
      inForce,
      event.url,
      event.readAt,
      source.archived ?? '',
      ...release,
    ];
  });
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** A CSV field, quoted if needed. A value that a spreadsheet would run as a formula gets an apostrophe in front. */
export function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
