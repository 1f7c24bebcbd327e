/**
 * Facts about the ending of a name, from the Public Suffix List. That list takes 134 kB: the worker must not import
 * this file, and a page must load it only when needed (docs/decisions/0040-one-reader-of-typed-hosts.md).
 */
import { parse } from 'tldts';

/**
 * @param host as `readTypedHost` returns it
 * @returns `isShared` for names under which anybody can have a site: co.uk, github.io. `hint` for a name that no public
 * site can have, as its ending is unknown; null for all others, for endings reserved for examples and tests, and for IP
 * addresses, of which the answer itself says that nothing is known
 */
export function endingOf(host: string): { isShared: boolean; hint: string | null } {
  const { domain, isIp, isIcann, isPrivate, isSpecialUse, publicSuffix } = parse(host, {
    allowPrivateDomains: true,
    detectSpecialUse: true,
  });
  const isPublic = Boolean(isIcann || isPrivate);
  const hint =
    isIp || isPublic || isSpecialUse
      ? null
      : `No public name ends in “.${publicSuffix}” (Public Suffix List). Check the spelling.`;
  return { isShared: domain === null && isPublic, hint };
}

export const endingHint = (host: string): string | null => endingOf(host).hint;
export const isSharedByMany = (host: string): boolean => endingOf(host).isShared;
