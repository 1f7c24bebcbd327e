/** Which lists and orders count, by kind of act, and which countries are named first. */
import type { Evidence, Series } from '../list/records.ts';
import { countryName } from '../words/countries.ts';
import { Switch } from './fields.tsx';
import type { Part } from './part.ts';
import { LANGUAGE } from '../words/catalogue.ts';
import { say } from '../words/options.ts';

/** In the order of the page. Series of the other kinds (judgments, reports, statutes) give no status by themselves. */
const KINDS = [
  'government-list',
  'court-order',
  'administrative-order',
  'voluntary-agreement',
  'seizure',
  'industry-submission',
] as const satisfies Evidence[];
const inOrder =
  <T,>(words: (item: T) => string) =>
  (a: T, b: T) =>
    words(a).localeCompare(words(b), LANGUAGE);
const toggled = (all: string[], item: string, on: boolean) =>
  on ? [...all, item] : all.filter((each) => each !== item);

export function CountedOptions({ settings, change, series }: Part & { series: Series[] }) {
  const { seriesIgnored, jurisdictions } = settings;
  if (!series.length)
    return (
      <section>
        <h2>{say('counted')}</h2>
        <p>{say('counted-none')}</p>
      </section>
    );
  const places = [...new Set(series.flatMap(({ jurisdiction }) => jurisdiction ?? []))].sort(inOrder(countryName));
  return (
    <section>
      <h2>{say('counted')}</h2>
      <p class="dim">{say('counted-say')}</p>
      {KINDS.map((kind) => {
        const own = series.filter(({ evidence }) => evidence === kind).sort(inOrder(({ label }) => label));
        return (
          own.length > 0 && <Kind key={kind} kind={say(kind)} series={own} ignored={seriesIgnored} change={change} />
        );
      })}
      <h3>{say('countries')}</h3>
      <p class="dim">{say('countries-say')}</p>
      <details>
        <summary>
          {say('countries-chosen', {
            chosen: places.filter((code) => jurisdictions.includes(code)).length,
            all: places.length,
          })}
        </summary>
        <fieldset class="columns">
          <legend class="unseen">{say('countries')}</legend>
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
  /** Name of the kind of act. */
  kind: string;
  series: Series[];
  ignored: string[];
  change: Part['change'];
}

function Kind({ kind, series, ignored, change }: KindProps) {
  const ids = series.map(({ id }) => id);
  const others = ignored.filter((id) => !ids.includes(id));
  return (
    <details>
      <summary>
        {say('kind-counted', { kind, counted: ids.filter((id) => !ignored.includes(id)).length, all: ids.length })}
      </summary>
      <fieldset>
        <legend class="unseen">{say('kind-that-count', { kind })}</legend>
        <div class="row">
          <button
            type="button"
            class="btn"
            aria-label={say('all-of', { kind })}
            onClick={() => change({ seriesIgnored: others })}
          >
            {say('all')}
          </button>
          <button
            type="button"
            class="btn"
            aria-label={say('none-of', { kind })}
            onClick={() => change({ seriesIgnored: [...others, ...ids] })}
          >
            {say('none')}
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
