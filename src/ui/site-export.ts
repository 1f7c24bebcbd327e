/** What the list says of one site, to take away: as text, as JSON, as CSV. Each carries the release and its hash. Hosts stay text. */
import { displayName } from '../list/display-name.ts';
import type { HistoryEvent } from '../list/status.ts';
import { headline, knownWords } from '../list/headline.ts';
import { dateWords, eventWords, NOT_CLEARANCE, STATUS_WORDS, VERIFICATION_WORDS } from '../list/words.ts';
import type { Found } from '../messages.ts';
import { ownEvents } from './own-events.ts';

export function releaseLine({ list, asOf }: Found): string {
  if (list.state === 'none') return `As of ${dateWords(asOf)}.`;
  return `As of ${dateWords(asOf)}, by Listmark release ${list.sequence} of ${dateWords(list.published)} (SHA-256 ${list.hash}).`;
}

export function asText(report: Found): string {
  const { host, history, library, verdict } = report;
  const sentences = headline(verdict.series, library);
  const events = ownEvents(history);
  return [
    displayName(host) === host ? host : `${displayName(host)} (${host})`,
    ...(sentences.length ? sentences : [`${STATUS_WORDS[report.status]}. ${NOT_CLEARANCE}`]),
    ...(events.length ? [knownWords(events), '', ...events.map((event) => eventLine(event, report))] : []),
    '',
    releaseLine(report),
    '',
  ].join('\n');
}

function eventLine(event: HistoryEvent, { library }: Found): string {
  const source = library.sources[event.source]!;
  return `${event.date}  ${eventWords(event, library)}. ${source.title}, ${event.locator} (${VERIFICATION_WORDS[event.verification]}). ${event.url}`;
}

export function asJson(report: Found): string {
  const { host, asOf, list, status, verdict, markets, history, library } = report;
  const release = list.state === 'ready' ? { list: 'curated', sequence: list.sequence, published: list.published, hash: list.hash } : null;
  return `${JSON.stringify({ host, asOf, release, status, series: verdict.series, markets, events: history, library }, null, 2)}\n`;
}

const COLUMNS = [
  'host',
  'date',
  'date_kind',
  'event',
  'bearing',
  'series',
  'evidence',
  'jurisdiction',
  'source',
  'title',
  'case_number',
  'locator',
  'verification',
  'in_force',
  'url',
  'read_at',
  'archived',
  'release',
  'release_date',
  'release_hash',
] as const;

export function asCsv({ host, history, library, list }: Found): string {
  const release = list.state === 'ready' ? [String(list.sequence), list.published, list.hash] : ['', '', ''];
  const rows = history.map((event) => {
    const source = library.sources[event.source]!;
    const series = library.series[event.series]!;
    const inForce = event.order ? (event.inForce === null ? 'not known' : event.inForce ? 'yes' : 'no') : '';
    return [
      host,
      event.date,
      event.dateKind,
      event.kind,
      event.bearing,
      series.id,
      event.evidence,
      series.jurisdiction ?? '',
      source.id,
      source.title,
      source.caseNumber ?? '',
      event.locator,
      event.verification,
      inForce,
      event.url,
      event.readAt,
      source.archived ?? '',
      ...release,
    ];
  });
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Quoted where needed; what a spreadsheet would run as a formula gets an apostrophe before it. */
export function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
