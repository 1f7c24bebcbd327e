/**
 * The toolbar's icon of a tab. Not by the promise: Chromium keeps that although the tab is gone, and reports an error
 * that nobody has looked at ("Unchecked runtime.lastError"); only a callback can look. Both browsers know it under
 * `chrome`.
 */
import { within } from '../../within.ts';

interface Details {
  tabId: number;
  /** Size in pixels to a file of the package. */
  path: Record<number, string>;
}
interface Chrome {
  action: { setIcon(details: Details, done: () => void): unknown };
  runtime: { lastError?: unknown };
}

/** @returns when it is set, or the tab was found to be gone */
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
