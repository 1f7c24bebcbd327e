/**
 * A button of the badge. What takes the focus and the clicks is an empty child of the badge's element, in the page's
 * own tree: whatever an event hands to the page, it is this, which says nothing. What the button shows and where it
 * lies is inside the closed root, and its name for screen readers in a closed root of its own.
 */
import { html } from './dom.ts';

export interface Button {
  /** In the page's tree. */
  host: HTMLElement;
  /** In the badge's closed root: what the user sees. */
  box: HTMLElement;
  /** The root with its name. */
  root: ShadowRoot;
  act(): void;
}

/** One form of the badge: what is drawn, and its buttons in the order of the Tab key. */
export interface View {
  content: HTMLElement;
  buttons: readonly Button[];
}

export function button(className: string, label: string, act: () => void, ...shown: Node[]): Button {
  const host = html('div', { role: 'button', tabindex: '0' });
  const root = host.attachShadow({ mode: 'closed' });
  const name = html('span', { role: 'img', 'aria-label': label });
  // Without a box of its own, as all words.
  name.style.display = 'contents';
  root.append(name);
  const slot = html('slot');
  slot.assign(host);
  return { host, root, act, box: html('div', { class: `button ${className}`, role: 'none' }, slot, ...shown) };
}
