/** Moves through a page with Tab and records what has the focus, with the role and name that a screen reader uses. */
import { allNodes, until, type View } from '../../tools/drivers/driver.ts';

/** Role and name of the focused element; '' if it is the page itself. */
export async function focused(view: View): Promise<string> {
  const node = allNodes(await view.accessibilityTree()).findLast(
    (each) => each.states.includes('focused') && each.role !== 'document',
  );
  return node ? `${node.role} ${node.name}` : '';
}

/** Presses Tab until the focus leaves the page or comes back to the first stop; at most `most` times. */
export async function walk(view: View, most = 90): Promise<string[]> {
  const stops: string[] = [];
  for (let n = 0; n < most; n++) {
    await view.press('Tab');
    // Firefox reports the focus a moment after the key.
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
