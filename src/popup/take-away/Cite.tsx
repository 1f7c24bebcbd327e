/** Citations: the user chooses format and source, and copies exactly the text shown. */
import { useState } from 'preact/hooks';
import { compareDates } from '../../list/dates.ts';
import type { SiteFound } from '../../messages.ts';
import { cslItem } from './source-item.ts';
import { cite, FORMATS, type Format } from './citation-formats.ts';
import { CopyButton } from './CopyButton.tsx';
import { ownEvents } from '../../list/history.ts';

const ALL = '';

export function Cite({ report: { history, library } }: { report: SiteFound }) {
  const own = ownEvents(history).length ? ownEvents(history) : history;
  const sources = [...new Set(own.map((event) => event.source))]
    .map((id) => library.sources[id]!)
    .sort((a, b) => compareDates(b.date, a.date));
  const [format, setFormat] = useState<Format>('apa');
  const [chosen, setChosen] = useState(ALL);
  const items = sources
    .filter((source) => chosen === ALL || source.id === chosen)
    .map((source) => cslItem(source, library.series[source.series]!));
  const text = cite(items, format);
  return (
    <div class="cite">
      <p class="row">
        <label>
          Source
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value={ALL}>All {sources.length} sources</option>
            {sources.map((source) => (
              <option key={source.id} value={source.id}>
                {source.date.slice(0, 4)} {source.title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Format
          <select value={format} onChange={(event) => setFormat(event.currentTarget.value as Format)}>
            {Object.entries(FORMATS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </p>
      <pre tabIndex={0} role="region" aria-label="Citation">
        {text}
      </pre>
      <p class="row">
        <CopyButton text={() => text}>Copy citation</CopyButton>
      </p>
    </div>
  );
}
