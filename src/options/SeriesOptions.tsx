/** Which series count, and which jurisdictions come first. */
import type { Series } from '../list/records.ts';
import { countryName, EVIDENCE_WORDS } from '../list/words.ts';
import { Switch } from './fields.tsx';
import type { Part } from './part.ts';

export function SeriesOptions({
  settings: { seriesIgnored, jurisdictions },
  change,
  series,
}: Part & { series: Series[] }) {
  if (!series.length)
    return (
      <section>
        <h2>Series</h2>
        <p>The list is not loaded, so there is nothing to choose from yet.</p>
      </section>
    );
  const places = [...new Set(series.flatMap(({ jurisdiction }) => jurisdiction ?? []))].sort((a, b) =>
    countryName(a) < countryName(b) ? -1 : 1,
  );
  const toggled = (all: string[], item: string, on: boolean) =>
    on ? [...all, item] : all.filter((each) => each !== item);
  return (
    <section>
      <h2>Series</h2>
      <details>
        <summary>
          Which series count ({series.filter(({ id }) => !seriesIgnored.includes(id)).length} of {series.length})
        </summary>
        <p class="dim">
          A series that does not count gives no status, mark or badge; the popup says so where it matters and keeps its
          events in the history.
        </p>
        <fieldset class="columns">
          <legend>Series that count</legend>
          {series.map(({ id, label, name, evidence }) => (
            <Switch
              key={id}
              label={
                <>
                  {label}{' '}
                  <small>
                    {name}, {EVIDENCE_WORDS[evidence]}
                  </small>
                </>
              }
              on={!seriesIgnored.includes(id)}
              set={(on) => change({ seriesIgnored: toggled(seriesIgnored, id, !on) })}
            />
          ))}
        </fieldset>
      </details>
      <details>
        <summary>
          Jurisdictions said first ({places.filter((code) => jurisdictions.includes(code)).length || 'none chosen'})
        </summary>
        <p class="dim">Current before past stays; among equals, these come first.</p>
        <fieldset class="columns">
          <legend>Jurisdictions of interest</legend>
          {places.map((code) => (
            <Switch
              key={code}
              label={countryName(code)}
              on={jurisdictions.includes(code)}
              set={(on) => change({ jurisdictions: toggled(jurisdictions, code, on) })}
            />
          ))}
        </fieldset>
      </details>
    </section>
  );
}
