/** Opens the full history of the page that a badge is on, without leaving a trace of a private window. */
import browser, { type Runtime } from 'webextension-polyfill';
import { within } from '../../within.ts';

export async function openDetails({ url, tab }: Runtime.MessageSender): Promise<void> {
  if (!url) return;
  // Chromium opens extension pages in a normal window, even for a private tab; the address would stay in the browser's
  // history. So it gets the popup instead.
  if (tab?.incognito && !isFirefox()) return openPopup(tab.windowId);
  const details = {
    url: browser.runtime.getURL(`src/popup/index.html?url=${encodeURIComponent(url)}`),
    ...(tab?.windowId !== undefined && { windowId: tab.windowId }),
  };
  await within(browser.tabs.create(details));
}

const openPopup = (windowId: number | undefined): Promise<void> =>
  within(browser.action.openPopup(windowId === undefined ? {} : { windowId }));

const isFirefox = () => 'getBrowserInfo' in browser.runtime;
