/**
 * The document as the platform made it. A page can put `<img name="createElement">` into itself, and then `document.createElement`
 * is that image, in a content script too (Chromium): whatever is read of `document` is read through its prototype.
 */
const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

function make(namespace: string, tag: string): Element {
  return Document.prototype.createElementNS.call(document, namespace, tag);
}
export const ofDocument = <K extends keyof Document>(name: K): Document[K] => Reflect.get(Document.prototype, name, document);

type Attributes = Readonly<Record<string, string>>;

/**
 * Text that only eyes and screen readers meet: it is drawn by the style sheet. As a text node, the page's own `window.find("Named in")`
 * would find it even in a closed shadow root.
 */
const text = (words: string): HTMLElement => html('span', { 'data-text': words });

/** An element of ours. The namespace is written out: a page may be XML or a picture. */
export function html<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = make(HTML, tag) as HTMLElementTagNameMap[K];
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === 'string' ? text(child) : child)));
  return element;
}

export function svg(tag: string, attributes: Attributes, ...children: Node[]): Element {
  const element = make(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button that only the user's own hand can press: a click made by the page's script is not trusted. */
export function button(className: string, label: string, act: () => void, ...children: (Node | string)[]): HTMLButtonElement {
  const element = html(
    'button',
    { type: 'button', class: className, ...(children.length && { 'aria-label': label }) },
    ...(children.length ? children : [label]),
  );
  element.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return element;
}
