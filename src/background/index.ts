/** The worker's entry: registers every listener, synchronously, and nothing else. The worker may die at any moment and wake for any of them. */
import browser, { type Runtime } from 'webextension-polyfill';
import { SYNC_MINUTES } from '../config.ts';
import { answer } from './answers.ts';
import { syncNow, takeBundled } from './keeper.ts';
import { refreshTabs, showTab, showTabById } from './toolbar.ts';

const ALARM = 'sync';

browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
  void takeBundled().then(refreshTabs).then(syncAndShow);
  if (reason === 'install' && !temporary) void browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') });
});
browser.runtime.onStartup.addListener(() => void refreshTabs());
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => answer(message, sender));

browser.tabs.onUpdated.addListener((_id, change, tab) => {
  if (change.url !== undefined || change.status !== undefined) void showTab(tab);
});
browser.tabs.onActivated.addListener(({ tabId }) => void showTabById(tabId));
browser.tabs.onReplaced.addListener((tabId) => void showTabById(tabId));
browser.permissions.onAdded.addListener(() => void refreshTabs());

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) void syncAndShow();
});
void keepAlarm();

/** Browsers may drop alarms; every wake sees to it that there is one. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { delayInMinutes: 1 + Math.random() * 10, periodInMinutes: SYNC_MINUTES });
}

async function syncAndShow(): Promise<void> {
  await syncNow();
  await refreshTabs();
}
