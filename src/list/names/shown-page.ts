/**
 * The page behind what a tab shows. In a reader view, and where the source of a page is looked at, the browser hands
 * over an address of its own with that of the page in it; what is shown is the page's.
 */

/** Firefox's reader view and Chromium's distilled pages name the page in a parameter. */
const READER = /^(?:about:reader\?|chrome-distiller:\/\/[^/?#]*\/?\?)(?<parameters>.*)$/s;
const SOURCE = 'view-source:';

/** @param url of a tab. @returns the address of the page, normalised as a browser does it; anything else as it came */
export function shownPage(url: string): string {
  // Nearly all that is asked about.
  if (url.startsWith('http')) return url;
  const parameters = READER.exec(url)?.groups?.['parameters'];
  const behind =
    parameters === undefined
      ? url.startsWith(SOURCE)
        ? url.slice(SOURCE.length)
        : null
      : new URLSearchParams(parameters).get('url');
  return behind !== null && /^https?:/i.test(behind) && URL.canParse(behind) ? new URL(behind).href : url;
}
