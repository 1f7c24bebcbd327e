/** The dated events, newest first: those of the chosen tile, and of one country if the reader wants. */
import { useState } from 'preact/hooks';
import type { HistoryEvent } from '../list/status.ts';
import { countryName } from '../words/countries.ts';
import type { SiteFound } from '../messages.ts';
import { Events } from './Events.tsx';

const ALL = '';
const allWords = (count: number): string => (count === 1 ? 'One dated fact.' : `All ${count} dated facts.`);

export function History({
  id,
  report,
  own,
  ofTile,
  onPaper,
}: {
  id: string;
  report: SiteFound;
  own: readonly HistoryEvent[];
  /** Those of `own` that the chosen tile shows. */
  ofTile: readonly HistoryEvent[];
  onPaper: boolean;
}) {
  const [chosen, setChosen] = useState(ALL);
  const countryOf = ({ series }: HistoryEvent) => report.library.series[series]!.jurisdiction;
  const countries = [...new Set(ofTile.map(countryOf))]
    .filter((code) => code !== null)
    .sort((a, b) => (countryName(a) < countryName(b) ? -1 : 1));
  // A country that the chosen tile does not have hides nothing.
  const country = onPaper || !countries.includes(chosen) ? ALL : chosen;
  const shown = ofTile.filter((event) => country === ALL || countryOf(event) === country);
  return (
    <section>
      <div class="row heading">
        <h2>Dated facts</h2>
        <small role="status">
          {shown.length < own.length ? `${shown.length} of ${own.length} dated facts.` : allWords(own.length)}
        </small>
        {countries.length > 1 && (
          <label class="screen">
            Country{' '}
            <select value={country} onChange={(event) => setChosen(event.currentTarget.value)}>
              <option value={ALL}>all {countries.length}</option>
              {countries.map((code) => (
                <option key={code} value={code}>
                  {countryName(code)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Events
        id={id}
        caption={`Dated facts, newest first: ${shown.length} of ${own.length}`}
        events={shown}
        report={report}
      />
    </section>
  );
}
