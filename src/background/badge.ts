/** Puts the in-page badge's script into a page that is listed, and into no other. Needs the optional host access. */
import browser from 'webextension-polyfill';
import { ALL_SITES } from '../messages.ts';

export async function showBadge(tabId: number, url: string): Promise<void> {
  if (!/^https?:/.test(url) || !(await browser.permissions.contains({ origins: ALL_SITES }))) return;
  // Fails on pages where no extension may draw (stores, error pages): the toolbar has said it already.
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/content.js'], injectImmediately: true }).catch(() => undefined);
}
