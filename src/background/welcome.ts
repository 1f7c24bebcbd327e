/** Opens the welcome page after an install, never after an update. An administrator can switch it off. */
import browser from 'webextension-polyfill';
import { within } from '../within.ts';

export async function welcome(): Promise<void> {
  if (await isSkipped()) return;
  await within(browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') }));
}

/**
 * The policy `skipWelcome` in managed storage decides. Without it, an installation by an administrator shows no welcome
 * page: in schools every login starts with a new browser profile. Firefox throws if there is no policy; Firefox for
 * Android has no managed storage.
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
