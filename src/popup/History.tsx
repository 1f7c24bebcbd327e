/** The dated events, newest first, each with what was read and where. Listed hosts are text; only sources link. */
import { displayName } from '../list/display-name.ts';
import type { HistoryEvent, Library } from '../list/status.ts';
import { dateWords, eventWords, VERIFICATION_WORDS } from '../list/words.ts';
import type { SiteReport } from '../messages.ts';

export function History({ report: { history, library, verdict } }: { report: Extract<SiteReport, { check: 'done' }> }) {
  const matched = new Set(verdict.matches.map((match) => match.domain));
  const own = history.filter((event) => event.bearing !== 'family').reverse();
  const family = history.filter((event) => event.bearing === 'family').reverse();
  return (
    <section>
      <h2>History</h2>
      <Events events={own} library={library} matched={matched} />
      {family.length > 0 && (
        <details>
          <summary>{family.length} more about other domains of the same market, or about the market without a domain: no status of this one</summary>
          <Events events={family} library={library} matched={matched} />
        </details>
      )}
    </section>
  );
}

function Events({ events, library, matched }: { events: HistoryEvent[]; library: Library; matched: ReadonlySet<string> }) {
  return (
    <ol class="events">
      {events.map((event, n) => (
        <li key={n}>
          <time dateTime={event.date} title={event.dateKind}>
            {event.date}
          </time>
          <div>
            <p>{eventWords(event, library)}</p>
            <small>{details(event, library, matched).join(' · ')}</small>
            <small>
              <Links event={event} library={library} />
            </small>
          </div>
        </li>
      ))}
    </ol>
  );
}

function details(event: HistoryEvent, library: Library, matched: ReadonlySet<string>): string[] {
  const source = library.sources[event.source]!;
  const others = event.domains === 'market-only' ? [] : event.domains.filter((domain) => !matched.has(domain)).map(displayName);
  return [
    event.dateKind === 'decided' ? '' : `date ${event.dateKind}`,
    event.domains === 'market-only' ? 'printed the name only' : '',
    event.bearing === 'family' && others.length ? `printed ${others.slice(0, 4).join(', ')}${others.length > 4 ? ` and ${others.length - 4} more` : ''}` : '',
    event.printedName ? `printed as “${event.printedName}”` : '',
    source.caseNumber ?? '',
    source.methods?.map((method) => method.toUpperCase()).join(', ') ?? '',
    source.provisional ? 'provisional' : '',
    force(event),
    VERIFICATION_WORDS[event.verification],
    event.locator,
    event.note ?? '',
  ].filter(Boolean);
}

function force(event: HistoryEvent): string {
  if (!event.order || event.kind === 'unblocked') return '';
  const term = event.permanent ? 'permanent by its terms' : event.until ? `until ${dateWords(event.until)}` : '';
  if (event.inForce === true) return `in force: ${term || 'a later act shows it'}`;
  if (event.inForce === false) return `ended${term ? `, ${term}` : ''}`;
  return 'whether in force is not known';
}

function Links({ event, library }: { event: HistoryEvent; library: Library }) {
  const source = library.sources[event.source]!;
  const links: [string, string][] = [];
  if (source.url) links.push(['source', source.url]);
  if (event.readAt !== source.url) links.push([event.verification === 'report' ? 'report' : 'copy read', event.readAt]);
  if (source.archived) links.push(['archived', source.archived]);
  return (
    <>
      <cite>{source.title}</cite>
      {links.map(([label, url]) => (
        <>
          {' · '}
          <a href={url} target="_blank" rel="noreferrer" aria-label={`${label}: ${source.title}`}>
            {label}
          </a>
        </>
      ))}
    </>
  );
}
