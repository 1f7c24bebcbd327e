/**
 * How a host is shown to people: "xn--80akhbyknj4f.xn--p1ai" as "испытание.рф". Browsers and Node have no way back from
 * punycode, hence the library; it is kept out of host.ts so that the worker does not carry it.
 */
// The path is written out because the bare name "punycode" means Node's own deprecated module there.
import punycode from 'punycode/punycode.js';

/**
 * A host in its own alphabet. A name that does not lead back to the same host (invalid punycode, invisible or
 * direction-changing characters) stays as it is, so two hosts can never be shown as the same text by a trick of
 * encoding. Look-alike letters of other alphabets are still possible: where it matters, show the punycode beside it.
 */
export function displayName(host: string): string {
  if (!host.startsWith('xn--') && !host.includes('.xn--')) return host;
  try {
    const shown = punycode.toUnicode(host);
    return new URL(`http://${shown}`).hostname === host ? shown : host;
  } catch {
    return host;
  }
}
