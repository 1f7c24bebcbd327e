/** What was named and what was asked, where the two are not the same host. */
import { displayName } from './names/display-name.ts';
import type { MatchedDomain } from './look-up.ts';

/** The name on record by which the host was found; null where it is the host itself, or nothing was found. */
export function namedDomain(matches: readonly MatchedDomain[], host: string): string | null {
  return matches.some(({ domain }) => domain === host) ? null : (matches[0]?.domain ?? null);
}

/** One sentence; '' where the host itself is named, or nothing is. */
export function namedWords(matches: readonly MatchedDomain[], host: string): string {
  const named = namedDomain(matches, host);
  if (!named) return '';
  const asked = displayName(host);
  return host === `www.${named}`
    ? `The record names ${displayName(named)}; ${asked} counts as the same site.`
    : `The record names ${displayName(named)}, and so covers the names below it; ${asked} itself is not spoken of.`;
}
