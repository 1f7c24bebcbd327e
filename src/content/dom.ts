/**
 * The document as the platform made it. A page can put `<img name="createElement">` into itself, and then
 * `document.createElement` is that image, in a content script too (Chromium): whatever is read of `document` is read
 * through its prototype.
 */
const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

function make(namespace: string, tag: string): Element {
  return Document.prototype.createElementNS.call(document, namespace, tag);
}
export const ofDocument = <K extends keyof Document>(name: K): Document[K] =>
  Reflect.get(Document.prototype, name, document);

type Attributes = Readonly<Record<string, string>>;

/** An element of ours. The namespace is written out: a page may be XML or a picture. */
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
 * A box without meaning of its own. In Firefox a box that assistive technology knows can be sent a click, and that
 * click hands it to the page.
 */
export const box = (className: string, ...children: Node[]): HTMLElement =>
  html('div', { class: className, role: 'none' }, ...children);

/**
 * Words for the eye alone. The style sheet draws them: as a text node, the page's `window.find("Named in")` would find
 * them, even in a closed root.
 */
export const drawn = (words: string): HTMLElement => html('span', { role: 'none', 'data-text': words });

/**
 * Words to see and to hear: a name without a box (`display: contents`), so that nothing can be clicked or selected. See
 * docs/decisions/0032.
 */
export const said = (words: string): HTMLElement =>
  html('span', { class: 'said', role: 'img', 'aria-label': words, 'data-text': words });
