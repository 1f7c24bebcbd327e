/** A table of dated events. Listed hosts are text; only sources link. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { forceWords } from '../words/record/force-words.ts';
import { displayName } from '../list/names/display-name.ts';
import type { Series, Source } from '../list/records.ts';
import type { HistoryEvent } from '../list/status.ts';
import { dateWords } from '../words/dates.ts';
import { EVIDENCE_WORDS } from '../words/record/terms.ts';
import { eventWords } from '../words/record/events.ts';
import type { SiteFound } from '../messages.ts';
import { shapeOfEvent } from '../ui/timeline/evidence.ts';
import { InlineGlyph } from '../ui/timeline/Glyph.tsx';
import { SourceLinks } from '../ui/SourceLinks.tsx';

/** As many rows as fit; a button shows the rest. */
const FIRST_ROWS = 8;

export function Events({
  id,
  caption,
  events,
  report,
}: {
  id?: string;
  caption: string;
  events: readonly HistoryEvent[];
  report: SiteFound;
}) {
  const [all, setAll] = useState(false);
  const firstNew = useRef<HTMLTableRowElement>(null);
  // Move the focus: the focused button disappears. Before the next frame, so that no key finds the focus nowhere.
  useLayoutEffect(() => {
    if (all) firstNew.current?.focus();
  }, [all]);
  // The hidden rows stay in the document for printing.
  const shown = all || events.length <= FIRST_ROWS + 2 ? events.length : FIRST_ROWS;
  return (
    <>
      <table class="events" id={id}>
        <caption class="unseen">{caption}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Evidence</th>
            <th scope="col">Fact and source</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event, n) => (
            <tr
              class={n < shown ? '' : 'later'}
              ref={n === FIRST_ROWS ? firstNew : null}
              {...(n === FIRST_ROWS && { tabIndex: -1 })}
              key={`${event.source} ${event.kind} ${event.market} ${event.date}`}
            >
              <th scope="row">
                <time dateTime={event.date}>{dateWords(event.date)}</time>
              </th>
              <td>
                <InlineGlyph shape={shapeOfEvent(event)} label={EVIDENCE_WORDS[event.evidence]} />
              </td>
              <td>
                <p>{eventWords(event, report.library)}</p>
                <small>
                  {details(event, report).join(' · ')}{' '}
                  <SourceLinks
                    source={report.library.sources[event.source]!}
                    evidence={report.library.series[event.series]!.evidence}
                    event={event}
                  />
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" class="unseen">
        {all && `All ${events.length} dated facts are shown.`}
      </p>
      {shown < events.length && (
        <button type="button" class="btn more" onClick={() => setAll(true)}>
          Show all {events.length} dated facts
        </button>
      )}
    </>
  );
}

function details(event: HistoryEvent, { library, result }: SiteFound): string[] {
  const source = library.sources[event.source]!;
  const matched = new Set(result.matches.map((match) => match.domain));
  const others =
    event.domains === 'market-only' ? [] : event.domains.filter((domain) => !matched.has(domain)).map(displayName);
  return [
    event.dateKind === 'observed' ? 'date observed' : '',
    event.domains === 'market-only' ? 'named without a domain' : '',
    event.earlierOwner ? 'about an earlier owner' : '',
    event.bearing === 'family' && others.length
      ? `printed ${others.slice(0, 4).join(', ')}${others.length > 4 ? ` and ${others.length - 4} more` : ''}`
      : '',
    event.printedName ? `printed as “${event.printedName}”` : '',
    authority(source, library.series[event.series]!),
    source.caseNumber ? `case ${source.caseNumber}` : '',
    source.methods?.map((method) => method.toUpperCase()).join(', ') ?? '',
    source.provisional ? 'provisional' : '',
    forceWords(event),
    event.locator,
  ].filter(Boolean);
}

/** The deciding body, unless the line above names it already. */
function authority({ authority }: Source, { issuer, issuedBy }: Series): string {
  return authority && authority !== issuer && !issuedBy.endsWith(authority) ? authority : '';
}
