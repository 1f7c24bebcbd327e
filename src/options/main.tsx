/** The settings page's entry. */
import { render } from 'preact';
import { ask } from '../messages.ts';
import { readSettings } from '../settings.ts';
import { silenced } from '../silenced.ts';
import { NoAnswer } from '../ui/NoAnswer.tsx';
import { applyTheme } from '../ui/theme.ts';
import { Options } from './Options.tsx';

const app = document.getElementById('app')!;

async function show(): Promise<void> {
  try {
    const [settings, quiet, series, registers] = await Promise.all([
      readSettings(),
      silenced(),
      ask('series', null).catch(() => []),
      ask('registers', null).catch((error: Error) => error),
    ]);
    applyTheme(settings.theme);
    render(<Options first={settings} quiet={quiet} series={series} registers={registers} />, app);
  } catch (error) {
    render(<NoAnswer words="Listmark cannot read its settings" error={error} again={() => void show()} />, app);
  }
}

void show();
