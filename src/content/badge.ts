/** The in-page badge: a pill, dot or card in a closed shadow root. A page can detect the element, but not read it. */
import type { BadgeAnswer, Hiding } from '../messages.ts';
import css from './badge.css?inline';
import { button, type Button, type View } from './button.ts';
import { card, choices } from './card.ts';
import { box, visibleText, html, documentProperty, svg } from './dom.ts';
import { restoreWhenChanged, type Drawing, type Restorer } from './restore.ts';
import { listen } from './input.ts';

export interface BadgeActions {
  hide(how: Hiding): void;
  details(): void;
}
type Form = 'pill' | 'dot' | 'card' | 'choices';

/** Pixels of scrolling after which the pill becomes a dot. */
const SCROLLED = 160;
/** In a narrower window the pill would be as wide as the page. Pixels. */
const NARROW = 399;
/** The pill has one line: where its words would not fit, there is the dot. Pixels of a wide letter, and of the rest. */
const LETTER = 7.5;
const AROUND = 160;
/** As in badge.css: longer words are cut. */
const WIDEST = 664;
/** Milliseconds between two checks whether full screen has ended. */
const FULL_SCREEN_POLL = 500;

/** Draws the badge. @returns a function that removes it */
export function drawBadge(badge: BadgeAnswer, actions: BadgeActions): () => void {
  return restoreWhenChanged((restorer) =>
    draw(badge, restorer, {
      details: () => actions.details(),
      hide(how) {
        restorer.release();
        actions.hide(how);
      },
    }),
  );
}

function draw(badge: BadgeAnswer, restorer: Restorer, { details, hide }: BadgeActions): Drawing {
  const host = html('div');
  const root = host.attachShadow({ mode: 'closed', slotAssignment: 'manual' });
  const frame = html('div', { class: 'frame', lang: 'en', dir: 'ltr', role: 'region', 'aria-label': 'Listmark' });
  const top = box('top');
  const listening = new AbortController();
  const { signal } = listening;
  const narrow = matchMedia(
    `(max-width: ${Math.max(NARROW, Math.min(WIDEST, AROUND + badge.words.length * LETTER))}px)`,
  );
  const fullScreenMode = matchMedia('(display-mode: fullscreen)');
  let small = badge.form === 'dot';
  let form: Form | null = null;
  let buttons: readonly Button[] = [];
  let timer = 0;

  const formAtRest = () => (small || scrollY > SCROLLED || narrow.matches ? 'dot' : 'pill');
  const open = () => show('card', true);
  const choose = () => show('choices', true);
  const close = () => show(formAtRest(), true);
  const shrink = () => {
    small = true;
    close();
  };
  const name = `Listmark: ${badge.words}. Show more`;
  const forms: Record<Form, () => View> = {
    pill() {
      const words = button(
        'words',
        name,
        open,
        mark(badge),
        box('name', visibleText('Listmark')),
        visibleText(badge.words),
      );
      const cross = button('close', 'Hide…', choose, visibleText('×'));
      return { content: box('pill', words.box, cross.box), buttons: [words, cross] };
    },
    dot() {
      const dot = button('dot', name, open, mark(badge));
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
    restorer.changed();
    // Without scrolling: a card higher than the window is read from its first sentence, not from its first button.
    if (byHand) buttons[0]?.host.focus({ preventScroll: true });
  }
  const isAtRest = () => form === 'pill' || form === 'dot';
  /** Switches between pill and dot; leaves a card, or a focused badge, alone. */
  function updateAtRest(): void {
    if (isAtRest() && !host.matches(':focus-within')) show(formAtRest());
  }
  /** Hides the badge in full screen. Polls for the end, because the page may stop the event. */
  function hideInFullScreen(): void {
    clearTimeout(timer);
    frame.hidden = documentProperty('fullscreenElement') !== null;
    restorer.changed();
    if (frame.hidden || fullScreenMode.matches) timer = window.setTimeout(hideInFullScreen, FULL_SCREEN_POLL);
  }

  listen({ buttons: () => buttons, back: () => (isAtRest() ? choose() : close()), intact: restorer.intact }, signal);
  addEventListener('scroll', updateAtRest, { passive: true, signal });
  narrow.addEventListener('change', updateAtRest, { signal });
  EventTarget.prototype.addEventListener.call(document, 'fullscreenchange', hideInFullScreen, { signal });
  fullScreenMode.addEventListener('change', hideInFullScreen, { signal });

  style(
    root,
    css.replace('INSET', INSET[badge.corner]).replace('SCHEME', badge.theme === 'system' ? 'light dark' : badge.theme),
  );
  root.append(top, frame);
  hideInFullScreen();
  show(formAtRest());
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
 * The page's content security policy does not block a constructed style sheet. Firefox does not let content scripts
 * adopt one, but does not block their style elements.
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

function mark(badge: BadgeAnswer): Element {
  const shapes = badge.mark.map(({ tag, ink, filled, attributes }) =>
    svg(tag, { ...attributes, class: `${ink} ${filled ? 'fill' : 'line'}` }),
  );
  return svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, ...shapes);
}
