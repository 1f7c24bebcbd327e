/** The popup's entry: asks about the page in front of the user, or the one named in `?url=` when opened as a tab. */
import browser from 'webextension-polyfill';
import { shownPage } from '../list/names/shown-page.ts';
import { ask } from '../messages.ts';
import { NoAnswer } from '../ui/NoAnswer.tsx';
import { draw } from '../ui/draw.ts';
import { applyTheme } from '../ui/theme.ts';
import { DEFAULTS, readSettings } from '../settings.ts';
import { within } from '../within.ts';
import type { About } from './about.ts';
import { Popup } from './Popup.tsx';

const named = new URLSearchParams(location.search).get('url');
document.documentElement.classList.toggle('tab', named !== null);

async function addressInFront(): Promise<string> {
  const [tab] = await within(browser.tabs.query({ active: true, currentWindow: true }));
  return shownPage(tab?.url ?? '');
}

let about: About = named === null ? {} : { url: named };

/** Draws the answer, or why there is none. */
async function show(): Promise<void> {
  try {
    const { typed, asOf } = about;
    const report = await ask('site', { asOf, url: about.url ?? (await addressInFront()) });
    document.title = report.check === 'impossible' ? 'Listmark' : `${report.host} · Listmark`;
    draw(<Popup report={report} typed={typed} refresh={refresh} look={look} />);
  } catch (error) {
    sorry(error, show);
  }
}

const refresh = (): Promise<void> => ask('refresh', null).then(show, (error: unknown) => sorry(error, show));

function look(change: About): Promise<void> {
  about = { ...about, ...change };
  return show();
}

function sorry(error: unknown, again: () => Promise<void>): void {
  draw(<NoAnswer words="Listmark cannot answer" error={error} again={() => void again()} />);
}

void readSettings()
  .catch(() => DEFAULTS)
  .then(({ theme }) => applyTheme(theme));
void show();
