/** The settings page's entry. */
import { render } from 'preact';
import { ask } from '../messages.ts';
import { readSettings } from '../settings.ts';
import { silenced } from '../silenced.ts';
import { applyTheme } from '../ui/theme.ts';
import { Options } from './Options.tsx';

const app = document.getElementById('app')!;
Promise.all([readSettings(), silenced(), ask('series', null).catch(() => [])])
  .then(([settings, quiet, series]) => {
    applyTheme(settings.theme);
    render(<Options first={settings} quiet={quiet} series={series} />, app);
  })
  .catch((error: unknown) => {
    app.textContent = `Listmark cannot read its settings: ${String(error)}`;
  });
