/** Records what a screen reader announces from live regions: their text after each change. */
import type { View } from '../../tools/drivers/driver.ts';

/** Stored on the window: in Firefox's popup every evaluation has its own global object. */
interface Heard {
  heard: string[];
}

/**
 * Observes the live regions that exist now. A region that is added together with its text does not count: not every
 * screen reader announces it.
 */
export async function listen(view: View): Promise<() => Promise<string[]>> {
  await view.evaluate(() => {
    const world = window as unknown as Heard;
    const regions = [...document.querySelectorAll('[role=status], [aria-live=polite]')];
    world.heard = [];
    new MutationObserver((changes) => {
      const changed = new Set(
        changes.map(({ target }) => regions.find((region) => region.isConnected && region.contains(target))),
      );
      for (const region of changed) if (region?.textContent) world.heard.push(region.textContent.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => view.evaluate(() => (window as unknown as Heard).heard);
}
