/** The worker's entry: registers every listener, synchronously, and nothing else. The worker may die at any moment and wake for any of them. */
import browser, { type Runtime } from 'webextension-polyfill';
import { onSettings, readSettings } from '../settings.ts';
import { forgetPrivate } from '../silenced.ts';
import { answer } from './answers.ts';
import { forgetAccess } from './badge.ts';
import { readCheck, syncNow, takeBundled } from './keeper.ts';
import { minutesToNext } from './schedule.ts';
import { INGEST_ALARM, resumeIngests, syncRegisters } from './registers.ts';
import { refreshTabs, showTab, showTabById, showTabOnceMore } from './toolbar.ts';
import { welcome } from './welcome.ts';

const ALARM = 'sync';

browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
  // An update of the extension reaches everybody within hours: only who has just come may ask at once.
  void takeBundled()
    .then(refreshTabs)
    .then(() => (reason === 'install' ? syncAndShow() : undefined));
  if (reason === 'install' && !temporary) void welcome();
});
browser.runtime.onStartup.addListener(() => void refreshTabs());
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => answer(message, sender));

browser.tabs.onUpdated.addListener((_id, change, tab) => {
  if (change.url !== undefined || change.status === 'loading') void showTab(tab);
  else if (change.status === 'complete') void showTabOnceMore(tab);
});
browser.tabs.onActivated.addListener(({ tabId }) => void showTabById(tabId));
browser.tabs.onReplaced.addListener((tabId) => void showTabById(tabId));
// Firefox for Android has no windows, and ends its private tabs by ending the session.
(browser.windows as typeof browser.windows | undefined)?.onRemoved.addListener((id) => void forgetPrivate(id));
browser.permissions.onAdded.addListener(() => {
  forgetAccess();
  void refreshTabs();
});
browser.permissions.onRemoved.addListener(forgetAccess);
onSettings(() => void refreshTabs().then(setAlarm));

browser.alarms.onAlarm.addListener(({ name }) => {
  // The next alarm first: a worker that dies in the middle is woken again.
  if (name === ALARM) void setAlarm().then(syncAndShow).then(setAlarm);
  if (name === INGEST_ALARM) void resumeIngests();
});
void keepAlarm();

/** Browsers may drop alarms; every wake sees to it that there is one. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await setAlarm();
}

async function setAlarm(): Promise<void> {
  const [last, { syncHours }] = await Promise.all([readCheck(), readSettings()]);
  await browser.alarms.create(ALARM, { delayInMinutes: minutesToNext(last, Date.now(), Math.random, syncHours * 60) });
}

async function syncAndShow(): Promise<void> {
  await syncNow();
  await refreshTabs();
  await syncRegisters();
}
