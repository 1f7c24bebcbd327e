/** The in-page badge: pill, dot or card in a closed shadow root. A page can see that an element is there, not what it says. */
import type { BadgeAnswer, Hiding } from '../messages.ts';
import { SHAPES } from '../ui/shapes.ts';
import css from './badge.css?inline';
import { card } from './card.ts';
import { button, html, ofDocument, svg } from './dom.ts';
import { hold, type Face } from './hold.ts';

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
export function drawBadge(badge: BadgeAnswer, actions: BadgeActions, mode: ShadowRootMode = 'closed'): void {
  const remove = hold(() =>
    draw(badge, mode, {
      details: () => actions.details(),
      hide(how) {
        remove();
        actions.hide(how);
      },
    }),
  );
}

function draw(badge: BadgeAnswer, mode: ShadowRootMode, { details, hide }: BadgeActions): Face {
  const host = html('div');
  const root = host.attachShadow({ mode });
  const listening = new AbortController();
  let small = badge.form === 'dot';
  let form: Form | null = null;

  const frame = html('div', { class: 'frame', lang: 'en', dir: 'ltr', role: 'region', 'aria-label': 'Listmark' });
  if (badge.theme !== 'system') frame.style.colorScheme = badge.theme;

  const pill = html(
    'div',
    { class: 'pill' },
    button('words', `${badge.words}. Show more`, () => show('card', true), mark(badge), badge.words),
    button('close', 'Hide until the status changes', () => hide('until-change'), '×'),
  );
  const dot = button('dot', `Listmark: ${badge.words}. Show more`, () => show('card', true), mark(badge));
  const rest = () => (small || scrollY > SCROLLED || innerWidth < NARROW ? 'dot' : 'pill');
  const shrink = () => {
    small = true;
    show('dot', true);
  };
  const forms: Record<Form, () => HTMLElement> = {
    pill: () => pill,
    dot: () => dot,
    // Anew each time: its choices are closed again.
    card: () => card(badge, { details, hide, shrink, close: () => show(rest(), true) }),
  };

  function show(next: Form, byHand = false): void {
    if (next === form) return;
    form = next;
    frame.replaceChildren(forms[next]());
    // A card higher than the window is read from its first sentence on, not from its first button.
    if (byHand) frame.querySelector('button')?.focus({ preventScroll: true });
  }
  /** The pill makes room and comes back by itself; a card, or what has the focus, stays as it is. */
  function settle(): void {
    if (form !== 'card' && !root.activeElement) show(rest());
  }

  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (form === 'card') show(rest(), true);
    else hide('until-change');
  });
  /** In full screen there is one thing to look at, and this is not it. */
  const makeWay = () => {
    frame.hidden = ofDocument('fullscreenElement') !== null;
  };
  const { signal } = listening;
  addEventListener('scroll', settle, { passive: true, signal });
  addEventListener('resize', settle, { passive: true, signal });
  EventTarget.prototype.addEventListener.call(document, 'fullscreenchange', makeWay, { signal });
  makeWay();

  style(root, css.replace('INSET', INSET[badge.corner]));
  root.append(frame);
  show(rest());
  return { host, end: () => listening.abort() };
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
