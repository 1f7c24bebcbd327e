/**
 * Facts about the ending of a name, from the Public Suffix List. That list takes 134 kB: the worker must not import
 * this file, and a page must load it only when needed (docs/decisions/0040-one-reader-of-typed-hosts.md).
 */
import { parse } from 'tldts';

/**
 * @param host as `readTypedHost` returns it
 * @returns a hint for a host that no public site can have: an IP address or an unknown ending. Null for all others, and
 * for endings reserved for examples and tests
 */
export function endingHint(host: string): string | null {
  const { isIp, isIcann, isPrivate, isSpecialUse, publicSuffix } = parse(host, {
    allowPrivateDomains: true,
    detectSpecialUse: true,
  });
  if (isIp)
    return 'This is an IP address. The list names sites by their names, so it can say nothing about an address.';
  if (isIcann || isPrivate || isSpecialUse) return null;
  return `No public name ends in “.${publicSuffix}” (Public Suffix List). Check the spelling.`;
}

/** True for names under which anybody can have a site: co.uk, github.io. */
export function isSharedByMany(host: string): boolean {
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return domain === null && Boolean(isIcann || isPrivate);
}
