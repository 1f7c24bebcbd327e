/** The in-page badge: pill, dot or card in a closed shadow root. A page can see that an element is there, not what it says. */
import type { BadgeAnswer, Hiding } from '../messages.ts';
import { SHAPES } from '../ui/shapes.ts';
import css from './badge.css?inline';
import { card } from './card.ts';
import { button, html, ofDocument, svg } from './dom.ts';
import { hold } from './hold.ts';

export interface BadgeActions {
  hide(how: Hiding): void;
  details(): void;
}
type Form = 'pill' | 'dot' | 'card';

/** Pixels that a reader scrolls before the pill makes room. */
const SCROLLED = 160;
/** In a window narrower than this a pill would be a bar. */
const NARROW = 400;

/** @param mode `open` only in tests of the component itself */
export function drawBadge(badge: BadgeAnswer, actions: BadgeActions, mode: ShadowRootMode = 'closed'): ShadowRoot {
  const host = html('div');
  const root = host.attachShadow({ mode });
  let small = badge.form === 'dot';
  let form: Form | null = null;

  const remove = () => {
    letGo();
    removeEventListener('scroll', settle);
    removeEventListener('resize', settle);
  };
  const gone = (how: Hiding) => {
    remove();
    actions.hide(how);
  };
  const frame = html('div', { class: 'frame', lang: 'en', dir: 'ltr', role: 'region', 'aria-label': 'Listmark' });
  if (badge.theme !== 'system') frame.style.colorScheme = badge.theme;

  const pill = html(
    'div',
    { class: 'pill' },
    button('words', `${badge.words}. Show more`, () => show('card', true), mark(badge), badge.words),
    button('close', 'Hide until the status changes', () => gone('until-change'), '×'),
  );
  const dot = button('dot', `Listmark: ${badge.words}. Show more`, () => show('card', true), mark(badge));
  const rest = () => (small || scrollY > SCROLLED || innerWidth < NARROW ? 'dot' : 'pill');
  const shrink = () => {
    small = true;
    show('dot', true);
  };
  const forms: Record<Form, HTMLElement> = {
    pill,
    dot,
    card: card(badge, { details: () => actions.details(), hide: gone, shrink, close: () => show(rest(), true) }),
  };

  function show(next: Form, byHand = false): void {
    if (next === form) return;
    form = next;
    frame.replaceChildren(forms[next]);
    if (byHand) frame.querySelector('button')?.focus();
  }
  /** The pill makes room and comes back by itself; a card, or what has the focus, stays as it is. */
  function settle(): void {
    if (form !== 'card' && !root.activeElement) show(rest());
  }

  frame.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && form === 'card') show(rest(), true);
  });
  addEventListener('scroll', settle, { passive: true });
  addEventListener('resize', settle, { passive: true });
  EventTarget.prototype.addEventListener.call(document, 'fullscreenchange', () => {
    frame.hidden = ofDocument('fullscreenElement') !== null;
  });
  frame.hidden = ofDocument('fullscreenElement') !== null;

  style(root, css.replace('INSET', INSET[badge.corner]));
  root.append(frame);
  show(rest());
  const letGo = hold(host);
  return root;
}

const INSET: Record<BadgeAnswer['corner'], string> = {
  'bottom-right': 'auto 12px 12px auto',
  'bottom-left': 'auto auto 12px 12px',
  'top-right': '12px 12px auto auto',
  'top-left': '12px auto auto 12px',
};

/** A constructed sheet is beyond the page's content security policy; Firefox lets no content script adopt one, but lets its style element be. */
function style(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = html('style');
    style.textContent = text;
    root.append(style);
  }
}

function mark({ status }: BadgeAnswer): Element {
  const shapes = SHAPES[status].map(({ tag, ink, filled, attributes }) => svg(tag, { ...attributes, class: `${ink} ${filled ? 'fill' : 'line'}` }));
  return svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, ...shapes);
}
