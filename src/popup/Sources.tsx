/** Lists every source of the history once, grouped by series if there are many. */
import { compareDates } from '../list/dates.ts';
import type { Series, Source } from '../list/records.ts';
import type { HistoryEvent } from '../list/status.ts';
import { dateWords } from '../words/dates.ts';
import { EVIDENCE_WORDS } from '../words/record/terms.ts';
import type { SiteFound } from '../messages.ts';
import { ownEvents } from '../list/history.ts';
import { SourceLinks } from '../ui/SourceLinks.tsx';

/** Up to this many sources are shown in one list; more are grouped by series. */
const UNGROUPED = 8;

export function Sources({ report: { history, library } }: { report: SiteFound }) {
  const events = ownEvents(history);
  const sources = [...new Set(events.map((event) => event.source))]
    .map((id) => library.sources[id]!)
    .sort((a, b) => compareDates(b.date, a.date));
  if (!sources.length) return null;
  const list = (items: Source[]) => (
    <ol class="sources">
      {items.map((source) => (
        <Item
          key={source.id}
          source={source}
          series={library.series[source.series]!}
          events={events.filter((event) => event.source === source.id)}
        />
      ))}
    </ol>
  );
  return (
    <section>
      <details>
        <summary>
          <h2>Sources ({sources.length})</h2>
        </summary>
        {sources.length <= UNGROUPED
          ? list(sources)
          : [...new Set(sources.map((source) => source.series))].map((series) => {
              const own = sources.filter((source) => source.series === series);
              return (
                <details key={series}>
                  <summary>
                    {library.series[series]!.label} ({own.length}) <small>{years(own)}</small>
                  </summary>
                  {list(own)}
                </details>
              );
            })}
      </details>
    </section>
  );
}

function Item({
  source,
  series,
  events,
}: {
  source: Source & { found?: number };
  series: Series;
  events: HistoryEvent[];
}) {
  const facts = [
    source.authority ?? series.issuer,
    `${source.dateKind} ${dateWords(source.date)}`,
    EVIDENCE_WORDS[series.evidence],
    source.caseNumber ? `case ${source.caseNumber}` : '',
    `where: ${[...new Set(events.map((event) => event.locator))].join('; ')}`,
    completeness(source),
  ];
  return (
    <li>
      <p>
        <cite>{source.title}</cite>
      </p>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      <small>
        <SourceLinks source={source} evidence={series.evidence} />
      </small>
    </li>
  );
}

/** "2011–2024", newest first in `sources`. */
function years(sources: readonly Source[]): string {
  const [last, first] = [sources[0]!.date.slice(0, 4), sources.at(-1)!.date.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

/** Says if the record holds the whole edition, so that readers do not take silence as proof. */
function completeness({ edition, complete, stated, found }: Source & { found?: number }): string {
  if (!edition) return '';
  if (complete) return 'our record of this edition is complete';
  return `our record of this edition is not complete${found !== undefined && stated ? ` (${found} of ${stated})` : ''}`;
}
