/** The address of the view as a tab. */
import { today } from '../today.ts';

/**
 * @param url the page that the view is about; of it only what the look-up reads is kept: scheme, host and path
 * @param asOf the day shown, YYYY-MM-DD
 * @returns path inside the extension
 */
export function fullPagePath(url: string, asOf: string): string {
  const { origin, pathname } = new URL(url);
  const parameters = new URLSearchParams({ url: origin + pathname, ...(asOf !== today() && { asOf }) });
  return `src/popup/index.html?${parameters.toString()}`;
}
