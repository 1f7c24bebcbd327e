/** Where a list or a register may lie: on the public web, under a name, and at nothing that tells who asks. */
import * as v from 'valibot';
import { isAddress } from '../names/typed-host.ts';

/**
 * The one address without a certificate: a list that is tried out on this very machine. Elsewhere a fetch would tell
 * the whole network what is read.
 */
const THIS_MACHINE = /^http:\/\/127\.0\.0\.1(:\d+)?\//;
/** Endings of names that only the network at hand knows (RFC 6761, 6762, 8375, and those that ICANN keeps for that). */
const INSIDE = /\.(local|localhost|internal|intranet|private|lan|home|corp|home\.arpa)$/;

const hostOf = (url: string): string => new URL(url).hostname.replace(/\.$/, '');

/** Read with a slash at its end. Each refusal says what was expected. */
export const ListAddress = v.pipe(
  v.string(),
  v.maxLength(2048, 'expected an address of at most 2048 characters'),
  // A browser would drop a tab and turn a backslash round: then another host is asked than the one that was read.
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
    (text) => THIS_MACHINE.test(text) || (hostOf(text).includes('.') && !INSIDE.test(hostOf(text))),
    'expected a host on the public web, not one that only your own network knows',
  ),
);

/** What a person typed, as an address, or why it is none. */
export function readListAddress(typed: string): { address: string } | { reason: string } {
  const read = v.safeParse(ListAddress, typed.trim(), { abortPipeEarly: true });
  return read.success ? { address: read.output } : { reason: read.issues[0].message };
}
