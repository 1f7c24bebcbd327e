/** A walk by keyboard alone: what has the focus after each Tab, as a screen reader would name it. */
import { allNodes, until, type View } from '../../tools/drivers/driver.ts';

/** Role and name of what has the focus; '' where that is the page itself. */
export async function focused(view: View): Promise<string> {
  const node = allNodes(await view.accessibilityTree()).findLast(
    (each) => each.states.includes('focused') && each.role !== 'document',
  );
  return node ? `${node.role} ${node.name}` : '';
}

/** Tabs on until the focus leaves the page or comes round; at most `most` stops. */
export async function walk(view: View, most = 90): Promise<string[]> {
  const stops: string[] = [];
  for (let n = 0; n < most; n++) {
    await view.press('Tab');
    // Firefox tells of the focus a moment after the key.
    const last = stops.at(-1);
    const stop = await until(
      () => focused(view),
      (found) => found !== '' && found !== last,
      3000,
    ).catch(() => focused(view));
    if (!stop || (stop === stops[0] && stops.length > 1)) break;
    stops.push(stop);
  }
  return stops;
}
