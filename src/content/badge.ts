/**
 * The in-page badge: pill, dot or card in a closed shadow root. A page can see that an element is there, not what it
 * says.
 */
import type { BadgeAnswer, Hiding } from '../messages.ts';
import { BADGE_SHAPES, type Shape } from '../ui/badge-shapes.ts';
import css from './badge.css?inline';
import { button, type Button, type View } from './button.ts';
import { card, choices } from './card.ts';
import { box, drawn, html, ofDocument, svg } from './dom.ts';
import { restoreWhenChanged, type Drawing, type Restorer } from './restore.ts';
import { listen } from './input.ts';

export interface BadgeActions {
  hide(how: Hiding): void;
  details(): void;
}
type Form = 'pill' | 'dot' | 'card' | 'choices';

/** Pixels that a reader scrolls before the pill makes room. */
const SCROLLED = 160;
/** In a window narrower than this a pill would be a bar. */
const NARROW = '(max-width: 399px)';
/** How often a badge that makes way for a full screen looks whether it is over, in milliseconds. */
const LOOK_AGAIN = 500;

/** @returns what takes the badge away */
export function drawBadge(badge: BadgeAnswer, actions: BadgeActions): () => void {
  return restoreWhenChanged((held) =>
    draw(badge, held, {
      details: () => actions.details(),
      hide(how) {
        held.release();
        actions.hide(how);
      },
    }),
  );
}

function draw(badge: BadgeAnswer, held: Restorer, { details, hide }: BadgeActions): Drawing {
  const host = html('div');
  const root = host.attachShadow({ mode: 'closed', slotAssignment: 'manual' });
  const frame = html('div', { class: 'frame', lang: 'en', dir: 'ltr', role: 'region', 'aria-label': 'Listmark' });
  const top = box('top');
  const listening = new AbortController();
  const { signal } = listening;
  const narrow = matchMedia(NARROW);
  const wholeScreen = matchMedia('(display-mode: fullscreen)');
  let small = badge.form === 'dot';
  let form: Form | null = null;
  let buttons: readonly Button[] = [];
  let timer = 0;

  const rest = () => (small || scrollY > SCROLLED || narrow.matches ? 'dot' : 'pill');
  const open = () => show('card', true);
  const choose = () => show('choices', true);
  const close = () => show(rest(), true);
  const shrink = () => {
    small = true;
    close();
  };
  const forms: Record<Form, () => View> = {
    pill() {
      const words = button('words', `${badge.words}. Show more`, open, mark(badge), drawn(badge.words));
      const cross = button('close', 'Hide…', choose, drawn('×'));
      return { content: box('pill', words.box, cross.box), buttons: [words, cross] };
    },
    dot() {
      const dot = button('dot', `Listmark: ${badge.words}. Show more`, open, mark(badge));
      return { content: dot.box, buttons: [dot] };
    },
    card: () => card(badge, { details, choose, close }),
    choices: () => choices(badge, { hide, shrink, close }),
  };

  function show(next: Form, byHand = false): void {
    if (next === form) return;
    form = next;
    const view = forms[next]();
    buttons = view.buttons;
    frame.replaceChildren(view.content);
    host.replaceChildren(...buttons.map((each) => each.host));
    held.changed();
    // A card higher than the window is read from its first sentence on, not from its first button.
    if (byHand) buttons[0]?.host.focus({ preventScroll: true });
  }
  const isAtRest = () => form === 'pill' || form === 'dot';
  /** The pill makes room and comes back by itself; a card, or what has the focus, stays as it is. */
  function settle(): void {
    if (isAtRest() && !host.matches(':focus-within')) show(rest());
  }
  /**
   * In full screen there is one thing to look at, and this is not it. Looked at again and again: the page may swallow
   * the event that tells of the end.
   */
  function makeWay(): void {
    clearTimeout(timer);
    frame.hidden = ofDocument('fullscreenElement') !== null;
    held.changed();
    if (frame.hidden || wholeScreen.matches) timer = window.setTimeout(makeWay, LOOK_AGAIN);
  }

  listen({ buttons: () => buttons, back: () => (isAtRest() ? choose() : close()), isWhole: held.isWhole }, signal);
  addEventListener('scroll', settle, { passive: true, signal });
  narrow.addEventListener('change', settle, { signal });
  EventTarget.prototype.addEventListener.call(document, 'fullscreenchange', makeWay, { signal });
  wholeScreen.addEventListener('change', makeWay, { signal });

  style(
    root,
    css.replace('INSET', INSET[badge.corner]).replace('SCHEME', badge.theme === 'system' ? 'light dark' : badge.theme),
  );
  root.append(top, frame);
  makeWay();
  show(rest());
  return {
    host,
    top,
    trees: () => [host, root, ...buttons.map((each) => each.root)],
    end() {
      clearTimeout(timer);
      listening.abort();
    },
  };
}

const INSET: Record<BadgeAnswer['corner'], string> = {
  'bottom-right': 'auto 12px 12px auto',
  'bottom-left': 'auto auto 12px 12px',
  'top-right': '12px 12px auto auto',
  'top-left': '12px auto auto 12px',
};

/**
 * A constructed sheet is beyond the page's content security policy; Firefox lets no content script adopt one, but lets
 * its style element be.
 */
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

/** Partial: what a worker of another version asks for may have no shape here. */
const SHAPES: Partial<Record<BadgeAnswer['status'], readonly Shape[]>> = BADGE_SHAPES;

function mark({ status }: BadgeAnswer): Element {
  const shapes = SHAPES[status] ?? [];
  const drawn = shapes.map(({ tag, ink, filled, attributes }) =>
    svg(tag, { ...attributes, class: `${ink} ${filled ? 'fill' : 'line'}` }),
  );
  return svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, ...drawn);
}
