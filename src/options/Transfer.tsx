/** Export, import and reset of the settings. Replacing all settings can be undone. */
import { useRef, useState } from 'preact/hooks';
import { DEFAULTS, exportSettings, importSettings, type Settings } from '../settings.ts';
import { save } from '../ui/save.ts';
import type { Part } from './part.ts';
import { say } from '../words/options.ts';

interface Replaced {
  before: Settings;
  now: Settings;
}

export function Transfer({ settings, save: saveSettings }: Part) {
  const [said, setSaid] = useState('');
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const defaults = useRef<HTMLButtonElement>(null);
  const replace = async (now: Settings, done: string, failed: 'not-imported' | 'not-changed') => {
    const before = settings;
    const problem = await saveSettings(now);
    setReplaced(problem === null ? { before, now } : null);
    setSaid(problem === null ? done : say(failed, { reason: problem }));
  };
  const undo = async () => {
    const problem = await saveSettings(replaced!.before);
    if (problem !== null) return setSaid(say('not-undone', { reason: problem }));
    setReplaced(null);
    setSaid(say('undone'));
    // Move the focus: the focused button disappears.
    defaults.current!.focus();
  };
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      await replace(importSettings(await file.text()), say('imported'), 'not-imported');
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
      <h2>{say('transfer')}</h2>
      <p class="dim">{say('transfer-say')}</p>
      <div class="row">
        <button
          type="button"
          class="btn"
          onClick={() => save('listmark-settings.json', 'application/json', exportSettings(settings))}
        >
          {say('export')}
        </button>
        <label class="btn file">
          {say('import')}
          <input type="file" accept=".json,application/json" onChange={(event) => void take(event.currentTarget)} />
        </label>
        <button
          ref={defaults}
          type="button"
          class="btn"
          onClick={() => void replace(DEFAULTS, say('defaults-set'), 'not-changed')}
        >
          {say('defaults')}
        </button>
      </div>
      <p role="status">{said}</p>
      {canUndo && (
        <button type="button" class="btn" onClick={() => void undo()}>
          {say('undo')}
        </button>
      )}
    </section>
  );
}

/** Compares settings, ignoring the order of members. */
const isEqual = (one: Settings, other: Settings): boolean =>
  (Object.keys(other) as (keyof Settings)[]).every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
