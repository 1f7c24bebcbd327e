/** What screen readers are told beside the focus: the words of live regions, each time that they change. */
import type { View } from '../../tools/drivers/driver.ts';

/** On the window: each look into Firefox's popup has a global object of its own. */
interface Heard {
  heard: string[];
}

/**
 * Listens from now on to the regions that are there already: one that comes with its words is not announced by every
 * screen reader.
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
