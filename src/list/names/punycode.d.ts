/** Types of the one function that we use; @types/punycode describes only the bare name. */
declare module 'punycode/punycode.js' {
  const punycode: { toUnicode(host: string): string };
  export default punycode;
}
