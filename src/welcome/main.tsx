/** The welcome page's entry. */
import { render } from 'preact';
import { readSettings } from '../settings.ts';
import { applyTheme } from '../ui/theme.ts';
import { Welcome } from './Welcome.tsx';

render(<Welcome />, document.getElementById('app')!);
void readSettings().then(({ theme }) => applyTheme(theme));
