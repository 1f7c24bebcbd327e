/**
 * Exports what the list says about one site, as text or JSON; site-csv.ts has the table. Each names the day, the
 * release and its hash. Hosts are never links.
 */
import { forceWords } from '../../words/record/force-words.ts';
import { displayName } from '../../list/names/display-name.ts';
import type { HistoryEvent } from '../../list/status.ts';
import { knownWords } from '../../words/record/headline.ts';
import { LICENCE } from '../../list/licence.ts';
import { dateWords } from '../../words/dates.ts';
import { eventWords } from '../../words/record/events.ts';
import { VERIFICATION_WORDS } from '../../words/record/terms.ts';
import type { SiteFound } from '../../messages.ts';
import { ownEvents } from '../../list/history.ts';
import { cautionsOf } from './cautions.ts';
import { authoritiesOf } from '../../ui/citations/authority.ts';
import { releaseLine, siteSentences } from './site-words.ts';

/** Changes when a field of the JSON export changes its meaning or goes. */
const FORMAT = 'listmark-site/1';

export function asText(report: SiteFound): string {
  const { host, history } = report;
  const events = ownEvents(history);
  const cautions = cautionsOf(report);
  return [
    displayName(host) === host ? host : `${displayName(host)} (${host})`,
    ...siteSentences(report),
    ...(events.length ? [knownWords(events)] : []),
    ...(cautions.length ? ['', 'Before you rely on it:', ...cautions.map((caution) => `- ${caution}`)] : []),
    ...(events.length
      ? ['', 'Dated facts about this domain:', ...events.map((event) => eventLine(event, report))]
      : []),
    '',
    releaseLine(report),
    `Licence of the record: ${LICENCE.title}, ${LICENCE.path}`,
    '',
  ].join('\n');
}

function eventLine(event: HistoryEvent, { library, markets }: SiteFound): string {
  const source = library.sources[event.source]!;
  const series = library.series[event.series]!;
  const market = markets.find(({ id }) => id === event.market);
  const facts = [
    `as ${market?.name ?? event.market}${event.printedName ? `, printed as “${event.printedName}”` : ''}`,
    event.domains === 'market-only'
      ? 'printed the name, no domain'
      : `printed ${event.domains.map(displayName).join(', ')}`,
    event.earlierOwner ? 'about an earlier owner' : '',
    event.dateKind === 'observed' ? 'date observed' : '',
    series.evidence === 'report' ? '' : `by ${authoritiesOf(source, series).join('; ')}`,
    source.caseNumber ? `case ${source.caseNumber}` : '',
    source.methods?.map((method) => method.toUpperCase()).join(', ') ?? '',
    source.provisional ? 'provisional' : '',
    forceWords(event),
    event.note?.replace(/\.$/, '') ?? '',
  ].filter(Boolean);
  const where = `${source.title}, ${event.locator} (${VERIFICATION_WORDS[event.verification]})`;
  return `${dateWords(event.date)}  ${eventWords(event, library)}; ${facts.join('; ')}. ${where}. ${event.readAt}`;
}

export function asJson(report: SiteFound): string {
  const { host, asOf, readOn, list, status, result, searched, markets, history, library } = report;
  const release =
    list.state === 'ready'
      ? { list: 'curated', sequence: list.sequence, published: list.published, hash: list.hash }
      : null;
  const answer = {
    format: FORMAT,
    licence: `${LICENCE.title} (${LICENCE.name}), ${LICENCE.path}`,
    host,
    asOf,
    readOn,
    release,
    status,
    sentences: siteSentences(report),
    cautions: cautionsOf(report),
    series: result.series,
    record: result.record,
    searched,
    markets,
    events: history,
    library,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
