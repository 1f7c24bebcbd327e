/** Injects the badge's content script into listed pages only. Needs the optional host permission. */
import browser from 'webextension-polyfill';
import { ALL_SITES } from '../../messages.ts';
import { within } from '../../within.ts';

let access: Promise<boolean> | null = null;

/**
 * True if the user gave access to all sites; false if the browser does not answer. Asks the browser once, until
 * `forgetAccess`.
 */
export const hasPageAccess = (): Promise<boolean> =>
  (access ??= within(browser.permissions.contains({ origins: ALL_SITES })).catch(() => {
    access = null;
    return false;
  }));

/** Call this when the user gives or withdraws access. */
export function forgetAccess(): void {
  access = null;
}

/** Call it only if `hasPageAccess`. Never throws. */
export async function injectBadge(tabId: number): Promise<void> {
  // Fails on pages where no extension may run (extension stores, error pages); the toolbar mark is enough there.
  const script = { target: { tabId, frameIds: [0] }, files: ['/content.js'], injectImmediately: true };
  await within(browser.scripting.executeScript(script)).catch(() => undefined);
}
