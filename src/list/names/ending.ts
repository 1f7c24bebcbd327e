/**
 * Facts about the ending of a name, from the Public Suffix List. That list takes 134 kB: the worker must not import
 * this file, and a page must load it only when needed (docs/decisions/0040-one-reader-of-typed-hosts.md).
 */
import { parse } from 'tldts';

/**
 * @param host as `readTypedHost` returns it
 * @returns a hint for a name that no public site can have, as its ending is unknown. Null for all others, for endings
 * reserved for examples and tests, and for IP addresses, of which the answer itself says that nothing is known
 */
export function endingHint(host: string): string | null {
  const { isIp, isIcann, isPrivate, isSpecialUse, publicSuffix } = parse(host, {
    allowPrivateDomains: true,
    detectSpecialUse: true,
  });
  if (isIp || isIcann || isPrivate || isSpecialUse) return null;
  return `No public name ends in “.${publicSuffix}” (Public Suffix List). Check the spelling.`;
}

/** True for names under which anybody can have a site: co.uk, github.io. */
export function isSharedByMany(host: string): boolean {
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return domain === null && Boolean(isIcann || isPrivate);
}
