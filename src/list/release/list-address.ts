/** Where a list or a register may lie. */
import * as v from 'valibot';

/**
 * Read with a slash at its end. http only for a list on this very machine; elsewhere the signature would hold, but the fetch
 * would tell who reads it to the whole network.
 */
export const ListAddress = v.pipe(
  v.string(),
  v.maxLength(2048),
  // A browser would drop a tab and turn a backslash round: then another host is asked than the one that was read.
  v.check((text) => !/[\s\\\p{Cc}\p{Cf}]/u.test(text), 'expected an address without blanks and backslashes'),
  v.regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/, 'expected an address that begins with https://'),
  v.check((text) => URL.canParse(text), 'expected a web address'),
  v.transform((text) => (text.endsWith('/') ? text : `${text}/`)),
);

/** What a person typed, as an address; null where it is none. */
export function parseListAddress(typed: string): string | null {
  const read = v.safeParse(ListAddress, typed.trim());
  return read.success ? read.output : null;
}
