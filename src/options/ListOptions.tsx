/** How often the list is checked for a newer release, and from where. */
import { useState } from 'preact/hooks';
import { settingsFrom, SYNC_HOURS } from '../settings.ts';
import type { Part } from './part.ts';

const INTERVALS = [1, 6, 12, 24, 72, SYNC_HOURS.most];

export function ListOptions({ settings, change }: Part) {
  const [typed, setTyped] = useState(settings.listAddresses.join('\n'));
  const [problem, setProblem] = useState('');
  const save = () => {
    const wanted = typed.split('\n').flatMap((line) => line.trim() || []);
    const { listAddresses } = settingsFrom({ listAddresses: wanted });
    const understood = listAddresses.length === wanted.length;
    setProblem(understood ? '' : 'One line each, at most five, every one beginning with https://. Nothing was changed.');
    if (understood) change({ listAddresses });
  };
  return (
    <section>
      <h2>The list</h2>
      <label class="field">
        Check for a newer release every
        <select value={settings.syncHours} onChange={(event) => change({ syncHours: Number(event.currentTarget.value) })}>
          {[...new Set([...INTERVALS, settings.syncHours])]
            .sort((a, b) => a - b)
            .map((hours) => (
              <option key={hours} value={hours}>
                {hours % 24 === 0 ? `${hours / 24} ${hours === 24 ? 'day' : 'days'}` : `${hours} ${hours === 1 ? 'hour' : 'hours'}`}
              </option>
            ))}
        </select>
      </label>
      <label class="field">
        Further addresses of the list, one a line
        <textarea
          rows={3}
          spellcheck={false}
          dir="ltr"
          placeholder="https://mirror.example/v1/"
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby="address-help"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p id="address-help" class="dim">
        Asked before the addresses of the package: for where those are blocked, or where this copy has none. Whatever they serve counts only with a signature
        that this extension already knows. <span role="status">{problem}</span>
      </p>
      <button type="button" class="btn" onClick={save}>
        Save addresses
      </button>
    </section>
  );
}
