/** Renders a page into its `#app` element. */
import { render, type ComponentChild } from 'preact';

const app = document.getElementById('app')!;

export function draw(page: ComponentChild): void {
  // Preact does not remove what was in the element before.
  app.querySelector('.waiting')?.remove();
  render(page, app);
}
