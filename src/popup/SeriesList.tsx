/** One line for each series that says something of the site. */
import { EVIDENCE_WORDS, seriesSentence } from '../list/words.ts';
import type { SiteReport } from '../messages.ts';
import { Mark } from '../ui/Mark.tsx';

export function SeriesList({ report: { verdict, library } }: { report: Extract<SiteReport, { check: 'done' }> }) {
  if (verdict.series.length < 2) return null;
  return (
    <section>
      <h2>Who says so</h2>
      <ul class="series">
        {verdict.series.map((status) => (
          <li key={status.series}>
            <Mark of={status.status} size={16} />
            <p>
              {seriesSentence(status, library)}
              <small>
                {library.series[status.series]!.label} · {EVIDENCE_WORDS[library.series[status.series]!.evidence]}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
