/** The card that the badge opens (who, which editions, which kind of act), and the choices for hiding it. Text only. */
import type { BadgeAnswer, Hiding } from '../messages.ts';
import { button, type View } from './button.ts';
import { box, visibleText, spokenText } from './dom.ts';

/** A word: a cross could mean that the badge is hidden here. */
const close = (act: () => void) => button('chip', 'Close', act, visibleText('Close'));

export function card(badge: BadgeAnswer, on: { details(): void; choose(): void; close(): void }): View {
  const buttons = [
    button('link', 'History and sources', on.details, visibleText('History and sources')),
    button('chip', 'Hide…', on.choose, visibleText('Hide…')),
    close(on.close),
  ] as const;
  const [history, hide, shut] = buttons;
  const content = box(
    'card',
    box('first', spokenText(`Listmark: ${badge.words}`)),
    ...badge.sentences.map((sentence) => box('', spokenText(sentence))),
    ...badge.notes.map((note) => box('dim', spokenText(note))),
    box('row foot', history.box, box('row', hide.box, shut.box)),
  );
  return { content, buttons };
}

/** Hiding takes two steps: here the user chooses for how long, and reads how to undo it. */
export function choices(
  { host, market }: BadgeAnswer,
  on: { hide(how: Hiding): void; shrink(): void; close(): void },
): View {
  const choice = (label: string, act: () => void) => button('chip', label, act, visibleText(label));
  const offered = [
    choice('Only make it small', on.shrink),
    choice('Until the status changes', () => on.hide('until-change')),
    choice(`On ${host}`, () => on.hide('site')),
    ...(market ? [choice(`On all sites of ${market}`, () => on.hide('market'))] : []),
  ];
  const shut = close(on.close);
  const content = box(
    'card',
    box('first', spokenText('Hide this badge')),
    ...offered.map((each) => each.box),
    // Always visible. Its close button is where the pill's was, so a second click there hides nothing.
    box(
      'row',
      box('dim', spokenText('On this device. Undo it in the toolbar button’s popup or in the settings.')),
      shut.box,
    ),
  );
  return { content, buttons: [...offered, shut] };
}
