/** All settings. Each change is saved at once, on this device only. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Series } from '../list/records.ts';
import type { RegisterReport } from '../messages.ts';
import { changeSettings, onSettingsChange, readSettings, THEMES, type Settings } from '../settings.ts';
import type { Silenced } from '../silenced.ts';
import { applyTheme } from '../ui/theme.ts';
import { BadgeOptions } from './BadgeOptions.tsx';
import { Choice } from './fields.tsx';
import { ListOptions } from './ListOptions.tsx';
import { RegisterOptions } from './RegisterOptions.tsx';
import { CountedOptions } from './CountedOptions.tsx';
import { SavedNote, type Said } from './SavedNote.tsx';
import { SilencedSites } from './SilencedSites.tsx';
import type { Part } from './part.ts';
import { Transfer } from './Transfer.tsx';
import { say } from '../words/options.ts';

interface OptionsProps {
  first: Settings;
  quiet: Silenced[];
  series: Series[];
  /** The registers, or the error if they cannot be read. */
  registers: RegisterReport[] | Error;
}

export function Options({ first, quiet, series, registers }: OptionsProps) {
  const [settings, setSettings] = useState(first);
  const [said, setSaid] = useState<Said | null>(null);
  const note = (words: string, isProblem: boolean) =>
    setSaid((before) => ({ words, isProblem, number: (before?.number ?? 0) + 1 }));
  const saving = useRef(0);
  /** Shows the stored settings, unless a change made here is still being saved. */
  const showStored = (stored: Settings) => {
    if (saving.current > 0) return;
    setSettings(stored);
    applyTheme(stored.theme);
  };
  // Another tab may change the settings, too; the next change here must not undo that.
  useEffect(() => onSettingsChange(showStored), []);
  const save: Part['save'] = async (what) => {
    // Update before saving: a checkbox must not jump back between two quick clicks.
    setSettings((before) => ({ ...before, ...what }));
    if (what.theme) applyTheme(what.theme);
    saving.current++;
    const problem = await changeSettings(what).then(
      () => null,
      (error: unknown) => (error as Error).message,
    );
    saving.current--;
    note(problem === null ? say('saved') : say('not-saved', { reason: problem }), problem !== null);
    if (problem !== null) await readSettings().then(showStored, () => undefined);
    return problem;
  };
  const part = { settings, save, change: (what: Partial<Settings>) => void save(what) };
  return (
    <main>
      <header>
        <h1>{say('title')}</h1>
        <p class="dim">{say('kept')}</p>
        <p>
          <a href="../explorer/index.html">{say('explorer')}</a>
        </p>
      </header>
      <BadgeOptions {...part} />
      <section>
        <h2>{say('theme')}</h2>
        <Choice
          label={say('theme-is')}
          options={THEMES.map((theme) => [theme, say(theme)])}
          chosen={settings.theme}
          choose={(theme) => part.change({ theme })}
        />
      </section>
      <CountedOptions {...part} series={series} />
      <SilencedSites first={quiet} />
      <ListOptions {...part} />
      <RegisterOptions first={registers} />
      <Transfer {...part} />
      <SavedNote said={said} />
    </main>
  );
}
