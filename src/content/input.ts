/**
 * Finds the button that a real user action means. Listens on the window in the capture phase, before the page's own
 * listeners on the document.
 */
import type { Button } from './button.ts';
import { documentProperty } from './dom.ts';

export interface Pressable {
  buttons(): readonly Button[];
  /** Goes one step back (Escape key). */
  back(): void;
  /** False if the page has changed the badge; then input is ignored. */
  intact(): boolean;
}

export function listen({ buttons, back, intact }: Pressable, signal: AbortSignal): void {
  const isByUser = (event: Event) => event.isTrusted && intact();

  addEventListener(
    'click',
    (event) => {
      const pressed = buttons().find((each) => isClickOn(each, event));
      if (pressed && isByUser(event)) pressed.act();
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
      // Ignore key repeat: holding a key must not press the buttons that the first press opened.
      if (event.repeat || !(presses || key === 'Escape') || !isByUser(event)) return;
      if (presses) focused.act();
      else back();
    },
    { capture: true, signal },
  );
}

/** True for a click on the button's element, inside the area where the button is drawn. */
function isClickOn({ host, box }: Button, event: MouseEvent): boolean {
  const root = documentProperty('documentElement');
  // In a page whose root is inert, every click targets the root.
  if (event.target !== host && !(event.target === root && root.hasAttribute('inert'))) return false;
  // The second click of a double click was meant for what was there before the first.
  if (event.detail > 1) return false;
  const { left, top, right, bottom } = box.getBoundingClientRect();
  return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
}
