// @vitest-environment happy-dom
/** The demo of the welcome page: one mark at a time, and a badge in the page only for statuses that get one. */
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { Demo } from '../../src/welcome/Demo.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it('One chip is pressed, also after it is pressed again; the badge is there for "Listed", the two kinds of listing and the order in force only', async () => {
  render(h(Demo, {}), document.body);
  const chips = () => [...document.querySelectorAll<HTMLButtonElement>('.chip')];
  const pressed = () =>
    chips().flatMap((chip) => (chip.getAttribute('aria-pressed') === 'true' ? chip.textContent : []));
  const badge = () => document.querySelector('.pill')?.textContent ?? null;
  expect(pressed()).toEqual(['Listed']);
  const withBadge: string[] = [];
  for (const { textContent: words } of chips())
    for (const times of [1, 2]) {
      chips()
        .find((chip) => chip.textContent === words)!
        .click();
      await settle();
      expect([times, pressed()]).toEqual([times, [words]]);
      if (times === 2 && badge()) withBadge.push(words);
      // The badge says what the caption says, after the name of the product.
      if (badge())
        expect(`${badge()!.replace(/^Listmark /, '')}.`).toBe(document.querySelector('figcaption b')!.textContent);
    }
  expect(withBadge).toEqual(['Listed', 'Listed, not in the newest lists', 'Blocking order in force']);
});
