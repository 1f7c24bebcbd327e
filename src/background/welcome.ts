/**
 * The welcome page: after an install, never after an update, and never where whoever manages the browser has put us
 * there or has said no.
 */
import browser from 'webextension-polyfill';
import { within } from '../within.ts';

export async function welcome(): Promise<void> {
  if (await isSkipped()) return;
  await within(browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') }));
}

/**
 * Policy `{ "skipWelcome": true }` or `false` in managed storage decides. Where it says nothing, what an administrator
 * installed does not greet: in schools a browser is new at every login. Firefox throws where there is no policy, and
 * for Android there is no such storage.
 */
async function isSkipped(): Promise<boolean> {
  try {
    const { skipWelcome } = await within(browser.storage.managed.get('skipWelcome'));
    if (typeof skipWelcome === 'boolean') return skipWelcome;
  } catch {
    // No policy.
  }
  const { installType } = await within(browser.management.getSelf());
  return installType === 'admin';
}
