/** Citations: the user chooses format and source, and copies exactly the text shown. */
import { useState } from 'preact/hooks';
import type { Library } from '../../list/history.ts';
import { citedBy, type Cited, type CitedFact } from './cited.ts';
import { cite, FORMATS, type Format } from './formats.ts';
import { CopyButton } from '../CopyButton.tsx';

const ALL = '';

export interface Citable {
  history: readonly CitedFact[];
  library: Library;
  /** Today, YYYY-MM-DD. */
  readOn: string;
}

export function Cite({ report }: { report: Citable }) {
  const all = citedBy(report);
  const sources = [...new Set(all.map(({ source }) => source))].map((id) => report.library.sources[id]!);
  const [format, setFormat] = useState<Format>('apa');
  const [chosen, setChosen] = useState(ALL);
  const cited = all.filter(({ source }) => chosen === ALL || source === chosen);
  const text = cite(cited, format, report.readOn);
  return (
    <div class="cite">
      <p class="row">
        <label>
          Source
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value={ALL}>{sources.length === 1 ? 'The one source' : `All ${sources.length} sources`}</option>
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
      <p>
        <small>{advice(cited)}</small>
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

/** What the reader must still do or know before filing it. */
function advice(cited: readonly Cited[]): string {
  const read = cited.map(({ work, citedIn }) => citedIn ?? work);
  return [
    'The day of access is today’s: open each address before you cite it.',
    read.some(({ title }) => title.startsWith('['))
      ? 'Words in square brackets are our description; the title is not in our record.'
      : '',
    read.some(({ date }) => !date) ? 'Where no day is given, it is not in our record.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
