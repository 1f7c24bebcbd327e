/** The welcome page's entry. */
import { render } from 'preact';
import { DEFAULTS, readSettings } from '../settings.ts';
import { applyTheme } from '../ui/theme.ts';
import { Welcome } from './Welcome.tsx';

render(<Welcome />, document.getElementById('app')!);
void readSettings()
  .catch(() => DEFAULTS)
  .then(({ theme }) => applyTheme(theme));
