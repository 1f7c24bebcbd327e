/**
 * The schema for the address of a list or a register: https, a public host name, and nothing that could identify the
 * user.
 */
import * as v from 'valibot';
import { isAddress } from '../names/typed-host.ts';

/**
 * The only address allowed without https: a list tested on this machine. Elsewhere, plain http would show the whole
 * network what is read.
 */
const THIS_MACHINE = /^http:\/\/127\.0\.0\.1(:\d+)?\//;
/** Endings of names that exist in private networks only (RFC 6761, 6762, 8375, and names that ICANN reserves). */
const PRIVATE_NETWORK = /\.(local|localhost|internal|intranet|private|lan|home|corp|home\.arpa)$/;

const hostOf = (url: string): string => new URL(url).hostname.replace(/\.$/, '');

/** Adds a slash at the end. Each error message says what was expected. */
export const ListAddress = v.pipe(
  v.string(),
  v.maxLength(2048, 'expected an address of at most 2048 characters'),
  // A browser drops tabs and reads a backslash as a slash: it would ask another host than the one checked here.
  v.check((text) => !/[\s\\\p{Cc}\p{Cf}]/u.test(text), 'expected an address without blanks and backslashes'),
  v.regex(/^https?:\/\//, 'expected an address that begins with https://'),
  v.check((text) => URL.canParse(text), 'expected a web address'),
  v.check((text) => !/^[^/]*\/\/[^/?#]*@/.test(text), 'expected an address without a user name or password'),
  v.check(
    (text) => !/[?#]/.test(text),
    'expected an address without a query or a fragment: the names of the files are put behind it',
  ),
  v.transform((text) => (text.endsWith('/') ? text : `${text}/`)),
  v.check(
    (text) => THIS_MACHINE.test(text) || text.startsWith('https://'),
    'expected an address that begins with https://',
  ),
  v.check(
    (text) => THIS_MACHINE.test(text) || !isAddress(hostOf(text)),
    'expected the name of a host, not an IP address',
  ),
  v.check(
    (text) => THIS_MACHINE.test(text) || (hostOf(text).includes('.') && !PRIVATE_NETWORK.test(hostOf(text))),
    'expected a host on the public web, not one that only your own network knows',
  ),
);

/** Parses an address that a user typed. @returns the reason, in words for the user, if it is not allowed */
export function readListAddress(typed: string): { address: string } | { reason: string } {
  const read = v.safeParse(ListAddress, typed.trim(), { abortPipeEarly: true });
  return read.success ? { address: read.output } : { reason: read.issues[0].message };
}
