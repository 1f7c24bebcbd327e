/** The worker's entry: registers every listener, synchronously, and nothing else. The worker may die at any moment and wake for any of them. */
import browser, { type Runtime } from 'webextension-polyfill';
import { onSettings, readSettings } from '../settings.ts';
import { answer } from './answers.ts';
import { syncNow, takeBundled } from './keeper.ts';
import { refreshTabs, showTab, showTabById } from './toolbar.ts';
import { welcome } from './welcome.ts';

const ALARM = 'sync';

browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
  void takeBundled().then(refreshTabs).then(syncAndShow);
  if (reason === 'install' && !temporary) void welcome();
});
browser.runtime.onStartup.addListener(() => void refreshTabs());
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => answer(message, sender));

browser.tabs.onUpdated.addListener((_id, change, tab) => {
  if (change.url !== undefined || change.status !== undefined) void showTab(tab);
});
browser.tabs.onActivated.addListener(({ tabId }) => void showTabById(tabId));
browser.tabs.onReplaced.addListener((tabId) => void showTabById(tabId));
browser.permissions.onAdded.addListener(() => void refreshTabs());
onSettings(() => void refreshTabs().then(keepAlarm));

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) void syncAndShow();
});
void keepAlarm();

/** Browsers may drop alarms; every wake sees to it that there is one, at the interval that the user chose. */
async function keepAlarm(): Promise<void> {
  const [alarm, { syncHours }] = await Promise.all([browser.alarms.get(ALARM), readSettings()]);
  const periodInMinutes = syncHours * 60;
  if (alarm?.periodInMinutes !== periodInMinutes) await browser.alarms.create(ALARM, { delayInMinutes: 1 + Math.random() * 10, periodInMinutes });
}

async function syncAndShow(): Promise<void> {
  await syncNow();
  await refreshTabs();
}
