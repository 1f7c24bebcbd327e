/** What was named and what was asked, where the two are not the same host or page. */
import { displayName } from '../../list/names/display-name.ts';
import type { MatchedDomain } from '../../list/look-up.ts';

/** The name, or the address of a part of a site, by which the host was found; null where it is the host itself, or nothing was found. */
export function namedAddress(matches: readonly MatchedDomain[], host: string): string | null {
  const [first] = matches;
  const asked = matches.some(({ domain, scope }) => domain === host && scope !== 'url-prefix');
  return asked || !first ? null : first.domain + (first.path ?? '');
}

/**
 * One sentence; '' where what was asked is named itself, or nothing is.
 * @param path of the page asked about; '' where only the host was
 */
export function namedWords(matches: readonly MatchedDomain[], host: string, path = ''): string {
  const named = namedAddress(matches, host);
  const page = path === '/' ? '' : path;
  const asked = displayName(host) + page;
  if (!named)
    return page && matches.length
      ? `The record names ${displayName(host)} as a whole; ${asked} is not spoken of by itself.`
      : '';
  const [{ domain, path: part = '' }] = matches as [MatchedDomain];
  if (part) {
    const whole = displayName(domain) + part;
    return `The record names ${whole}, and so covers the pages below it${page && asked !== whole ? `; ${asked} itself is not spoken of` : ''}.`;
  }
  return host === `www.${named}`
    ? `The record names ${displayName(named)}; ${displayName(host)} counts as the same site.`
    : `The record names ${displayName(named)}, and so covers the names below it; ${asked} itself is not spoken of.`;
}
