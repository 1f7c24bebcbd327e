/** The settings page's entry. */
import { ask } from '../messages.ts';
import { readSettings } from '../settings.ts';
import { silenced } from '../silenced.ts';
import { NoAnswer } from '../ui/NoAnswer.tsx';
import { draw } from '../ui/draw.ts';
import { applyTheme } from '../ui/theme.ts';
import { Options } from './Options.tsx';
import { say } from '../words/options.ts';

async function show(): Promise<void> {
  try {
    const [settings, quiet, series, registers] = await Promise.all([
      readSettings(),
      silenced(),
      ask('series', null).catch(() => []),
      ask('registers', null).catch((error: Error) => error),
    ]);
    applyTheme(settings.theme);
    draw(<Options first={settings} quiet={quiet} series={series} registers={registers} />);
  } catch (error) {
    draw(<NoAnswer words={say('unreadable')} error={error} again={() => void show()} />);
  }
}

void show();
