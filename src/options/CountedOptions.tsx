/** Which lists and orders count, by kind of act, and which countries are named first. */
import type { Evidence, Series } from '../list/records.ts';
import { countryName } from '../words/countries.ts';
import { Switch } from './fields.tsx';
import type { Part } from './part.ts';

/** In the order of the page. Series of the other kinds (judgments, reports, statutes) give no status by themselves. */
const KINDS: [Evidence, string][] = [
  ['government-list', 'Government lists'],
  ['court-order', 'Court orders'],
  ['administrative-order', 'Orders of authorities other than courts'],
  ['voluntary-agreement', 'Agreements of internet access providers'],
  ['seizure', 'Domain seizures'],
  ['industry-submission', 'Requests by industry bodies'],
];
const inOrder =
  <T,>(words: (item: T) => string) =>
  (a: T, b: T) =>
    words(a).localeCompare(words(b), 'en');
const toggled = (all: string[], item: string, on: boolean) =>
  on ? [...all, item] : all.filter((each) => each !== item);

export function CountedOptions({ settings, change, series }: Part & { series: Series[] }) {
  const { seriesIgnored, jurisdictions } = settings;
  if (!series.length)
    return (
      <section>
        <h2>Lists and orders that count</h2>
        <p>The list is not loaded, so there is nothing to choose from yet.</p>
      </section>
    );
  const places = [...new Set(series.flatMap(({ jurisdiction }) => jurisdiction ?? []))].sort(inOrder(countryName));
  return (
    <section>
      <h2>Lists and orders that count</h2>
      <p class="dim">
        What you leave out gives no mark and no badge. The popup keeps it in the history of a site, and says that you
        left it out. A line here is one programme: a body that writes for two lists has two lines, and a list of
        countries, which names no sites, has one. Where the popup tells what it searched, it counts lists of sites,
        countries and bodies.
      </p>
      {KINDS.map(([kind, words]) => {
        const own = series.filter(({ evidence }) => evidence === kind).sort(inOrder(({ label }) => label));
        return own.length > 0 && <Kind key={kind} words={words} series={own} ignored={seriesIgnored} change={change} />;
      })}
      <h3>Countries named first</h3>
      <p class="dim">Where lists or orders rank alike, those of these countries are named first.</p>
      <details>
        <summary>
          Countries and the EU ({places.filter((code) => jurisdictions.includes(code)).length || 'none'} of{' '}
          {places.length} chosen)
        </summary>
        <fieldset class="columns">
          <legend class="unseen">Countries named first</legend>
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

interface KindProps {
  words: string;
  series: Series[];
  ignored: string[];
  change: Part['change'];
}

function Kind({ words, series, ignored, change }: KindProps) {
  const ids = series.map(({ id }) => id);
  const others = ignored.filter((id) => !ids.includes(id));
  return (
    <details>
      <summary>
        {words} ({ids.filter((id) => !ignored.includes(id)).length} of {ids.length})
      </summary>
      <fieldset>
        <legend class="unseen">{words} that count</legend>
        <div class="row">
          <button
            type="button"
            class="btn"
            aria-label={`All: ${words}`}
            onClick={() => change({ seriesIgnored: others })}
          >
            All
          </button>
          <button
            type="button"
            class="btn"
            aria-label={`None: ${words}`}
            onClick={() => change({ seriesIgnored: [...others, ...ids] })}
          >
            None
          </button>
        </div>
        <div class="columns">
          {series.map(({ id, label, name }) => (
            <Switch
              key={id}
              label={
                <>
                  {label} <small>{name}</small>
                </>
              }
              on={!ignored.includes(id)}
              set={(on) => change({ seriesIgnored: toggled(ignored, id, !on) })}
            />
          ))}
        </div>
      </fieldset>
    </details>
  );
}
