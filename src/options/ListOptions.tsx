/** The sync interval and the user's own addresses of the list. */
import { useState } from 'preact/hooks';
import { readListAddress } from '../list/release/list-address.ts';
import { MAX_ADDRESSES, SYNC_HOURS } from '../settings.ts';
import type { Part } from './part.ts';
import { say } from '../words/options.ts';

const INTERVALS = [1, 6, 12, 24, 72, SYNC_HOURS.most];

export function ListOptions({ settings, change }: Part) {
  const saved = settings.listAddresses.join('\n');
  const [typing, setTyping] = useState({ savedThen: saved, text: saved });
  // If the saved addresses change meanwhile (an import, another tab), drop the typed text: saving it would undo that
  // change.
  const typed = typing.savedThen === saved ? typing.text : saved;
  const [problem, setProblem] = useState('');
  const save = () => {
    const read = readLines(typed);
    setProblem('reason' in read ? say('nothing-changed', read) : '');
    if ('addresses' in read) change({ listAddresses: read.addresses });
  };
  return (
    <section>
      <h2>{say('list')}</h2>
      <label class="field">
        {say('list-every')}
        <select
          value={settings.syncHours}
          onChange={(event) => change({ syncHours: Number(event.currentTarget.value) })}
        >
          {[...new Set([...INTERVALS, settings.syncHours])]
            .sort((a, b) => a - b)
            .map((hours) => (
              <option key={hours} value={hours}>
                {hours % 24 ? say('hours', { count: hours }) : say('days', { count: hours / 24 })}
              </option>
            ))}
        </select>
      </label>
      <label class="field">
        {say('addresses')}
        <textarea
          rows={3}
          spellcheck={false}
          dir="ltr"
          placeholder="https://mirror.example/v1/"
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby="address-help"
          onInput={(event) => setTyping({ savedThen: saved, text: event.currentTarget.value })}
        />
      </label>
      <p id="address-help" class="dim">
        {say('addresses-say')} <span role="status">{problem}</span>
      </p>
      <button type="button" class="btn" onClick={save}>
        {say('addresses-save')}
      </button>
    </section>
  );
}

function readLines(typed: string): { addresses: string[] } | { reason: string } {
  const lines = typed.split('\n').flatMap((line) => line.trim() || []);
  if (lines.length > MAX_ADDRESSES)
    return { reason: say('addresses-many', { most: MAX_ADDRESSES, count: lines.length }) };
  const addresses: string[] = [];
  for (const line of lines) {
    const read = readListAddress(line);
    if ('reason' in read) return { reason: say('addresses-bad', { line: line.slice(0, 80), reason: read.reason }) };
    addresses.push(read.address);
  }
  return { addresses };
}
