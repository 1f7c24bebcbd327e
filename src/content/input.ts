/**
 * Which button the user's own hand means. Heard at the window, before any listener of the page's that is not there too.
 */
import type { Button } from './button.ts';
import { ofDocument } from './dom.ts';

export interface Pressable {
  buttons(): readonly Button[];
  /** One step back, by the Escape key. */
  back(): void;
  /** Whether all is as we made it: nothing is done for a badge that the page has touched. */
  isWhole(): boolean;
}

export function listen({ buttons, back, isWhole }: Pressable, signal: AbortSignal): void {
  const byHand = (event: Event) => event.isTrusted && isWhole();

  addEventListener(
    'click',
    (event) => {
      const pressed = buttons().find((each) => isMeant(each, event));
      if (pressed && byHand(event)) pressed.act();
    },
    { capture: true, signal },
  );
  addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      const focused = buttons().find((each) => each.host === target);
      if (!focused || event.ctrlKey || event.altKey || event.metaKey) return;
      const presses = key === 'Enter' || key === ' ';
      // A space would scroll the page.
      if (presses) event.preventDefault();
      // A key that is held down must not run through what one press has opened.
      if (event.repeat || !(presses || key === 'Escape') || !byHand(event)) return;
      if (presses) focused.act();
      else back();
    },
    { capture: true, signal },
  );
}

/** A click on the button's element, at a place where the button is seen. */
function isMeant({ host, box }: Button, event: MouseEvent): boolean {
  const root = ofDocument('documentElement');
  // In a page that is inert as a whole, every click falls on its root.
  if (event.target !== host && !(event.target === root && root.hasAttribute('inert'))) return false;
  // The second of a double click is meant for what was there at the first.
  if (event.detail > 1) return false;
  const { left, top, right, bottom } = box.getBoundingClientRect();
  return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
}
