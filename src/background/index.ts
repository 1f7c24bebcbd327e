/**
 * The worker's entry. Registers every listener synchronously: the browser may end the worker at any moment and starts
 * it again for any of these events.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { DEFAULTS, onSettingsChange, readSettings } from '../settings.ts';
import { forgetPrivate, onSilencedChange } from '../silenced.ts';
import { within } from '../within.ts';
import { answer } from './answers.ts';
import { forgetAccess } from './page/badge.ts';
import { readLastSync } from './list/last-sync.ts';
import { syncNow, storeBundled } from './list/update.ts';
import { minutesToNext, maxMinutesToNext } from './schedule.ts';
import { INGEST_ALARM, ensureIngestAlarm } from './register/ingest-alarm.ts';
import { resumeIngests, syncRegisters } from './register/registers.ts';
import { refreshTabs, showTab, showTabById, restoreMark } from './page/toolbar.ts';
import { welcome } from './welcome.ts';

const ALARM = 'sync';

/** For work that no page waits for. Its errors reach the user by the list line of the popup or by the toolbar mark. */
const ignoreErrors = (work: Promise<unknown>): void => void work.catch(() => undefined);

browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
  // An update of the extension reaches all users within hours, so only a new install syncs at once.
  ignoreErrors(
    storeBundled()
      .then(refreshTabs)
      .then(() => (reason === 'install' ? syncAndShow() : undefined)),
  );
  if (reason === 'install' && !temporary) ignoreErrors(welcome());
});
browser.runtime.onStartup.addListener(() => ignoreErrors(refreshTabs()));
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => answer(message, sender));

browser.tabs.onUpdated.addListener((_id, change, tab) => {
  if (change.url !== undefined || change.status === 'loading') ignoreErrors(showTab(tab));
  else if (change.status === 'complete') ignoreErrors(restoreMark(tab));
});
browser.tabs.onActivated.addListener(({ tabId }) => ignoreErrors(showTabById(tabId)));
browser.tabs.onReplaced.addListener((tabId) => ignoreErrors(showTabById(tabId)));
// Firefox for Android has no windows; its private tabs end with the session.
(browser.windows as typeof browser.windows | undefined)?.onRemoved.addListener((id) => ignoreErrors(forgetPrivate(id)));
browser.permissions.onAdded.addListener(() => {
  forgetAccess();
  ignoreErrors(refreshTabs());
});
browser.permissions.onRemoved.addListener(forgetAccess);
onSilencedChange(() => ignoreErrors(refreshTabs()));
onSettingsChange(() => ignoreErrors(refreshTabs().then(setAlarm)));

browser.alarms.onAlarm.addListener(({ name }) => {
  // Set the next alarm first: if the worker dies during the sync, it is woken again.
  if (name === ALARM) ignoreErrors(setAlarm().then(syncAndShow).then(setAlarm));
  if (name === INGEST_ALARM) ignoreErrors(resumeIngests());
});
ignoreErrors(ensureAlarms());

/**
 * Browsers may drop alarms, and after a clock was set back an alarm may be years away. So every start of the worker
 * checks that both alarms exist and are near.
 */
async function ensureAlarms(): Promise<void> {
  const [alarm, { syncHours }] = await Promise.all([
    within(browser.alarms.get(ALARM)).catch(() => undefined),
    settings(),
  ]);
  if (!alarm || alarm.scheduledTime - Date.now() > maxMinutesToNext(syncHours * 60) * 60_000) await setAlarm();
  await ensureIngestAlarm();
}

function settings() {
  return readSettings().catch(() => DEFAULTS);
}

/** Never throws. If the alarm cannot be set, the next start of the worker sets it. */
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
