/** Shows everything while printing, and what was shown before afterwards. CSS cannot open `<details>` in every browser. */

/** @param drawPopup draws the popup at once, as it is on paper or on screen */
export function onPrint(drawPopup: (onPaper: boolean) => void): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    drawPopup(true);
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened = [];
    drawPopup(false);
  });
}
