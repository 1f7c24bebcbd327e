/**
 * The answer of `readTypedHost` for the usual shapes of an entry, in a tenth of the time: a host in lower case, with or
 * without a scheme, a simple path and a simple query. It decides nothing of its own: everything else goes to the
 * reader, and tests/list/bulk/plain-entry.test.ts holds that both always say the same.
 */
import { readTypedHost, type NoHost, type TypedHost } from '../list/names/typed-host.ts';

/** The last label begins with a letter, so that no URL parser reads a number; a path has no segment of dots. */
const PLAIN =
  /^(?:https?:\/\/)?((?:[a-z0-9_][a-z0-9_-]{0,62}\.)+[a-z][a-z0-9-]{0,62})((?:\/[\w-]+(?:\.[\w-]+)*)*\/?)(\?[\w=&+-]+)?$/;
const LONGEST_NAME = 253;

export function readEntryText(text: string): TypedHost | NoHost {
  const plain = PLAIN.exec(text);
  const host = plain?.[1];
  // Punycode has rules of its own.
  if (!plain || !host || host.length > LONGEST_NAME || host.includes('xn--')) return readTypedHost(text);
  const query = plain[3];
  return { host, path: plain[2] || '/', leftOut: query ? [{ kind: 'query', text: query }] : [] };
}
