/** Settings to a file and back. */
import { useState } from 'preact/hooks';
import { DEFAULTS, exportSettings, importSettings } from '../settings.ts';
import { save } from '../ui/save.ts';
import type { Part } from './part.ts';

export function Transfer({ settings, change, save: saveSettings }: Part) {
  const [said, setSaid] = useState('');
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const problem = await saveSettings(importSettings(await file.text()));
      setSaid(problem === null ? 'Imported.' : `Not imported: ${problem}`);
    } catch (error) {
      setSaid((error as Error).message);
    }
    input.value = '';
  };
  return (
    <section>
      <h2>Take along</h2>
      <p class="dim">A file with the settings above. Sites where the badge stays away are not in it: they tell where you have been.</p>
      <div class="row">
        <button type="button" class="btn" onClick={() => save('listmark-settings.json', 'application/json', exportSettings(settings))}>
          Export settings
        </button>
        <label class="btn file">
          Import settings
          <input type="file" accept=".json,application/json" onChange={(event) => void take(event.currentTarget)} />
        </label>
        <button type="button" class="btn" onClick={() => change(DEFAULTS)}>
          Back to the defaults
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
