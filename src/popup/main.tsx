/** The popup's entry: asks about the page in front of the user, or the one named in `?url=` when opened as a tab. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ask } from '../messages.ts';
import { applyTheme } from '../ui/theme.ts';
import { readSettings } from '../settings.ts';
import { Popup, type About } from './Popup.tsx';

const named = new URLSearchParams(location.search).get('url');
document.documentElement.classList.toggle('tab', named !== null);

async function addressInFront(): Promise<string> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? '';
}

const app = document.getElementById('app')!;
let about: About = named === null ? {} : { url: named };

async function show(): Promise<void> {
  const { typed, asOf } = about;
  const report = await ask('site', { asOf, url: about.url ?? (await addressInFront()) });
  document.title = report.check === 'impossible' ? 'Listmark' : `${report.host} · Listmark`;
  render(<Popup report={report} typed={typed} refresh={() => ask('refresh', null).then(show)} look={look} />, app);
}

function look(change: About): Promise<void> {
  about = { ...about, ...change };
  return show();
}

void readSettings().then(({ theme }) => applyTheme(theme));
show().catch((error: unknown) => {
  app.textContent = `Listmark cannot answer: ${String(error)}`;
});
