/** The popup's entry: asks about the page in front of the user, or the one named in `?url=` when opened as a tab. */
import browser, { type Tabs } from 'webextension-polyfill';
import { shownPage } from '../list/names/shown-page.ts';
import { ask } from '../messages.ts';
import { NoAnswer } from '../ui/NoAnswer.tsx';
import { draw } from '../ui/draw.ts';
import { applyTheme } from '../ui/theme.ts';
import { DEFAULTS, readSettings } from '../settings.ts';
import { within } from '../within.ts';
import type { About } from './about.ts';
import { openForPrint } from './open-for-print.ts';
import { Popup } from './Popup.tsx';

const named = new URLSearchParams(location.search).get('url');
document.documentElement.classList.toggle('tab', named !== null);

/** The page in front; where the popup is itself a tab, that tab. */
const front = async (): Promise<Tabs.Tab | undefined> =>
  (await within(browser.tabs.query({ active: true, currentWindow: true })))[0];
const addressInFront = async (): Promise<string> => shownPage((await front())?.url ?? '');

let about: About = named === null ? {} : { url: named };

/** Draws the answer. @throws where none comes; then what was drawn before stays, and stays true */
async function show(wanted: About): Promise<void> {
  const { typed, asOf } = wanted;
  const url = wanted.url ?? (await addressInFront());
  const isPrivate = front().then(
    (tab) => tab?.incognito ?? false,
    () => false,
  );
  const report = await ask('site', { asOf, url });
  about = wanted;
  document.title = report.lookUp === 'impossible' ? 'Listmark' : `${report.host} · Listmark`;
  const page = typed ? null : { url, isPrivate: await isPrivate };
  draw(<Popup report={report} page={page} typed={typed} refresh={refresh} look={look} />);
}

const first = (): Promise<void> =>
  show(about).catch((error: unknown) =>
    draw(<NoAnswer words="Listmark cannot answer" error={error} again={() => void first()} />),
  );
const refresh = (): Promise<void> => ask('refresh', null).then(() => show(about));
const look = (change: About): Promise<void> => show({ ...about, ...change });

void readSettings()
  .catch(() => DEFAULTS)
  .then(({ theme }) => applyTheme(theme));
openForPrint();
void first();
