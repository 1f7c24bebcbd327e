/**
 * The worker's entry: registers every listener, synchronously, and nothing else. The worker may die at any moment and
 * wake for any of them.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { DEFAULTS, onSettings, readSettings } from '../settings.ts';
import { forgetPrivate, onSilenced } from '../silenced.ts';
import { within } from '../within.ts';
import { answer } from './answers.ts';
import { forgetAccess } from './page/badge.ts';
import { readLastSync } from './list/last-sync.ts';
import { syncNow, takeBundled } from './list/update.ts';
import { minutesToNext, mostMinutes } from './schedule.ts';
import { INGEST_ALARM, keepIngestAlarm } from './register/ingest-alarm.ts';
import { resumeIngests, syncRegisters } from './register/registers.ts';
import { refreshTabs, showTab, showTabById, showTabOnceMore } from './page/toolbar.ts';
import { welcome } from './welcome.ts';

const ALARM = 'sync';

/** For what no page waits for: what goes wrong in it is told where it can be seen, by the list line or the mark. */
const unwatched = (work: Promise<unknown>): void => void work.catch(() => undefined);

browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
  // An update of the extension reaches everybody within hours: only who has just come may ask at once.
  unwatched(
    takeBundled()
      .then(refreshTabs)
      .then(() => (reason === 'install' ? syncAndShow() : undefined)),
  );
  if (reason === 'install' && !temporary) unwatched(welcome());
});
browser.runtime.onStartup.addListener(() => unwatched(refreshTabs()));
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => answer(message, sender));

browser.tabs.onUpdated.addListener((_id, change, tab) => {
  if (change.url !== undefined || change.status === 'loading') unwatched(showTab(tab));
  else if (change.status === 'complete') unwatched(showTabOnceMore(tab));
});
browser.tabs.onActivated.addListener(({ tabId }) => unwatched(showTabById(tabId)));
browser.tabs.onReplaced.addListener((tabId) => unwatched(showTabById(tabId)));
// Firefox for Android has no windows, and ends its private tabs by ending the session.
(browser.windows as typeof browser.windows | undefined)?.onRemoved.addListener((id) => unwatched(forgetPrivate(id)));
browser.permissions.onAdded.addListener(() => {
  forgetAccess();
  unwatched(refreshTabs());
});
browser.permissions.onRemoved.addListener(forgetAccess);
onSilenced(() => unwatched(refreshTabs()));
onSettings(() => unwatched(refreshTabs().then(setAlarm)));

browser.alarms.onAlarm.addListener(({ name }) => {
  // The next alarm first: a worker that dies in the middle is woken again.
  if (name === ALARM) unwatched(setAlarm().then(syncAndShow).then(setAlarm));
  if (name === INGEST_ALARM) unwatched(resumeIngests());
});
unwatched(keepAlarms());

/**
 * Browsers may drop alarms, and a clock that is set back puts them off for years; every wake sees to it that they are
 * there, and come in time.
 */
async function keepAlarms(): Promise<void> {
  const [alarm, { syncHours }] = await Promise.all([
    within(browser.alarms.get(ALARM)).catch(() => undefined),
    settings(),
  ]);
  if (!alarm || alarm.scheduledTime - Date.now() > mostMinutes(syncHours * 60) * 60_000) await setAlarm();
  await keepIngestAlarm();
}

function settings() {
  return readSettings().catch(() => DEFAULTS);
}

/** Never throws: what follows it goes on without, and the next wake sets it. */
async function setAlarm(): Promise<void> {
  const [last, { syncHours }] = await Promise.all([readLastSync(), settings()]);
  const delayInMinutes = minutesToNext(last, Date.now(), Math.random, syncHours * 60);
  await within(browser.alarms.create(ALARM, { delayInMinutes })).catch(() => undefined);
}

/** Never throws. */
async function syncAndShow(): Promise<void> {
  await syncNow();
  await refreshTabs();
  await syncRegisters().catch(() => undefined);
}
