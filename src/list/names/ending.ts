/**
 * What the end of a name says about it, by the Public Suffix List. The list takes 134 kB, so no worker may import this,
 * and a page only when it is asked for: docs/decisions/0040-one-reader-of-typed-hosts.md.
 */
import { parse } from 'tldts';

/**
 * @param host as `readTypedHost` gives it
 * @returns a hint for whoever typed a host that no site on the public internet can have; null for all others, and for
 * the endings that are reserved for examples and tests
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

/** True of an IP address, which is no name. */
export const isAddress = (host: string): boolean => parse(host).isIp === true;

/** True of names below which anybody may have a site of their own: co.uk, github.io. */
export function isSharedByMany(host: string): boolean {
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return domain === null && Boolean(isIcann || isPrivate);
}
