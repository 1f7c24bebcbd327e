/** The addresses of the view as a tab, and of the explorer beside it. */
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

/**
 * @param market id of the market that the site belongs to; undefined opens the search
 * @param asOf the day shown, YYYY-MM-DD
 * @returns the explorer's address, relative to the popup's page
 */
export function explorerPath(market: string | undefined, asOf: string): string {
  const place = market === undefined ? '#search' : `#market/${encodeURIComponent(market)}`;
  return `../explorer/index.html${place}${asOf === today() ? '' : `?asOf=${asOf}`}`;
}
