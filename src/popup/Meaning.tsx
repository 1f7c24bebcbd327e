/** What being named means and does not mean, how it can be challenged, series by series and in our own words; and how our own record is. */
import { seriesSentence } from '../list/words.ts';
import type { Found } from '../messages.ts';
import { Mark } from '../ui/Mark.tsx';
import { WrongRecord } from './WrongRecord.tsx';

export function Meaning({ report }: { report: Found }) {
  const { verdict, library } = report;
  return (
    <section>
      {verdict.series.length > 0 && <h2>Who says so, what it means, how to challenge it</h2>}
      {verdict.series.map((status) => {
        const series = library.series[status.series]!;
        return (
          <details key={series.id} class="says" open={verdict.series.length === 1}>
            <summary>
              <Mark of={status.status} size={16} />
              {seriesSentence(status, library)}
            </summary>
            <p>
              <b>{series.name}</b>, {series.issuer}. {series.means}
            </p>
            <p>
              <b>It does not mean.</b> {series.doesNotMean}
            </p>
            <p>
              <b>To challenge it.</b> {series.challenge.text}{' '}
              {series.challenge.url && (
                <a href={series.challenge.url} target="_blank" rel="noreferrer">
                  {series.issuer}
                </a>
              )}
            </p>
          </details>
        );
      })}
      <WrongRecord report={report} />
    </section>
  );
}
