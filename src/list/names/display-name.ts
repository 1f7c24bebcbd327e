/**
 * Converts punycode to the host's own alphabet for display: "xn--80akhbyknj4f.xn--p1ai" becomes "испытание.рф".
 * Browsers and Node cannot decode punycode, hence the library. It is kept out of host.ts so that the worker does not
 * load it.
 */
// With the file path, because in Node the bare name "punycode" is Node's own deprecated module.
import punycode from 'punycode/punycode.js';

/**
 * A host in its own alphabet. If the result would not convert back to the same host (invalid punycode, invisible or
 * direction-changing characters), the punycode is returned. So two hosts never look the same by a trick of encoding.
 * Look-alike letters of different alphabets remain possible: where that matters, show the punycode, too.
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
