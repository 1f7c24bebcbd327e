/**
 * Keeps the badge's element in the page. Pages that want it gone get it gone: it is put right twice, then it gives way
 * quietly; the toolbar stays.
 */
import { ofDocument } from './dom.ts';

const RESTORES = 2;

/** Puts the host last in the document, in the top layer, and watches it; returns how to take it away. */
export function hold(host: HTMLElement): () => void {
  let restores = 0;
  // Only the two parents, not the whole tree: a busy page must not pay for the badge.
  const parents = new MutationObserver(check);
  const attributes = new MutationObserver(check);

  function place(): void {
    const root = ofDocument('documentElement') as Element | null;
    if (!root) return;
    for (const name of host.getAttributeNames()) host.removeAttribute(name);
    host.setAttribute('popover', 'manual');
    root.append(host);
    // The top layer is above any z-index and inside no transformed ancestor; without it the badge is an ordinary fixed box.
    try {
      host.showPopover();
    } catch {
      // Not possible in this document (an XML page, a document that is not active).
    }
    parents.observe(document, { childList: true });
    parents.observe(root, { childList: true });
    attributes.observe(host, { attributes: true });
    // What we did ourselves is no news.
    parents.takeRecords();
    attributes.takeRecords();
  }

  const isWhole = () => host.parentNode === ofDocument('documentElement') && host.getAttributeNames().join() === 'popover' && host.matches(':popover-open');

  function check(): void {
    if (isWhole()) return;
    parents.disconnect();
    attributes.disconnect();
    if (restores++ < RESTORES) place();
    else host.remove();
  }

  host.addEventListener('toggle', check);
  place();
  return () => {
    parents.disconnect();
    attributes.disconnect();
    host.removeEventListener('toggle', check);
    host.remove();
  };
}
