/** Puts the in-page badge's script into a page that is listed, and into no other. Needs the optional host access. */
import browser from 'webextension-polyfill';
import { ALL_SITES } from '../../messages.ts';
import { within } from '../../within.ts';

let access: Promise<boolean> | null = null;

/**
 * Whether the user gave access to pages: no, as long as the browser does not say. Asked once in the worker's life,
 * until it is forgotten.
 */
export const mayDraw = (): Promise<boolean> =>
  (access ??= within(browser.permissions.contains({ origins: ALL_SITES })).catch(() => {
    access = null;
    return false;
  }));

/** The user gave access, or took it back. */
export function forgetAccess(): void {
  access = null;
}

/** To be called only where the user gave access. */
export async function drawBadge(tabId: number): Promise<void> {
  // Fails on pages where no extension may draw (stores, error pages): the toolbar has said it already.
  const script = { target: { tabId, frameIds: [0] }, files: ['/content.js'], injectImmediately: true };
  await within(browser.scripting.executeScript(script)).catch(() => undefined);
}
