/**
 * A button of the badge. An empty child of the badge's element, in the page's own tree, takes focus and clicks, so
 * events show nothing of the badge to the page. What the button shows is in the closed root; its name for screen
 * readers is in a closed root of its own.
 */
import { html } from './dom.ts';

export interface Button {
  /** The element in the page's tree. */
  host: HTMLElement;
  /** The visible box in the badge's closed root. */
  box: HTMLElement;
  /** The closed root with its accessible name. */
  root: ShadowRoot;
  act(): void;
}

/** One form of the badge: its content, and its buttons in tab order. */
export interface View {
  content: HTMLElement;
  buttons: readonly Button[];
}

export function button(className: string, label: string, act: () => void, ...shown: Node[]): Button {
  const host = html('div', { role: 'button', tabindex: '0' });
  const root = host.attachShadow({ mode: 'closed' });
  const name = html('span', { role: 'img', 'aria-label': label });
  // No box of its own, as for all words (see `said` in dom.ts).
  name.style.display = 'contents';
  root.append(name);
  const slot = html('slot');
  slot.assign(host);
  return { host, root, act, box: html('div', { class: `button ${className}`, role: 'none' }, slot, ...shown) };
}
