/** The in-page badge: a small pill in a closed shadow root, text only. A page can see that an element is there, not what it says. */
import type { BadgeAnswer, Hiding } from '../messages.ts';
import { SHAPES } from '../ui/shapes.ts';
import css from './badge.css?inline';

export interface BadgeActions {
  hide(how: Hiding): void;
  details(): void;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Pages that want it gone get it gone: it is put back so often, then it gives way quietly. The toolbar stays. */
const RESTORES = 2;

export function drawBadge(badge: BadgeAnswer, actions: BadgeActions): void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const pill = document.createElement('div');
  pill.className = 'badge';
  pill.lang = 'en';
  pill.setAttribute('role', 'region');
  pill.setAttribute('aria-label', 'Listmark');

  const words = button('words', badge.words, `${badge.words}. Show history and sources`, () => actions.details());
  const close = button('close', '×', 'Hide until the status changes', () => remove());
  pill.append(mark(badge), words, close);
  pill.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') remove();
  });
  root.append(style, pill);

  let wanted = true;
  let restores = 0;
  const place = () => document.documentElement.append(host);
  const watch = new MutationObserver(() => {
    if (!wanted || host.isConnected) return;
    if (restores++ < RESTORES) place();
    else watch.disconnect();
  });
  const remove = () => {
    wanted = false;
    watch.disconnect();
    host.remove();
    actions.hide('until-change');
  };
  const fit = () => (host.hidden = document.fullscreenElement !== null);
  document.addEventListener('fullscreenchange', fit);
  watch.observe(document, { childList: true, subtree: true });
  place();
  fit();
}

function button(className: string, text: string, label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.setAttribute('aria-label', label);
  // A click made by the page's own script is not the user's.
  element.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return element;
}

function mark({ status }: BadgeAnswer): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  for (const { tag, ink, filled, attributes } of SHAPES[status]) {
    const element = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.setAttribute('class', `${ink} ${filled ? 'fill' : 'line'}`);
    svg.append(element);
  }
  return svg;
}
