/** What being named means and does not mean, and how it can be challenged, series by series, in our own words. */
import type { SiteReport } from '../messages.ts';

export function Meaning({ report: { verdict, library, markets } }: { report: Extract<SiteReport, { check: 'done' }> }) {
  return (
    <section>
      <h2>What this means</h2>
      {verdict.series.map(({ series: id }) => {
        const series = library.series[id]!;
        return (
          <details key={id} open={verdict.series.length === 1}>
            <summary>{series.name}</summary>
            <p>{series.means}</p>
            <p>{series.doesNotMean}</p>
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
      {markets.map(({ id, note }) => note && <p key={id}>{note}</p>)}
    </section>
  );
}
