/**
 * Restores the badge at most twice, then gives up; the toolbar mark stays. Pages that want the badge gone get it gone.
 * It is watched by observers only: an event passes through the page first, and the page may stop it.
 */
import { ofDocument } from './dom.ts';

/** Once, and twice again. */
const DRAWINGS = 3;

/** One drawing of the badge: its element, and how it stops listening to the page. */
export interface Drawing {
  host: HTMLElement;
  /** Has a box only while the host is in the top layer. */
  top: Element;
  /** The trees that nobody but us changes, as they are now. */
  trees(): Node[];
  end(): void;
}

export interface Restorer {
  /** To be called after every change of ours: what changes beside it was changed by somebody else. */
  changed(): void;
  /** Whether all is as we made it. If not, it is drawn anew or gives way. */
  isWhole(): boolean;
  /** Takes the badge away. */
  release(): void;
}

/**
 * Puts what `draw` makes last in the document, in the top layer, and watches it. It is drawn anew each time:
 * `document.open()` ends every listener in the window, and a badge put back as it was would be deaf.
 * @returns what takes it away for good
 */
export function restoreWhenChanged(draw: (restorer: Restorer) => Drawing): () => void {
  let face: Drawing | null = null;
  let drawings = 0;
  let inTopLayer = false;
  const own: Restorer = { changed, isWhole, release };
  // Only the two parents, not the whole tree: a busy page must not pay for the badge.
  const parents = new MutationObserver(isWhole);
  const inside = new MutationObserver(again);
  const layer = new IntersectionObserver(isWhole);

  function place(root: Element): void {
    face = draw(own);
    const { host, top } = face;
    host.setAttribute('popover', 'manual');
    root.append(host);
    // The top layer is above any z-index and inside no transformed ancestor; without it the badge is an ordinary fixed
    // box.
    try {
      host.showPopover();
    } catch {
      // Not possible in this document (an XML page, a document that is not active).
    }
    inTopLayer = host.matches(':popover-open');
    parents.observe(document, { childList: true });
    parents.observe(root, { childList: true });
    layer.observe(top);
    changed();
    // What we did ourselves is no news.
    parents.takeRecords();
  }

  function changed(): void {
    inside.disconnect();
    for (const tree of face?.trees() ?? [])
      inside.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  function isWhole(): boolean {
    const root = ofDocument('documentElement') as Element | null;
    if (
      face?.host.parentNode === root &&
      face.host.matches(':popover-open') === inTopLayer &&
      !inside.takeRecords().length
    )
      return true;
    again();
    return false;
  }

  function again(): void {
    const root = ofDocument('documentElement') as Element | null;
    // Between `document.open()` and what is written next there is no root: the document is still watched.
    if (!root) return;
    release();
    if (drawings++ < DRAWINGS) place(root);
  }

  function release(): void {
    for (const observer of [parents, inside, layer]) observer.disconnect();
    face?.host.remove();
    face?.end();
    face = null;
  }

  parents.observe(document, { childList: true });
  again();
  return release;
}
