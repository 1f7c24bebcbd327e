/** The welcome page: after an install, never after an update, and never where whoever manages the browser has said no. */
import browser from 'webextension-polyfill';

export async function welcome(): Promise<void> {
  if (await isSkipped()) return;
  await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') });
}

/** Policy: `{ "skipWelcome": true }` in managed storage. Firefox throws where there is no policy, and for Android there is no such storage. */
async function isSkipped(): Promise<boolean> {
  try {
    return (await browser.storage.managed.get('skipWelcome'))['skipWelcome'] === true;
  } catch {
    return false;
  }
}
