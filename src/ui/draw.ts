/** Draws a page of ours into its `#app`. */
import { render, type ComponentChild } from 'preact';

const app = document.getElementById('app')!;

export function draw(page: ComponentChild): void {
  // Preact leaves what stood in the element before it.
  app.querySelector('.waiting')?.remove();
  render(page, app);
}
