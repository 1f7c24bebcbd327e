/** Types of the one function in use; @types/punycode describes only the bare module name. */
declare module 'punycode/punycode.js' {
  const punycode: { toUnicode(host: string): string };
  export default punycode;
}
