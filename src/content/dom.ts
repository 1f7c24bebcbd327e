/**
 * Access to `document` through its prototype. A page can contain `<img name="createElement">`; then
 * `document.createElement` is that image, in Chromium also for content scripts.
 */
const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

function make(namespace: string, tag: string): Element {
  return Document.prototype.createElementNS.call(document, namespace, tag);
}
export const documentProperty = <K extends keyof Document>(name: K): Document[K] =>
  Reflect.get(Document.prototype, name, document);

type Attributes = Readonly<Record<string, string>>;

/** Creates an HTML element. With the namespace, because the page may be XML or SVG. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Node[]
): HTMLElementTagNameMap[K] {
  return fill(make(HTML, tag) as HTMLElementTagNameMap[K], attributes, children);
}

export const svg = (tag: string, attributes: Attributes, ...children: Node[]): Element =>
  fill(make(SVG, tag), attributes, children);

function fill<E extends Element>(element: E, attributes: Attributes, children: Node[]): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A box without a role. In Firefox, assistive technology can send a click to a box that it knows, and that click would
 * reveal the box to the page.
 */
export const box = (className: string, ...children: Node[]): HTMLElement =>
  html('div', { class: className, role: 'none' }, ...children);

/**
 * Visible text that screen readers do not read. The style sheet draws them: as a text node, `window.find("Named in")` of the page would
 * find them, even in a closed root.
 */
export const visibleText = (words: string): HTMLElement => html('span', { role: 'none', 'data-text': words });

/**
 * Text that is visible and read by screen readers: an accessible name without a box (`display: contents`), so that
 * nothing can be clicked or selected. See docs/decisions/0032.
 */
export const spokenText = (words: string): HTMLElement =>
  html('span', { class: 'said', role: 'img', 'aria-label': words, 'data-text': words });
