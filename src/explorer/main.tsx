/** The explorer's entry: reads the whole list, and draws what the address names. */
import { DEFAULTS, readSettings } from '../settings.ts';
import { ask } from '../messages.ts';
import { draw } from '../ui/draw.ts';
import { NoAnswer } from '../ui/NoAnswer.tsx';
import { applyTheme } from '../ui/theme.ts';
import { Explorer } from './Explorer.tsx';
import { readWholeList } from './whole-list.ts';

async function show(): Promise<void> {
  try {
    const whole = await readWholeList();
    draw(<Explorer whole={whole} refresh={() => ask('refresh', null).then(show)} />);
  } catch (error) {
    draw(<NoAnswer words="Listmark cannot read the list" error={error} again={() => void show()} />);
  }
}

void readSettings()
  .catch(() => DEFAULTS)
  .then(({ theme }) => applyTheme(theme));
void show();
