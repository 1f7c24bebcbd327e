/** The user's theme on a page of ours; "system" leaves it to the browser. */
import type { Theme } from '../messages.ts';

export function applyTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
}
