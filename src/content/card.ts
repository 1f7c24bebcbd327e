/** The short card behind the pill: who, which editions, on what kind of act, and the ways from here. Text only. */
import type { BadgeAnswer, Hiding } from '../messages.ts';
import { button, html } from './dom.ts';

export interface CardActions {
  details(): void;
  hide(how: Hiding): void;
  shrink(): void;
  close(): void;
}

export function card(badge: BadgeAnswer, actions: CardActions): HTMLElement {
  const [first = badge.words, ...more] = badge.sentences;
  const choices = html(
    'div',
    { class: 'choices', role: 'group', 'aria-label': 'Hide this badge' },
    button('choice', 'Until the status changes', () => actions.hide('until-change')),
    button('choice', `On ${badge.host}`, () => actions.hide('site')),
    ...(badge.market ? [button('choice', `On all sites of ${badge.market}`, () => actions.hide('market'))] : []),
    html('p', { class: 'dim' }, 'On this device only; undo it in the options.'),
  );
  choices.hidden = true;
  const hide = button('chip', 'Hide…', () => {
    choices.hidden = !choices.hidden;
    hide.setAttribute('aria-expanded', String(!choices.hidden));
    choices.scrollIntoView({ block: 'nearest' });
  });
  hide.setAttribute('aria-expanded', 'false');
  return html(
    'div',
    { class: 'card' },
    html('p', {}, html('b', {}, first)),
    ...more.map((sentence) => html('p', {}, sentence)),
    html('p', { class: 'dim' }, `Kind of act: ${badge.evidence}. Listmark reports what others decided, and judges nothing.`),
    html(
      'div',
      { class: 'row' },
      button('link', 'History and sources', () => actions.details()),
      html(
        'span',
        { class: 'row' },
        hide,
        button('chip', 'Make it small', () => actions.shrink(), '–'),
        button('chip', 'Close this card', () => actions.close(), '×'),
      ),
    ),
    choices,
  );
}
