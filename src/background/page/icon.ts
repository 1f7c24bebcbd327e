/**
 * Sets the toolbar icon of a tab by callback, not by promise. If the tab is already gone, Chromium rejects no promise
 * but logs "Unchecked runtime.lastError"; only a callback can read that error. Both browsers have `chrome.action`.
 */
import { within } from '../../within.ts';

interface Details {
  tabId: number;
  /** Maps a size in pixels to a file of the package. */
  path: Record<number, string>;
}
interface Chrome {
  action: { setIcon(details: Details, done: () => void): unknown };
  runtime: { lastError?: unknown };
}

/** Resolves when the icon is set, or when the tab is gone. */
export function setIcon(details: Details): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: Chrome };
  return within(
    new Promise((resolve) => {
      chrome.action.setIcon(details, () => {
        void chrome.runtime.lastError;
        resolve();
      });
    }),
  );
}
