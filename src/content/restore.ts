/**
 * Restores the badge at most twice, then gives up; the toolbar mark stays. Uses observers only: the page sees every
 * event first and may stop it.
 */
import { documentProperty } from './dom.ts';

/** The first drawing and two restorations. */
const DRAWINGS = 3;

/** One drawing of the badge. */
export interface Drawing {
  host: HTMLElement;
  /** An element that has a box only while the host is in the top layer. */
  top: Element;
  /** The trees that only this script may change. */
  trees(): Node[];
  end(): void;
}

export interface Restorer {
  /** Call this after every own change, so that any other change is known to be foreign. */
  changed(): void;
  /** True if the badge is unchanged. If not, restores it or gives up. */
  intact(): boolean;
  /** Removes the badge. */
  release(): void;
}

/**
 * Appends what `draw` makes to the document, in the top layer, and watches it. Each restoration draws it anew:
 * `document.open()` removes every listener of the window, so an old badge would not react.
 * @returns a function that removes the badge for good
 */
export function restoreWhenChanged(draw: (restorer: Restorer) => Drawing): () => void {
  let drawing: Drawing | null = null;
  let drawings = 0;
  let inTopLayer = false;
  const own: Restorer = { changed, intact, release };
  // Observes only the two parents, not the whole tree, so that a busy page stays fast.
  const parents = new MutationObserver(intact);
  const inside = new MutationObserver(again);
  const layer = new IntersectionObserver(intact);

  function place(root: Element): void {
    drawing = draw(own);
    const { host, top } = drawing;
    host.setAttribute('popover', 'manual');
    root.append(host);
    // The top layer is above any z-index and not affected by transformed ancestors. Without it the badge is a normal
    // fixed box.
    try {
      host.showPopover();
    } catch {
      // Not supported in this document (XML, or an inactive document).
    }
    inTopLayer = host.matches(':popover-open');
    parents.observe(document, { childList: true });
    parents.observe(root, { childList: true });
    layer.observe(top);
    changed();
    // Forget the records of our own changes.
    parents.takeRecords();
  }

  function changed(): void {
    inside.disconnect();
    for (const tree of drawing?.trees() ?? [])
      inside.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  function intact(): boolean {
    const root = documentProperty('documentElement') as Element | null;
    if (
      drawing?.host.parentNode === root &&
      drawing.host.matches(':popover-open') === inTopLayer &&
      !inside.takeRecords().length
    )
      return true;
    again();
    return false;
  }

  function again(): void {
    const root = documentProperty('documentElement') as Element | null;
    // After `document.open()` there is no root for a moment; the document is still observed.
    if (!root) return;
    release();
    if (drawings++ < DRAWINGS) place(root);
  }

  function release(): void {
    for (const observer of [parents, inside, layer]) observer.disconnect();
    drawing?.host.remove();
    drawing?.end();
    drawing = null;
  }

  parents.observe(document, { childList: true });
  again();
  return release;
}
