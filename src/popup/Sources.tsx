/** Every source of the history once, with its issuer, how it is known, and all that was read for it. */
import { compareDates } from '../list/dates.ts';
import { dateWords, EVIDENCE_WORDS, VERIFICATION_WORDS } from '../list/words.ts';
import type { Found } from '../messages.ts';
import { ownEvents } from '../ui/own-events.ts';
import { SourceLinks } from './SourceLinks.tsx';

export function Sources({ report: { history, library } }: { report: Found }) {
  const ids = [...new Set(ownEvents(history).map((event) => event.source))];
  if (!ids.length) return null;
  const sources = ids.map((id) => library.sources[id]!).sort((a, b) => compareDates(b.date, a.date));
  return (
    <section>
      <details>
        <summary>
          <h2>Sources ({sources.length})</h2>
        </summary>
        <ol class="sources">
          {sources.map((source) => {
            const series = library.series[source.series]!;
            const facts = [
              source.authority ?? series.issuer,
              `${source.dateKind} ${dateWords(source.date)}`,
              EVIDENCE_WORDS[series.evidence],
              source.caseNumber ? `case ${source.caseNumber}` : '',
              [...new Set(source.read.map((read) => VERIFICATION_WORDS[read.as]))].join(', '),
              completeness(source),
            ];
            return (
              <li key={source.id}>
                <p>
                  <cite>{source.title}</cite>
                </p>
                <small>{facts.filter(Boolean).join(' · ')}</small>
                {source.note && <small>{source.note}</small>}
                <small>
                  <SourceLinks source={source} />
                </small>
              </li>
            );
          })}
        </ol>
      </details>
    </section>
  );
}

/** What our record holds of an edition, so that silence is not read from a part. */
function completeness({
  edition,
  complete,
  stated,
  found,
}: {
  edition?: string | undefined;
  complete?: boolean | undefined;
  stated?: number | null | undefined;
  found?: number;
}): string {
  if (!edition) return '';
  if (complete) return 'our record of this edition is complete';
  return `our record of this edition is not complete${found !== undefined && stated ? ` (${found} of ${stated})` : ''}`;
}
