/**
 * Keeps the badge in the page. Pages that want it gone get it gone: it is put right twice, then it gives way quietly; the
 * toolbar stays.
 */
import { ofDocument } from './dom.ts';

/** Once, and twice again. */
const DRAWINGS = 3;

/** One drawing of the badge: its element, and how it stops listening to the page. */
export interface Face {
  host: HTMLElement;
  end(): void;
}

/**
 * Puts what `draw` makes last in the document, in the top layer, and watches it; returns how to take it away. It is drawn anew
 * each time: `document.open()` ends every listener below the document, those in a closed shadow root too, and a badge put back
 * as it was would be deaf.
 */
export function hold(draw: () => Face): () => void {
  let face: Face | null = null;
  let drawings = 0;
  // Only the two parents, not the whole tree: a busy page must not pay for the badge.
  const parents = new MutationObserver(check);
  const attributes = new MutationObserver(check);

  function place(root: Element): void {
    face = draw();
    const { host } = face;
    host.setAttribute('popover', 'manual');
    root.append(host);
    // The top layer is above any z-index and inside no transformed ancestor; without it the badge is an ordinary fixed box.
    try {
      host.showPopover();
    } catch {
      // Not possible in this document (an XML page, a document that is not active).
    }
    host.addEventListener('toggle', check);
    parents.observe(document, { childList: true });
    parents.observe(root, { childList: true });
    attributes.observe(host, { attributes: true });
    // What we did ourselves is no news.
    parents.takeRecords();
    attributes.takeRecords();
  }

  const isWhole = (root: Element) => face?.host.parentNode === root && face.host.getAttributeNames().join() === 'popover' && face.host.matches(':popover-open');

  function check(): void {
    const root = ofDocument('documentElement') as Element | null;
    // Between `document.open()` and what is written next there is no root: the document is still watched.
    if (!root || isWhole(root)) return;
    leave();
    if (drawings++ < DRAWINGS) place(root);
  }

  function leave(): void {
    parents.disconnect();
    attributes.disconnect();
    face?.host.removeEventListener('toggle', check);
    face?.host.remove();
    face?.end();
    face = null;
  }

  parents.observe(document, { childList: true });
  check();
  return leave;
}
