/**
 * The popup's entry. Looks up the page in the current tab, or the address in `?url=`, on the day in `&asOf=`, if opened
 * as a tab.
 */
import browser, { type Tabs } from 'webextension-polyfill';
import { shownPage } from '../list/names/shown-page.ts';
import { ask } from '../messages.ts';
import { NoAnswer } from '../ui/NoAnswer.tsx';
import { draw } from '../ui/draw.ts';
import { applyTheme } from '../ui/theme.ts';
import { DEFAULTS, readSettings } from '../settings.ts';
import { within } from '../within.ts';
import type { About, Answer } from './about.ts';
import { onPrint } from './on-print.ts';
import { Popup } from './Popup.tsx';

const parameters = new URLSearchParams(location.search);
const urlParameter = parameters.get('url');
const inTab = urlParameter !== null;
document.documentElement.classList.toggle('tab', inTab);

/** The active tab. If the popup itself is opened as a tab, that tab. */
const activeTab = async (): Promise<Tabs.Tab | undefined> =>
  (await within(browser.tabs.query({ active: true, currentWindow: true })))[0];
const addressInFront = async (): Promise<string> => shownPage((await activeTab())?.url ?? '');

/** What the popup was opened for. */
const opened: About = inTab ? { url: urlParameter, asOf: parameters.get('asOf') ?? undefined } : {};
let about = opened;
/** What is on screen; null before the first answer. */
let shown: Answer | null = null;

/**
 * Asks and draws the answer.
 * @param isBack true if the reader comes back to the page from a look-up
 * @throws Error if no answer comes; the previous answer stays on screen and stays true
 */
async function show(request: About, isBack = false): Promise<void> {
  const { typed, asOf } = request;
  const url = request.url ?? (await addressInFront());
  const privately = activeTab().then(
    (tab) => tab?.incognito ?? false,
    () => false,
  );
  const report = await ask('site', { asOf, url });
  const isPrivate = await privately;
  about = request;
  document.title = report.lookUp === 'impossible' ? 'Listmark' : `${report.host} · Listmark`;
  shown = {
    report,
    page: typed ? null : { url, isPrivate },
    typed,
    isBack,
    surroundings: { url, inTab, isPrivate, onPaper: false },
  };
  drawPopup(false);
}

/** Draws at once, without waiting for a frame: a browser prints what is there after `beforeprint`. */
function drawPopup(onPaper: boolean): void {
  if (!shown) return;
  const answer = { ...shown, surroundings: { ...shown.surroundings, onPaper } };
  draw(<Popup {...answer} refresh={refresh} look={look} back={back} />);
}

const first = (): Promise<void> =>
  show(about).catch((error: unknown) =>
    draw(<NoAnswer words="Listmark cannot answer" error={error} again={() => void first()} />),
  );
const refresh = (): Promise<void> => ask('refresh', null).then(() => show(about));
const look = (change: About): Promise<void> => show({ ...about, ...change });
const back = (): Promise<void> => show({ ...opened, asOf: about.asOf }, true);

void readSettings()
  .catch(() => DEFAULTS)
  .then(({ theme }) => applyTheme(theme));
onPrint(drawPopup);
void first();
