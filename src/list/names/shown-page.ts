/**
 * The web page that a tab shows. In a reader view or a source view, the browser gives its own address with the page's
 * address inside.
 */

/** Firefox's reader view and Chromium's distilled pages have the page's address in a parameter. */
const READER = /^(?:about:reader\?|chrome-distiller:\/\/[^/?#]*\/?\?)(?<parameters>.*)$/s;
const SOURCE = 'view-source:';

/**
 * @param url address of a tab
 * @returns the normalized address of the page; any other address unchanged
 */
export function shownPage(url: string): string {
  // The usual case.
  if (url.startsWith('http')) return url;
  const parameters = READER.exec(url)?.groups?.['parameters'];
  const page =
    parameters === undefined
      ? url.startsWith(SOURCE)
        ? url.slice(SOURCE.length)
        : null
      : new URLSearchParams(parameters).get('url');
  return page !== null && /^https?:/i.test(page) && URL.canParse(page) ? new URL(page).href : url;
}
