/** The settings page's entry. */
import { render } from 'preact';
import { ask } from '../messages.ts';
import { readSettings } from '../settings.ts';
import { silenced } from '../silenced.ts';
import { applyTheme } from '../ui/theme.ts';
import { Options } from './Options.tsx';

const app = document.getElementById('app')!;
Promise.all([readSettings(), silenced(), ask('series', null).catch(() => []), ask('registers', null).catch(() => [])])
  .then(([settings, quiet, series, registers]) => {
    applyTheme(settings.theme);
    render(<Options first={settings} quiet={quiet} series={series} registers={registers} />, app);
  })
  .catch((error: unknown) => {
    app.textContent = `Listmark cannot read its settings: ${String(error)}`;
  });
