/** Export, import and reset of the settings. Replacing all settings can be undone. */
import { useRef, useState } from 'preact/hooks';
import { DEFAULTS, exportSettings, importSettings, type Settings } from '../settings.ts';
import { save } from '../ui/save.ts';
import type { Part } from './part.ts';

interface Replaced {
  before: Settings;
  now: Settings;
}

export function Transfer({ settings, save: saveSettings }: Part) {
  const [said, setSaid] = useState('');
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const defaults = useRef<HTMLButtonElement>(null);
  const replace = async (now: Settings, done: string, failed: string) => {
    const before = settings;
    const problem = await saveSettings(now);
    setReplaced(problem === null ? { before, now } : null);
    setSaid(problem === null ? done : `${failed}: ${problem}.`);
  };
  const undo = async () => {
    const problem = await saveSettings(replaced!.before);
    if (problem !== null) return setSaid(`Not undone: ${problem}.`);
    setReplaced(null);
    setSaid('Undone: all is as it was before.');
    // Move the focus: the focused button disappears.
    defaults.current!.focus();
  };
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      await replace(importSettings(await file.text()), 'Imported.', 'Not imported');
    } catch (error) {
      setReplaced(null);
      setSaid((error as Error).message);
    }
    input.value = '';
  };
  // No undo after another change: it would be lost.
  const canUndo = replaced !== null && isEqual(settings, replaced.now);
  return (
    <section>
      <h2>Save or restore the settings</h2>
      <p class="dim">
        A file with the settings above. Sites without the badge are not in it: they tell where you have been.
      </p>
      <div class="row">
        <button
          type="button"
          class="btn"
          onClick={() => save('listmark-settings.json', 'application/json', exportSettings(settings))}
        >
          Export settings
        </button>
        <label class="btn file">
          Import settings
          <input type="file" accept=".json,application/json" onChange={(event) => void take(event.currentTarget)} />
        </label>
        <button
          ref={defaults}
          type="button"
          class="btn"
          onClick={() => void replace(DEFAULTS, 'All settings above are back to the defaults.', 'Not changed')}
        >
          Back to the defaults
        </button>
      </div>
      <p role="status">{said}</p>
      {canUndo && (
        <button type="button" class="btn" onClick={() => void undo()}>
          Undo
        </button>
      )}
    </section>
  );
}

/** Compares settings, ignoring the order of members. */
const isEqual = (one: Settings, other: Settings): boolean =>
  (Object.keys(other) as (keyof Settings)[]).every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
