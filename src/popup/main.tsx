/** The popup's entry. Looks up the page in the current tab, or the address in `?url=` if opened as a tab. */
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

const urlParameter = new URLSearchParams(location.search).get('url');
document.documentElement.classList.toggle('tab', urlParameter !== null);

/** The active tab. If the popup itself is opened as a tab, that tab. */
const activeTab = async (): Promise<Tabs.Tab | undefined> =>
  (await within(browser.tabs.query({ active: true, currentWindow: true })))[0];
const addressInFront = async (): Promise<string> => shownPage((await activeTab())?.url ?? '');

let about: About = urlParameter === null ? {} : { url: urlParameter };

/**
 * Asks and draws the answer.
 * @throws Error if no answer comes; the previous answer stays on screen and stays true
 */
async function show(request: About): Promise<void> {
  const { typed, asOf } = request;
  const url = request.url ?? (await addressInFront());
  const isPrivate = activeTab().then(
    (tab) => tab?.incognito ?? false,
    () => false,
  );
  const report = await ask('site', { asOf, url });
  about = request;
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
