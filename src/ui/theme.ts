/** Applies the user's theme to a page; "system" leaves the choice to the browser. */
import type { Theme } from '../messages.ts';

export function applyTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
}
